//SOURCES Interruption.java
//SOURCES LabException.java
//SOURCES Workspace.java
package project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Several text files that belong together: all of them are written, or none. First everything is
 * written under temporary names, then the files get their real ones; a failure or an interruption
 * on the way takes back what was done.
 */
public final class FileChanges {
  private static final String UNCHANGED = "Nothing was changed.";

  /**
   * One file.
   *
   * @param before its content until now; empty when it is not there
   */
  private record Change(Path file, Optional<String> before, String after) {
    Path sibling(String ending) {
      String name = ".%s.%d.%s".formatted(file.getFileName(), ProcessHandle.current().pid(), ending);
      return file.resolveSibling(name);
    }
  }

  /** Takes back one thing that was done. */
  @FunctionalInterface
  private interface Undo {
    void run() throws IOException;
  }

  private final List<Change> changes = new ArrayList<>();

  /** The newest first. Guarded by this, as is what follows. */
  private final Deque<Undo> undos = new ArrayDeque<>();

  private boolean interrupted;
  private boolean complete;

  /** A file that must not be there yet. */
  public FileChanges create(Path file, String text) {
    changes.add(new Change(file.toAbsolutePath().normalize(), Optional.empty(), text));
    return this;
  }

  /** A file that has to hold {@code before} and gets another content. */
  public FileChanges replace(Path file, String before, String after) {
    changes.add(new Change(file.toAbsolutePath().normalize(), Optional.of(before), after));
    return this;
  }

  /** The files that are to be created and are there already, in the order they were added. */
  public List<Path> inTheWay() {
    return created().stream().filter(f -> Files.exists(f)).toList();
  }

  /** The files that are created, in the order they were added. */
  public List<Path> created() {
    return changes.stream().filter(c -> c.before().isEmpty()).map(Change::file).toList();
  }

  /** The files that get another content, in the order they were added. */
  public List<Path> replaced() {
    return changes.stream().filter(c -> c.before().isPresent()).map(Change::file).toList();
  }

  /**
   * Writes them.
   *
   * @throws LabException when that is not possible; then everything is as it was before
   */
  public void apply() {
    try (Interruption handled = Interruption.handledBy(this::giveUp)) {
      for (Change change : changes) {
        step(change, () -> prepare(change));
      }
      for (Change change : changes) {
        step(change, () -> commit(change));
      }
      complete();
    } catch (IOException e) {
      String lost = undo();
      throw LabException.failed(
          "Cannot write %s. %s Correct that, then run it again."
              .formatted(reason(e), lost.isEmpty() ? UNCHANGED : lost),
          e);
    }
  }

  private static String reason(IOException e) {
    return e instanceof FileSystemException file
        ? "%s (%s)".formatted(Workspace.here().fromHere(Path.of(file.getFile())), why(file))
        : "a file (%s)".formatted(e.getMessage());
  }

  private static String why(FileSystemException e) {
    if (e.getReason() != null) {
      return e.getReason();
    }
    return e instanceof AccessDeniedException ? "permission denied" : e.getClass().getSimpleName();
  }

  /** Readers know the file by its own name, not by that of a temporary one. */
  private synchronized void step(Change change, Undo step) throws IOException {
    if (interrupted) {
      throw new IOException("interrupted");
    }
    try {
      step.run();
    } catch (FileSystemException e) {
      throw new FileSystemException(change.file().toString(), null, why(e));
    }
  }

  private void prepare(Change change) throws IOException {
    makeFolder(change.file().getParent());
    Path temporary = change.sibling("tmp");
    undos.push(() -> remove(temporary));
    Files.writeString(temporary, change.after(), StandardCharsets.UTF_8);
    if (change.before().isPresent()) {
      Path backup = change.sibling("old");
      undos.push(() -> remove(backup));
      Files.copy(
          change.file(),
          backup,
          StandardCopyOption.COPY_ATTRIBUTES,
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Where a folder is missing or is none, there is nothing to remove. */
  private static void remove(Path path) throws IOException {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      Files.delete(path);
    }
  }

  private void makeFolder(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      makeFolder(folder.getParent());
      Files.createDirectory(folder);
      undos.push(() -> remove(folder));
    }
  }

  private void commit(Change change) throws IOException {
    Path file = change.file();
    boolean asExpected =
        change.before().isEmpty()
            ? !Files.exists(file)
            : Files.readString(file).equals(change.before().get());
    if (!asExpected) {
      throw new FileSystemException(file.toString(), null, "somebody else has just changed it");
    }
    if (change.before().isPresent()) {
      undos.push(() -> move(change.sibling("old"), file));
    } else {
      undos.push(() -> remove(file));
    }
    move(change.sibling("tmp"), file);
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private synchronized void complete() throws IOException {
    if (interrupted) {
      throw new IOException("interrupted");
    }
    complete = true;
    for (Change change : changes) {
      Files.deleteIfExists(change.sibling("old"));
    }
  }

  /**
   * Takes back what was done, the newest first.
   *
   * @return a sentence about what could not be taken back; empty when all could
   */
  private synchronized String undo() {
    List<String> lost = new ArrayList<>();
    while (!complete && !undos.isEmpty()) {
      try {
        undos.pop().run();
      } catch (IOException e) {
        lost.add(reason(e));
      }
    }
    Collections.reverse(lost);
    return lost.isEmpty() ? "" : "Could not be taken back: " + String.join(", ", lost) + ".";
  }

  private synchronized String giveUp() {
    if (complete) {
      return "All files are written.";
    }
    interrupted = true;
    String lost = undo();
    return lost.isEmpty() ? UNCHANGED : lost;
  }
}
