package runs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** What the data files of a folder hold, byte by byte, in a few digits. */
public final class FolderDigest {
  private FolderDigest() {}

  /**
   * The digest of all data files below a folder, or of the one file. File names do not count, since
   * Spark makes up new ones for every run; folders below it do, since their names are values of a
   * partition column, and so do the files' extensions. Links are followed, as Spark does. Files that
   * it does not read, {@code .*} and {@code _*} that is no partition, are left out.
   */
  public static String of(Path folder) {
    try {
      Path real = folder.toRealPath();
      try (Stream<Path> files = Files.walk(real, FileVisitOption.FOLLOW_LINKS)) {
        List<String> digests =
            files
                .filter(Files::isRegularFile)
                .filter(file -> isData(real.relativize(file)))
                .map(file -> place(real.relativize(file)) + " " + content(file))
                .sorted()
                .toList();
        return hex(sha256().digest(String.join("\n", digests).getBytes(StandardCharsets.UTF_8)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isData(Path file) {
    for (Path name : file) {
      if (name.toString().matches("\\..*|_[^=]*")) {
        return false;
      }
    }
    return true;
  }

  private static String place(Path file) {
    String name = file.getFileName().toString();
    String extension = name.contains(".") ? name.substring(name.indexOf('.')) : "";
    return file.getParent() == null ? extension : file.getParent() + "/" + extension;
  }

  private static String content(Path file) {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return hex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
