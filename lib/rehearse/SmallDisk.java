//SOURCES ../spark/ForklessLocalFileSystem.java
package rehearse;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;
import spark.ForklessLocalFileSystem;

/**
 * The local file system, on a disk of a few bytes: a file that would go beyond them fails as the
 * kernel says it, "No space left on device". What is removed makes room again.
 */
public final class SmallDisk extends ForklessLocalFileSystem {
  private static final String FOLDER = "lab.small.disk.folder";
  private static final String BYTES = "lab.small.disk.bytes";

  /** What this process may still write. */
  private final AtomicLong room = new AtomicLong();

  /**
   * What makes a Spark job write to it.
   *
   * @param folder the disk
   * @param bytes that it holds when it is full
   */
  public static Map<String, String> settings(Path folder, long bytes) {
    return Map.of(
        "spark.hadoop.fs.file.impl", SmallDisk.class.getName(),
        "spark.hadoop." + FOLDER, folder.toString(),
        "spark.hadoop." + BYTES, Long.toString(bytes));
  }

  /** Bytes of all files below a folder; what vanishes meanwhile does not count. */
  public static long used(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void initialize(URI name, Configuration conf) throws IOException {
    super.initialize(name, conf);
    room.set(conf.getLong(BYTES, 0) - used(Path.of(conf.get(FOLDER))));
  }

  /** What every other way to create a file comes down to. */
  @Override
  public FSDataOutputStream create(
      org.apache.hadoop.fs.Path file,
      FsPermission permission,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    OutputStream out =
        super.create(file, permission, overwrite, bufferSize, replication, blockSize, progress);
    return new FSDataOutputStream(new Counted(out), null);
  }

  /** Lets as many bytes through as there is room for. */
  private final class Counted extends FilterOutputStream {
    Counted(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      take(1);
      out.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      take(length);
      out.write(bytes, from, length);
    }

    private void take(int bytes) throws IOException {
      if (room.addAndGet(-bytes) < 0) {
        throw new IOException("No space left on device");
      }
    }
  }
}
