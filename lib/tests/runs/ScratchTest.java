//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ScratchHolder.java
//SOURCES ../Command.java
//SOURCES ../../runs/Scratch.java
package tests.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import runs.Scratch;
import tests.Command;

/** Folders that nobody keeps: those of dead processes go, and nothing else does. */
class ScratchTest {
  @TempDir Path temp;

  private void make(String... names) throws IOException {
    for (String name : names) {
      Files.createDirectories(temp.resolve(name).resolve("deep"));
      Files.writeString(temp.resolve(name).resolve("deep/file"), "");
    }
  }

  private Set<String> names() throws IOException {
    try (Stream<Path> files = Files.list(temp)) {
      return files.map(f -> f.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static String name(ProcessHandle process) {
    long start = process.info().startInstant().orElseThrow().toEpochMilli();
    return "spark-lab-%d-%d-1".formatted(process.pid(), start);
  }

  @Test
  void whatADeadProcessLeftIsRemoved() throws Exception {
    Process process = new ProcessBuilder("sleep", "60").start();
    String ofIt = name(process.toHandle());
    // The same number, used before: whoever had it is gone.
    String ofEarlier = "spark-lab-%d-%d-1".formatted(process.pid(), 1_000_000);
    make(ofIt, ofEarlier);
    try {
      String first = Scratch.folderIn(temp).getFileName().toString();
      assertEquals(Set.of(ofIt, first), names());
      process.destroyForcibly().waitFor();
      String second = Scratch.folderIn(temp).getFileName().toString();
      assertEquals(Set.of(first, second), names());
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void nothingElseIs() throws IOException {
    String dead = "spark-lab-1-1000000-";
    List<String> folders =
        List.of("spark-lab", "spark-lab-1-2", "spark-lab-1-2-x", "my-" + dead + "1", dead + "1.old");
    make(folders.toArray(String[]::new));
    make("elsewhere");
    Files.writeString(temp.resolve(dead + "2"), "a file");
    Files.createSymbolicLink(temp.resolve(dead + "3"), temp.resolve("elsewhere"));
    Set<String> before = names();
    before.add(Scratch.folderIn(temp).getFileName().toString());
    assertEquals(before, names());
    assertTrue(Files.exists(temp.resolve("elsewhere/deep/file")));
  }

  @Test
  @Timeout(60)
  void ctrlCLeavesNothing() throws Exception {
    Process process =
        Command.java(ScratchHolder.class)
            .withFlag("-Djava.io.tmpdir=" + temp)
            .heedingCtrlC()
            .start();
    while (names().stream().noneMatch(n -> Files.exists(temp.resolve(n).resolve("ready")))) {
      assertTrue(process.isAlive());
      Thread.sleep(20);
    }
    Command.of("kill", "-INT", Long.toString(process.pid())).run();
    assertEquals(130, process.waitFor());
    assertEquals(List.of(), names().stream().filter(n -> n.startsWith("spark-lab")).toList());
  }
}
