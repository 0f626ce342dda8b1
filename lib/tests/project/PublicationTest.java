package tests.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import project.LabException;
import project.Launcher;
import project.Publication;
import tests.Command;

class PublicationTest {
  @TempDir Path temp;
  Path target;
  Path versions;

  @BeforeEach
  void name() {
    target = temp.resolve("silver/daily_sales");
    versions = temp.resolve("silver/.daily_sales");
  }

  void publish(String content) throws IOException, InterruptedException {
    try (Publication publication = Publication.of(target)) {
      Files.writeString(publication.staging().resolve("part"), content);
      publication.publish();
    }
    // Versions are named by the millisecond.
    Thread.sleep(2);
  }

  String published() throws IOException {
    return Files.readString(target.resolve("part"));
  }

  List<String> versions(String prefix) throws IOException {
    try (Stream<Path> files = Files.list(versions)) {
      return files.map(f -> f.getFileName().toString()).filter(n -> n.startsWith(prefix)).toList();
    }
  }

  @Test
  void nothingIsThereUntilItIsPublished() throws IOException {
    try (Publication publication = Publication.of(target)) {
      Files.writeString(publication.staging().resolve("part"), "1");
      assertFalse(Files.exists(target));
      publication.publish();
      assertEquals("1", published());
    }
    assertEquals("1", published());
    assertEquals(List.of(), versions("staging"));
  }

  @Test
  void whatIsNotPublishedLeavesThePreviousVersion() throws Exception {
    publish("1");
    try (Publication publication = Publication.of(target)) {
      Files.createDirectories(publication.staging().resolve("day=2026-01-01"));
      Files.writeString(publication.staging().resolve("day=2026-01-01/part"), "half");
    }
    assertEquals("1", published());
    assertEquals(List.of(), versions("staging"));
  }

  @Test
  void aReaderMayFinishWithTheVersionItStartedOn() throws Exception {
    publish("1");
    Path opened = target.toRealPath();
    publish("2");
    assertEquals("1", Files.readString(opened.resolve("part")));
    publish("3");
    assertFalse(Files.exists(opened));
    assertEquals("3", published());
    assertEquals(2, versions("v").size());
  }

  /** A job looks at its own output after it was published, while the next one publishes. */
  @Test
  void whereAVersionLiesStaysTrueWhenTheNextOneIsPublished() throws Exception {
    Path own;
    try (Publication publication = Publication.of(target)) {
      Files.writeString(publication.staging().resolve("part"), "1");
      own = publication.publish();
    }
    assertEquals(target.toRealPath(), own.toRealPath());
    publish("2");
    assertEquals("1", Files.readString(own.resolve("part")));
    assertEquals("2", published());
  }

  @Test
  void manyAtOnceLeaveOneCompleteVersionAndTheOneBeforeIt() throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(4);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      all.add(
          writers.submit(
              () -> {
                publish("x".repeat(1_000));
                return published().length();
              }));
    }
    for (Future<?> one : all) {
      assertEquals(1_000, one.get());
    }
    writers.shutdown();
    assertEquals(2, versions("v").size());
    assertEquals(List.of(), versions("staging"));
    assertEquals(List.of(), versions("link"));
  }

  @Test
  void anOrdinaryFolderInItsPlaceIsReplaced() throws Exception {
    Files.createDirectories(target);
    Files.writeString(target.resolve("part"), "by hand");
    publish("1");
    assertEquals("1", published());
  }

  @Test
  void whatAKilledProcessLeftIsRemovedAndWhatALivingOneWritesIsNot() throws Exception {
    Process killed = Command.of("sleep", "60").start();
    killed.destroyForcibly().waitFor();
    String living = "staging-" + ProcessHandle.current().pid() + "-1";
    Files.createDirectories(versions.resolve("staging-" + killed.pid() + "-1/day=2026-01-01"));
    Files.createDirectories(versions.resolve(living));
    publish("1");
    assertEquals(List.of(living), versions("staging"));
  }

  @Test
  void anInterruptionRemovesWhatWasWrittenFromUnderItsWriters() throws Exception {
    publish("1");
    Path err = temp.resolve("err");
    Process writer = Command.java(Writers.class, target.toString()).in(temp).start(err);
    while (versions("staging").isEmpty() || Writers.files(versions) < 50) {
      assertTrue(writer.isAlive(), Files.readString(err));
      Thread.sleep(5);
    }
    writer.destroy();
    assertEquals(143, writer.waitFor());
    assertEquals(
        "Interrupted. silver/daily_sales is unchanged. Run again: %s\n"
            .formatted(Launcher.command("writers", target.toString())),
        Files.readString(err));
    assertEquals("1", published());
    assertEquals(List.of(), versions("staging"));
  }

  @Test
  void afterAnInterruptionNothingIsPublished() throws Exception {
    publish("1");
    Path err = temp.resolve("err");
    Process writer = Command.java(Writers.class, target.toString(), "publish").in(temp).start(err);
    while (versions("staging").isEmpty()) {
      assertTrue(writer.isAlive(), Files.readString(err));
      Thread.sleep(5);
    }
    writer.destroy();
    assertEquals(143, writer.waitFor());
    assertEquals(1, Files.readString(err).lines().count(), Files.readString(err));
    assertEquals("1", published());
  }

  @ParameterizedTest
  @CsvSource({
    "/a/data/.raw/v1795382488961-11793-13250049680320/customers/x, /a/data/raw/customers/x",
    "/a/data/.raw/v0-13250049680320, /a/data/raw",
    "data/.raw/staging-16002-13406405633723/x, data/raw/x",
    "/home/.cache/v1/x, /home/.cache/v1/x",
    "/home/.cache/v1-2/x, /home/.cache/v1-2/x",
    "/a/.hidden/x, /a/.hidden/x",
  })
  void aPathInAVersionIsShownAsThePublishedOne(String real, String visible) {
    assertEquals(visible, Publication.visible(real));
  }

  @Test
  void aPlaceThatCannotBeWrittenIsOneSentence() throws IOException {
    Files.writeString(temp.resolve("silver"), "a file");
    LabException e = assertThrows(LabException.class, () -> Publication.of(target));
    assertTrue(e.getMessage().startsWith("Cannot write " + temp.resolve("silver")), e.getMessage());
    assertTrue(e.getMessage().endsWith(" Make the folder writable, or work in another one."));
  }
}
