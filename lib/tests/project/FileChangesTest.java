//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../project/FileChanges.java
package tests.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import project.FileChanges;
import project.LabException;

class FileChangesTest {
  @TempDir Path temp;

  @BeforeEach
  void twoFilesThatAreThere() throws IOException {
    Files.writeString(temp.resolve("list.csv"), "old\n");
    Files.writeString(temp.resolve("blocked"), "a file, where a folder is wanted");
  }

  /** Every path below the folder, with its text; of a folder a slash. */
  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(temp)) {
      for (Path path : paths.toList()) {
        contents.put(
            temp.relativize(path).toString(),
            Files.isDirectory(path) ? "/" : Files.readString(path));
      }
    }
    return contents;
  }

  private FileChanges changes() {
    return new FileChanges()
        .create(temp.resolve("a/b/new.md"), "new €")
        .replace(temp.resolve("list.csv"), "old\n", "old\nmore\n");
  }

  private String failure(FileChanges changes) throws IOException {
    Map<String, String> before = contents();
    String message = assertThrows(LabException.class, changes::apply).getMessage();
    assertEquals(before, contents());
    return message;
  }

  @Test
  void allOfThemAreWrittenAndNothingElse() throws IOException {
    FileChanges changes = changes();
    assertEquals(1, changes.created().size());
    assertEquals(1, changes.replaced().size());
    changes.apply();
    assertEquals(
        Map.of(
            "", "/",
            "a", "/",
            "a/b", "/",
            "a/b/new.md", "new €",
            "blocked", "a file, where a folder is wanted",
            "list.csv", "old\nmore\n"),
        contents());
  }

  @Test
  void whatCannotBePreparedChangesNothing() throws IOException {
    Path inFile = temp.resolve("blocked/x.md");
    String message = failure(changes().create(inFile, "x"));
    assertTrue(message.startsWith("Cannot write " + inFile + " ("), message);
    assertTrue(message.endsWith("). Nothing was changed. Correct that, then run it again."), message);
  }

  /** The files before it have their names already. */
  @Test
  void whatFailsAtTheVeryEndIsTakenBack() throws IOException {
    Path there = temp.resolve("list.csv");
    String message = failure(changes().create(there, "x"));
    String wanted =
        ("Cannot write %s (somebody else has just changed it). Nothing was changed. Correct that,"
                + " then run it again.")
            .formatted(there);
    assertEquals(wanted, message);
    assertEquals(
        wanted,
        failure(
            new FileChanges()
                .create(temp.resolve("first"), "1")
                .replace(there, "what it was yesterday", "x")));
  }

  @Test
  void aFileThatIsToBeReplacedMustBeThere() throws IOException {
    Path gone = temp.resolve("gone.csv");
    String message = failure(changes().replace(gone, "x", "y"));
    assertTrue(message.startsWith("Cannot write " + gone + " ("), message);
  }
}
