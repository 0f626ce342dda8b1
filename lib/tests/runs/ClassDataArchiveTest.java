//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES JobOnAnotherJava.java
//SOURCES ../Command.java
package tests.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tests.Command;

/** The making of archives, with a {@code java} that only notes what it is asked to do. */
@Timeout(60)
class ClassDataArchiveTest {
  /**
   * Its first tour waits until it may go on, as that of a machine with much to do. All classes are
   * of {@code spark.jar}.
   */
  private static final String JAVA =
      """
      #!/bin/sh
      for argument; do
        case $argument in
          -Xlog:class+load:file=*)
            log=${argument#*file=}
            echo 'C source: file:%1$s/spark.jar' > "${log%%:none}" ;;
          %1$s/*.jar*) path=$argument ;;
          -XX:DumpLoadedClassList=*)
            echo tour >> '%1$s/done'
            while [ -d '%1$s' ] && [ ! -f '%1$s/go' ]; do sleep 0.05; done ;;
          -Xshare:dump) dump=yes; echo dump >> '%1$s/done' ;;
          -XX:SharedArchiveFile=*)
            if [ -n "$dump" ]; then : > "${argument#*=}"
            else [ -f "${argument#*=}" ] && job=job; fi ;;
        esac
      done
      if [ -n "$job" ]; then echo job $path | sed 's,%1$s/,,g' >> '%1$s/done'; fi
      """;

  @TempDir Path temp;
  Command job;

  @BeforeEach
  void makeJava() throws IOException {
    Path java = Files.createDirectories(temp.resolve("java/bin")).resolve("java");
    // The JVM that starts it looks for its own libraries there, too.
    for (File own : new File(System.getProperty("java.home")).listFiles()) {
      if (!own.getName().equals("bin")) {
        Files.createSymbolicLink(temp.resolve("java").resolve(own.getName()), own.toPath());
      }
    }
    Files.writeString(java, JAVA.formatted(temp));
    assertTrue(java.toFile().setExecutable(true));
    job =
        Command.java(JobOnAnotherJava.class, temp.resolve("java").toString())
            .in(temp)
            .with("XDG_CACHE_HOME", temp.resolve("cache").toString());
  }

  /** Before the folder is deleted, which would warn of links that lead out of it. */
  @AfterEach
  void unlinkJava() {
    for (File link : temp.resolve("java").toFile().listFiles(f -> !f.getName().equals("bin"))) {
      assertTrue(link.delete());
    }
  }

  private List<String> done() throws IOException {
    Path done = temp.resolve("done");
    return Files.exists(done) ? Files.readAllLines(done) : List.of();
  }

  private void awaitTours(int count) throws Exception {
    while (done().size() < count) {
      Thread.sleep(20);
    }
  }

  private static void assertSucceeds(Process process) throws InterruptedException {
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    assertEquals(0, process.exitValue());
  }

  @Test
  void ofTwoJobsAtOnceOneMakesTheArchiveAndBothUseIt() throws Exception {
    Process first = job.start();
    awaitTours(1);
    Path said = temp.resolve("said");
    Process second = job.start(said);
    while (!Files.readString(said).contains("another command is at it, waiting.")) {
      assertTrue(second.isAlive());
      Thread.sleep(20);
    }
    Files.createFile(temp.resolve("go"));
    assertSucceeds(first);
    assertSucceeds(second);
    assertEquals(List.of("tour", "dump", "job", "job"), done());
    try (Stream<Path> files = Files.list(temp.resolve("cache/spark-tuning-lab"))) {
      assertEquals(1, files.filter(f -> f.toString().endsWith(".jsa")).count());
    }
  }

  @Test
  void aKilledMakerHoldsNobodyUp() throws Exception {
    Process killed = job.start();
    awaitTours(1);
    killed.destroyForcibly().waitFor();
    Process next = job.start();
    awaitTours(2);
    Files.createFile(temp.resolve("go"));
    assertSucceeds(next);
    assertEquals(List.of("tour", "tour", "dump", "job"), done());
  }

  private Process withPath(String... jars) {
    String path =
        Stream.of(jars).map(j -> temp.resolve(j).toString()).collect(Collectors.joining(":"));
    return Command.java(JobOnAnotherJava.class, temp.resolve("java").toString(), path)
        .in(temp)
        .with("XDG_CACHE_HOME", temp.resolve("cache").toString())
        .start();
  }

  @Test
  void oneArchiveFitsWhateverElseIsOnTheClassPathUntilItsJarsChange() throws Exception {
    Files.createFile(temp.resolve("go"));
    assertSucceeds(withPath("own.jar", "spark.jar", "a.jar"));
    assertSucceeds(withPath("other.jar", "a.jar", "b.jar", "spark.jar"));
    assertEquals(
        List.of(
            "tour", "dump", "job spark.jar:a.jar:own.jar", "job spark.jar:a.jar:b.jar:other.jar"),
        done());
    Files.writeString(temp.resolve("spark.jar"), "another version");
    assertSucceeds(withPath("own.jar", "spark.jar"));
    assertEquals(List.of("tour", "dump", "job spark.jar:own.jar"), done().subList(4, 7));
  }
}
