package notebook;

/** A part of a notebook, in the order of the file. */
public sealed interface Block permits Prose, Cell {}
