package notebook;

/**
 * Everything that is not run.
 *
 * @param markdown one or more lines
 */
public record Prose(String markdown) implements Block {}
