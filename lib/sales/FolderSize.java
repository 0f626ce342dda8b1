package sales;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;

/**
 * How many Parquet files lie below a folder, and their size.
 *
 * @param files Parquet files, hidden ones excluded
 * @param bytes their total size
 */
public record FolderSize(long files, long bytes) {

  /** Counts; a folder that does not exist has none. */
  public static FolderSize of(Path folder) {
    if (!Files.exists(folder)) {
      return new FolderSize(0, 0);
    }
    Counter counter = new Counter();
    try {
      Files.walkFileTree(
          folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, counter);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new FolderSize(counter.files, counter.bytes);
  }

  private static final class Counter extends SimpleFileVisitor<Path> {
    private long files;
    private long bytes;

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = file.getFileName().toString();
      if (name.endsWith(".parquet") && !name.startsWith(".") && !name.startsWith("_")) {
        files++;
        bytes += attributes.size();
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
