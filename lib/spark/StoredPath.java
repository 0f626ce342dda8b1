//DEPS org.apache.spark:spark-sql_2.12:3.5.9
//SOURCES ../project/Publication.java
//SOURCES ../project/Workspace.java
package spark;

import java.nio.file.Path;
import java.util.regex.Pattern;
import project.Publication;
import project.Workspace;

/** Where a plan reads and writes, as the lab's records name it. */
final class StoredPath {
  /** Folders of single partitions, {@code /day=2026-11-01}, at the end of a path. */
  private static final Pattern PARTITIONS = Pattern.compile("(/[^/=]+=[^/]*)+/?$");

  private StoredPath() {}

  /**
   * A table's folder from the workspace's root, whatever version or partition of it a plan really
   * uses: {@code data/raw/transactions}. Elsewhere an absolute path, or an address of another file
   * system.
   */
  static String of(org.apache.hadoop.fs.Path path) {
    String scheme = path.toUri().getScheme();
    if (scheme != null && !scheme.equals("file")) {
      return PARTITIONS.matcher(path.toString()).replaceFirst("");
    }
    String table = PARTITIONS.matcher(path.toUri().getPath()).replaceFirst("");
    return Workspace.here().fromRoot(Path.of(Publication.visible(table)));
  }
}
