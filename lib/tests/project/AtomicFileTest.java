package tests.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import project.AtomicFile;

class AtomicFileTest {
  @TempDir Path temp;

  List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(temp)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void writesAndReplacesUtf8() throws IOException {
    Path file = temp.resolve("report.md");
    AtomicFile.write(file, "old");
    AtomicFile.write(file, "2.50 €");
    assertEquals("2.50 €", Files.readString(file));
    assertEquals(List.of("report.md"), names());
  }

  @Test
  void createsTheFolder() throws IOException {
    AtomicFile.write(temp.resolve("a/b/c.txt"), "x");
    assertEquals("x", Files.readString(temp.resolve("a/b/c.txt")));
  }

  @Test
  void theFolderMayBeASymbolicLink() throws IOException {
    Path disk = Files.createDirectory(temp.resolve("disk"));
    Files.createSymbolicLink(temp.resolve("ops"), disk);
    AtomicFile.write(temp.resolve("ops/x"), "x");
    assertEquals("x", Files.readString(disk.resolve("x")));
  }

  @Test
  void aFailureLeavesTheOldContentAndNothingElse() throws IOException {
    Path file = temp.resolve("chart.png");
    AtomicFile.write(file, "old");
    assertThrows(
        UncheckedIOException.class,
        () ->
            AtomicFile.write(
                file,
                temporary -> {
                  Files.writeString(temporary, "half");
                  throw new IOException("disk full");
                }));
    assertThrows(
        IllegalStateException.class,
        () ->
            AtomicFile.write(
                file,
                temporary -> {
                  Files.writeString(temporary, "half");
                  throw new IllegalStateException("no font");
                }));
    assertEquals("old", Files.readString(file));
    assertEquals(List.of("chart.png"), names());
  }

  @Test
  void contentThatWasNeverWrittenIsAFailure() throws IOException {
    assertThrows(
        UncheckedIOException.class, () -> AtomicFile.write(temp.resolve("x"), temporary -> {}));
    assertEquals(List.of(), names());
  }

  @Test
  void aReaderSeesTheOldOrTheNewContentOnly() throws IOException, InterruptedException {
    Path file = temp.resolve("page.html");
    List<String> contents = List.of("a".repeat(200_000), "b".repeat(100_000));
    AtomicFile.write(file, contents.get(0));
    AtomicBoolean done = new AtomicBoolean();
    Thread writer =
        new Thread(
            () -> {
              for (int i = 1; i <= 200; i++) {
                AtomicFile.write(file, contents.get(i % 2));
              }
              done.set(true);
            });
    writer.start();
    while (!done.get() && writer.isAlive()) {
      assertTrue(contents.contains(Files.readString(file)));
    }
    writer.join();
    assertTrue(done.get());
  }
}
