//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../project/FileTree.java
package tests.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import project.FileTree;

class FileTreeTest {
  @TempDir Path temp;
  Path from;
  Path to;

  @BeforeEach
  void make() throws IOException {
    from = Files.createDirectories(temp.resolve("from/day=1/below")).getParent().getParent();
    Files.writeString(from.resolve("day=1/part"), "1");
    Files.writeString(from.resolve("day=1/below/.part.crc"), "hidden");
    to = temp.resolve("to");
  }

  @Test
  void aLinkedTreeHasTheSameFilesUnderOtherNames() throws IOException {
    FileTree.link(from, to);
    assertTrue(Files.isSameFile(from.resolve("day=1/part"), to.resolve("day=1/part")));
    assertEquals("hidden", Files.readString(to.resolve("day=1/below/.part.crc")));
    assertFalse(Files.isSameFile(from.resolve("day=1"), to.resolve("day=1")));
  }

  @Test
  void removingOneTreeLeavesTheOther() throws IOException {
    FileTree.link(from, to);
    FileTree.delete(from);
    assertFalse(Files.exists(from));
    assertEquals("1", Files.readString(to.resolve("day=1/part")));
  }

  @Test
  void aFileAddedToOneIsNotInTheOther() throws IOException {
    FileTree.link(from, to);
    Files.writeString(to.resolve("day=1/more"), "2");
    assertFalse(Files.exists(from.resolve("day=1/more")));
  }

  @Test
  void whatIsMissingOrInTheWayIsSaid() throws IOException {
    assertThrows(NoSuchFileException.class, () -> FileTree.link(temp.resolve("none"), to));
    Files.createDirectory(to);
    assertThrows(FileAlreadyExistsException.class, () -> FileTree.link(from, to));
  }
}
