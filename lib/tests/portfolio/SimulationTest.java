//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Histories.java
//SOURCES ../../portfolio/HistoryLog.java
//SOURCES ../../portfolio/SimulationFiles.java
//SOURCES ../../portfolio/RuleTrial.java
package tests.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import operate.registry.Model;
import operate.registry.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import portfolio.FixList;
import portfolio.FixRules;
import portfolio.HistoryLog;
import portfolio.ModelHistory;
import portfolio.Portfolio;
import portfolio.RuleTrial;
import portfolio.SimulatedHistory;
import portfolio.Simulation;
import portfolio.SimulationFiles;
import portfolio.TruthCheck;
import project.LabException;
import tests.Command;

/** A made-up history, and what the rules find in it. */
class SimulationTest {
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

  @TempDir Path temp;

  private static Simulation simulation(int models, long seed) {
    return new Simulation(models, 90, seed, 1, FIRST_DAY);
  }

  private SimulationFiles written(int models, long seed) {
    SimulationFiles files = SimulationFiles.of(temp.resolve("sim.csv"));
    files.write(SimulatedHistory.of(simulation(models, seed)));
    return files;
  }

  private static long crc(Path file) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(Files.readAllBytes(file));
    return crc.getValue();
  }

  private static HistoryLog.Content content(SimulationFiles files) {
    return HistoryLog.read(files.log(), Histories.format(2.5, Instant.MAX));
  }

  private static TruthCheck truth(SimulationFiles files) {
    Portfolio portfolio =
        Portfolio.of(
            content(files).models(),
            Optional.of(Registry.read(files.registry())),
            Optional.empty(),
            ZoneOffset.UTC);
    return TruthCheck.of(files.truth(), FixList.of(portfolio, FixRules.DEFAULTS));
  }

  @Test
  void theSameSeedGivesTheSameFilesOnAnyMachine() throws IOException {
    SimulationFiles files = written(65, 42);
    assertEquals(3842537115L, crc(files.log()));
    assertEquals(1228924946L, crc(files.registry()));
    assertEquals(1351258449L, crc(files.truth()));
    long before = crc(files.log());
    assertNotEquals(before, crc(written(65, 43).log()));
  }

  @Test
  void everyLineSaysThatItIsSimulated() throws IOException {
    SimulationFiles files = written(10, 1);
    List<String> lines = Files.readAllLines(files.log());
    assertTrue(
        lines.stream().skip(1).allMatch(l -> l.startsWith("sim-1-") && l.contains(",true,")));
    assertTrue(content(files).models().stream().allMatch(m -> m.facts().simulated()));
    assertEquals(0, content(files).linesLeftOut());
    assertEquals(lines.size() - 1, content(files).lines());
  }

  @Test
  void modelsReadWhatOthersMakeOrARawTable() {
    Registry registry = Registry.read(written(65, 42).registry());
    assertEquals(65, registry.models().size());
    Set<String> made = new HashSet<>();
    for (Model model : registry.models()) {
      assertFalse(model.inputs().isEmpty());
      model.inputs().forEach(t -> assertTrue(t.startsWith("raw.") || made.contains(t), t));
      made.addAll(model.outputs());
    }
    assertEquals(65, made.size());
    assertTrue(registry.models().stream().anyMatch(m -> m.inputs().size() > 1));
  }

  /** Twelve offenders of six kinds in 65 models: all of them found, on 20 seeds. */
  @Test
  void everyPlantedOffenderIsFoundAndHardlyAnythingElse() {
    RuleTrial trial = RuleTrial.run(1);
    assertEquals(List.of(), trial.missed());
    assertEquals(240, trial.planted());
    assertEquals(1060, trial.innocent());
    assertTrue(trial.falseAlarms() <= 10, "%d false alarms".formatted(trial.falseAlarms()));
    assertEquals(RuleTrial.FULL, trial.sentence());
  }

  /** What the page says of the rules is what they do. */
  @Test
  void offendersHalfAsStrongAreMissedAsOftenAsThePageSays() {
    RuleTrial trial = RuleTrial.run(0.5);
    assertFalse(trial.missed().isEmpty());
    assertEquals(RuleTrial.HALF, trial.sentence());
  }

  @Test
  void theTruthFileSaysWhatWasMissed() throws IOException {
    SimulationFiles files = written(65, 3);
    TruthCheck check = truth(files);
    assertEquals(12, check.planted());
    assertEquals(List.of(), check.missed());
    Files.writeString(files.truth(), "orders_clean,true,stale,,\n", StandardOpenOption.APPEND);
    assertEquals(List.of("orders_clean (stale)"), truth(files).missed());
    assertTrue(
        truth(files)
            .sentence()
            .startsWith("12 of 13 planted offenders found (missed: orders_clean (stale)), "),
        truth(files).sentence());
  }

  /** The rules know nothing of what plants the offenders. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "CostHog",
        "FixList",
        "FixRules",
        "FlakyModel",
        "Growth",
        "MonthEndPeak",
        "Offence",
        "SlowDrift",
        "StaleModel",
        "UnrepairedModel"
      })
  void theRulesDoNotKnowTheSimulator(String rule) throws IOException {
    Path source = Command.checkout().resolve("lib/portfolio/" + rule + ".java");
    assertFalse(Files.readString(source).toLowerCase(Locale.ROOT).contains("simulat"), rule);
  }

  @Test
  void oneModelIsAPortfolioToo() {
    SimulationFiles files = written(1, 5);
    List<ModelHistory> models = content(files).models();
    assertEquals(1, models.size());
    assertEquals(0, truth(files).planted());
  }

  @Test
  void aRealLogIsNeverWrittenOver() throws IOException {
    Path log = Files.writeString(temp.resolve("job_runs.csv"), "run_id,job_name\nr1,mine\n");
    SimulationFiles files = SimulationFiles.of(log);
    SimulatedHistory history = SimulatedHistory.of(simulation(1, 1));
    assertEquals(
        log + " is there and is no simulated log; nothing is written over it. Choose another --out",
        assertThrows(LabException.class, () -> files.write(history)).getMessage());
    assertEquals("run_id,job_name\nr1,mine\n", Files.readString(log));
    assertFalse(Files.exists(files.registry()));
  }

  @Test
  void whatIsOutOfRangeIsNamed() {
    assertEquals(
        "--days 27 is out of range (wanted 28 to 1100)",
        assertThrows(LabException.class, () -> new Simulation(1, 27, 1, 1, FIRST_DAY))
            .getMessage());
    assertEquals(
        "--models 0 is out of range (wanted 1 to 1000)",
        assertThrows(LabException.class, () -> new Simulation(0, 28, 1, 1, FIRST_DAY))
            .getMessage());
    assertEquals(
        "--strength NaN is out of range (wanted above 0, up to 3.0)",
        assertThrows(LabException.class, () -> new Simulation(1, 28, 1, Double.NaN, FIRST_DAY))
            .getMessage());
  }
}
