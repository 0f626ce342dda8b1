//SOURCES NotebookReader.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Launcher.java
//SOURCES ../project/Workspace.java
package notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import project.LabException;
import project.Launcher;
import project.Workspace;

/** The notebooks of the lab, in the order of the course. */
public record Course(Workspace workspace, List<Path> files) {
  /** What stands for every notebook of the course. */
  public static final String ALL = "all";

  /** {@code C3}, also typed as {@code c3}. */
  private static final String ID = "[A-Za-z]\\d*";

  /** The course of the checkout that the current folder is in; outside of one it is empty. */
  public static Course here() {
    Workspace workspace = Workspace.here();
    if (!workspace.checkout()) {
      return new Course(workspace, List.of());
    }
    try (Stream<Path> files = Files.list(workspace.root().resolve("notebooks"))) {
      // C10 after C9: by letter, then by number.
      return new Course(
          workspace,
          files
              .filter(file -> id(file).matches("[A-Z]\\d*"))
              .sorted(
                  Comparator.comparing((Path file) -> id(file).substring(0, 1))
                      .thenComparing(file -> number(id(file))))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code C3} of {@code C3_broadcast.md}. */
  private static String id(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".md") ? name.substring(0, name.length() - 3).split("_", 2)[0] : "";
  }

  private static int number(String id) {
    return id.length() == 1 ? 0 : Integer.parseInt(id.substring(1));
  }

  /**
   * The notebooks that are meant.
   *
   * @param names {@code all}, ids as {@code C3}, or files
   * @throws LabException when one is neither, or is of the course outside a checkout
   */
  public List<Notebook> find(List<String> names) {
    return names.stream().flatMap(this::find).distinct().map(NotebookReader::read).toList();
  }

  private Stream<Path> find(String name) {
    if (Files.isRegularFile(Path.of(name))) {
      return Stream.of(Path.of(name));
    }
    if (!name.equals(ALL) && !name.matches(ID)) {
      throw notFound(name);
    }
    workspace.requireCheckout("The course", "notebook list");
    if (name.equals(ALL)) {
      return files.stream().map(this::shown);
    }
    return Stream.of(
        files.stream()
            .filter(file -> id(file).equalsIgnoreCase(name))
            .findFirst()
            .map(this::shown)
            .orElseThrow(() -> notFound(name)));
  }

  private LabException notFound(String name) {
    String course =
        files.isEmpty()
            ? ""
            : "%s, one of %s (%s says what they teach), or "
                .formatted(
                    ALL,
                    files.stream().map(Course::id).collect(Collectors.joining(", ")),
                    Launcher.command("notebook list"));
    return LabException.usage(
        "Found no notebook %s, wanted %sa Markdown file".formatted(name, course));
  }

  /** The folder that pages and other forms of notebooks go to, unless a reader names one. */
  public Path out() {
    return shown(workspace.root().resolve("notebooks").resolve("out"));
  }

  private Path shown(Path file) {
    return Path.of(workspace.fromHere(file));
  }
}
