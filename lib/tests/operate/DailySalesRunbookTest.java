//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//DEPS com.fasterxml.jackson.core:jackson-databind:2.15.2
//SOURCES ../../operate/registry/Registry.java
//SOURCES ../../operate/runbook/Runbook.java
//SOURCES ../../operate/slo/SloFile.java
//SOURCES ../Command.java
package tests.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import operate.registry.Registry;
import operate.runbook.Runbook;
import operate.runbook.RunbookCommand;
import operate.slo.Slo;
import operate.slo.SloFile;
import org.junit.jupiter.api.Test;
import project.Workspace;
import tests.Command;

/** What the lab's own runbooks say, against what it is said about. */
class DailySalesRunbookTest {
  private static final Path ROOT = Command.checkout();
  private static final Runbook RUNBOOK = Runbook.of("daily_sales", new Workspace(ROOT, true));

  private static List<Path> runbooks() throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve("ops/runbooks"))) {
      return files.filter(f -> f.toString().endsWith(".md")).sorted().toList();
    }
  }

  @Test
  void everyRunbookThereIsCanBeReadAndIsOfARegisteredModel() throws IOException {
    Registry registry = Registry.read(ROOT.resolve("ops/models_registry.csv"));
    SloFile slos = SloFile.of(new Workspace(ROOT, true));
    for (Path file : runbooks()) {
      Runbook runbook = Runbook.read(file);
      assertEquals(runbook.model() + ".md", file.getFileName().toString());
      assertEquals(List.of(), runbook.differences(registry.model(runbook.model())));
      List<String> promised = slos.find(runbook.model()).map(Slo::lines).orElse(List.of());
      assertEquals(List.of(), runbook.sloDifferences(promised));
    }
  }

  @Test
  void itPromisesWhatTheObjectivesAre() {
    assertEquals(
        List.of("Freshness ≤ 60 min (99 %)", "Success rate ≥ 99 %", "MTTR < 60 min", "p95 ≤ 12 s"),
        RUNBOOK.slos().stream().map(Runbook.Fact::value).toList());
  }

  @Test
  void itKnowsTheFailuresThatAreRehearsed() {
    assertEquals(
        List.of(
            "input_corrupted",
            "schema_drift",
            "hot_key_doubled",
            "disk_full",
            "process_killed",
            "out_of_memory",
            "late_data",
            "small_files",
            "skew"),
        RUNBOOK.failures().stream().map(f -> f.id()).toList());
  }

  @Test
  void everyCommandOfTheLabIsInItsCatalog() throws IOException {
    JsonNode aliases =
        new ObjectMapper().readTree(ROOT.resolve("jbang-catalog.json").toFile()).get("aliases");
    Map<String, String> values = Map.of("DAY", "2025-10-02", "DATA", "--rows 2M");
    List<RunbookCommand> ofTheLab = new ArrayList<>();
    for (Path file : runbooks()) {
      Runbook.read(file).commands().stream()
          .filter(RunbookCommand::isOfTheLab)
          .forEach(ofTheLab::add);
    }
    assertTrue(ofTheLab.size() > 20, ofTheLab.toString());
    for (RunbookCommand command : ofTheLab) {
      assertTrue(aliases.has(command.words(values).get(0)), command.toString());
    }
  }

  /** It links to the sample report, and takes its numbers from there. */
  @Test
  void theBaselineIsWhatTheSampleMeasured() throws IOException {
    String text = Files.readString(ROOT.resolve("ops/runbooks/daily_sales.md"));
    String section = text.split("\n## Baseline\n")[1].split("\n## ")[0];
    String sample = Files.readString(ROOT.resolve("ops/sample/report.md"));
    String readme = Files.readString(ROOT.resolve("README.md"));
    Matcher number =
        Pattern.compile("[\\d.]+ s|[\\d.]+ to [\\d.]+(?= EUR)|[\\d,]+ files|\\d+ pairs")
            .matcher(section);
    int found = 0;
    while (number.find()) {
      assertTrue(sample.contains(number.group()), number.group());
      found++;
    }
    assertEquals(9, found, section);
    for (String machine : List.of("2 cores of an AMD EPYC", "Debian 12", "OpenJDK 17.0.15")) {
      assertTrue(section.replaceAll("\\s+", " ").contains(machine), machine);
      assertTrue(readme.replaceAll("\\s+", " ").contains(machine), machine);
    }
  }
}
