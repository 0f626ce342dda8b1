//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../runs/FolderDigest.java
package tests.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import runs.FolderDigest;

class FolderDigestTest {
  @TempDir Path temp;

  /** A folder of files, each given as its path and its text. */
  private Path folder(String name, String... files) throws IOException {
    Path folder = Files.createDirectories(temp.resolve(name));
    for (int i = 0; i < files.length; i += 2) {
      Path file = folder.resolve(files[i]);
      Files.createDirectories(file.getParent());
      Files.writeString(file, files[i + 1]);
    }
    return folder;
  }

  @Test
  void namesOfFilesDoNotCountAndWhatSparkDoesNotReadNeither() throws IOException {
    Path first = folder("a", "part-0-17.csv", "x", "part-1-17.csv", "y");
    Path second =
        folder("b", "part-1-99.csv", "x", "part-0-99.csv", "y", "_SUCCESS", "", ".x.csv.crc", "1");
    assertEquals(FolderDigest.of(first), FolderDigest.of(second));
    Path link = Files.createSymbolicLink(temp.resolve("link"), second);
    assertEquals(FolderDigest.of(first), FolderDigest.of(link));
  }

  @Test
  void whatLinksLeadToCountsAndSoDoPartitionsOfAnyName() throws IOException {
    Path store = folder("store", "one/p.csv", "x", "other/p.csv", "y");
    Path linked = folder("linked");
    Files.createSymbolicLink(linked.resolve("day=1"), store.resolve("one"));
    assertEquals(FolderDigest.of(folder("plain", "day=1/p.csv", "x")), FolderDigest.of(linked));
    String before = FolderDigest.of(linked);
    Files.delete(linked.resolve("day=1"));
    Files.createSymbolicLink(linked.resolve("day=1"), store.resolve("other"));
    assertNotEquals(before, FolderDigest.of(linked));
    assertNotEquals(
        FolderDigest.of(folder("u", "_p=1/p.csv", "x")),
        FolderDigest.of(folder("v", "_p=1/p.csv", "y")));
    assertEquals(
        FolderDigest.of(folder("w", "p.csv", "x")),
        FolderDigest.of(folder("z", "p.csv", "x", "_temporary/p.csv", "y")));
  }

  @Test
  void everythingElseCounts() throws IOException {
    String digest = FolderDigest.of(folder("a", "day=1/p.csv", "x", "day=2/p.csv", "y"));
    assertNotEquals(digest, FolderDigest.of(folder("b", "day=1/p.csv", "y", "day=2/p.csv", "x")));
    assertNotEquals(digest, FolderDigest.of(folder("c", "day=1/p.csv", "x", "day=2/p.csv", "z")));
    assertNotEquals(digest, FolderDigest.of(folder("d", "day=1/p.csv", "x")));
    assertNotEquals(digest, FolderDigest.of(folder("e", "day=1/p.json", "x", "day=2/p.json", "y")));
    assertNotEquals(
        digest,
        FolderDigest.of(folder("f", "day=1/p.csv", "x", "day=2/p.csv", "y", "day=2/q.csv", "y")));
  }
}
