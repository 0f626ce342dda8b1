//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES LabFolder.java
package tests.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tests.Command;

/** Ctrl-C while new data are written over old ones. */
@Tag("cli")
@Timeout(180)
class InterruptedGenerationTest {
  @TempDir Path temp;

  private List<Path> staged() {
    try (Stream<Path> files = Files.walk(temp.resolve("data/.raw"))) {
      return files.filter(f -> f.toString().contains("/staging-")).toList();
    } catch (IOException | UncheckedIOException changing) {
      return List.of();
    }
  }

  @Test
  void theDataThatWereThereStayAndNothingElseDoes() throws Exception {
    LabFolder lab = LabFolder.withData(temp);
    Map<String, Long> before = LabFolder.contents(temp.resolve("data/raw"));
    Path err = temp.resolve("err");
    Command command = lab.command("generate_data", "--rows", "20M", "--overwrite");
    Process process = command.heedingCtrlC().start(err);
    while (staged().stream().filter(f -> f.toString().endsWith(".parquet")).count() < 10) {
      assertTrue(process.isAlive(), Files.readString(err));
      Thread.sleep(20);
    }
    Command.of("kill", "-INT", Long.toString(process.pid())).run();

    assertEquals(130, process.waitFor());
    List<String> said =
        Files.readAllLines(err).stream().filter(line -> !line.contains(" written: ")).toList();
    assertEquals(1, said.size(), said.toString());
    assertTrue(
        said.get(0)
            .matches(
                "Interrupted\\. data/raw is unchanged\\. Run again: "
                    + "\\S+ generate_data --rows 20M --overwrite"),
        said.toString());
    assertEquals(List.of(), staged());
    assertEquals(before, LabFolder.contents(temp.resolve("data/raw")));
  }
}
