//SOURCES LabException.java
package project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The folder that data and results go to.
 *
 * <p>Inside a checkout of the lab (any folder below its root) that is the checkout's root; anywhere
 * else, as when a command is started through the catalog, it is the current folder.
 *
 * @param root absolute and normalized
 * @param checkout whether the root holds the lab's own files
 */
public record Workspace(Path root, boolean checkout) {

  /** The workspace of the current folder. */
  public static Workspace here() {
    return at(Path.of(""));
  }

  /** The workspace that {@code folder} lies in. */
  public static Workspace at(Path folder) {
    Path start = folder.toAbsolutePath().normalize();
    return Stream.iterate(start, p -> p != null, Path::getParent)
        .filter(Workspace::isCheckout)
        .findFirst()
        .map(root -> new Workspace(root, true))
        .orElse(new Workspace(start, false));
  }

  private static boolean isCheckout(Path folder) {
    return Files.isRegularFile(folder.resolve("jbang-catalog.json"))
        && Files.isRegularFile(folder.resolve("conf/spark_local.conf"));
  }

  /** Generated inputs: customers, transactions and {@code dataset.properties}. */
  public Path raw() {
    return root.resolve("data/raw");
  }

  /** A published table: {@code data/<layer>/<table>/<variant>}. */
  public Path table(String layer, String table, String variant) {
    return root.resolve("data").resolve(layer).resolve(table).resolve(variant);
  }

  /** A file of results: {@code ops/<name>}. */
  public Path ops(String name) {
    return root.resolve("ops").resolve(name);
  }

  /** The run log. */
  public Path runs() {
    return ops("job_runs.csv");
  }

  /**
   * A path as records and reports name it, wherever the command was typed: relative to the root
   * when it lies below. What is printed is read where the command was typed: {@link #fromHere}.
   */
  public String fromRoot(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    return absolute.startsWith(root) ? root.relativize(absolute).toString() : path.toString();
  }

  /**
   * A path as the reader types it in the current folder: relative to that when both lie in this
   * workspace, else absolute.
   */
  public String fromHere(Path path) {
    Path here = Path.of("").toAbsolutePath().normalize();
    Path absolute = path.toAbsolutePath().normalize();
    boolean near = here.startsWith(root) && absolute.startsWith(root) && !absolute.equals(here);
    return near ? here.relativize(absolute).toString() : absolute.toString();
  }

  /**
   * For commands that work on the lab's own files.
   *
   * @throws LabException when the current folder is not inside a checkout
   */
  public Workspace requireCheckout(String alias) {
    return requireCheckout(alias, alias);
  }

  /**
   * The same for others than commands.
   *
   * @param who as the sentence begins
   * @param command to type in a checkout: not as the reader started this one, from somewhere else
   */
  public Workspace requireCheckout(String who, String command) {
    if (!checkout) {
      throw LabException.failed(
          ("%s needs the lab's own files, and %s is not inside a checkout of it."
                  + " Clone the repository, cd into it, and run: scripts/jbangw %s")
              .formatted(who, root, command));
    }
    return this;
  }
}
