//DEPS org.apache.spark:spark-sql_2.12:3.5.9
package spark;

import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Hadoop's local file system without a {@code chmod} process for every file and folder it creates
 * (which it starts where its native library is absent). Writing thousands of small files is about
 * twice as fast, and Windows needs no winutils. Files get the permissions that the process's umask
 * gives them.
 *
 * <p>Files get no hidden {@code .crc} twin either: object stores and HDFS have none, and they would
 * double the number of files that the small-files lesson counts.
 */
public class ForklessLocalFileSystem extends LocalFileSystem {

  /** For Hadoop, which creates file systems by reflection. */
  public ForklessLocalFileSystem() {
    super(new Raw());
    setWriteChecksum(false);
  }

  private static final class Raw extends RawLocalFileSystem {
    @Override
    public void setPermission(Path path, FsPermission permission) {
      // The umask has decided already.
    }
  }
}
