//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../Command.java
//SOURCES ../../operate/registry/Registry.java
//SOURCES ../../operate/slo/RunPlan.java
//SOURCES ../../operate/slo/SloFile.java
package tests.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import operate.slo.RunPlan;
import operate.slo.Slo;
import operate.slo.SloFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import project.LabException;
import project.Workspace;
import tests.Command;

class SloFileTest {
  @TempDir Path folder;

  private static Slo parse(String item) {
    return SloFile.parse("s.yaml", "models:\n  - model: m\n    " + item).get("m");
  }

  private static String failure(String text) {
    return assertThrows(LabException.class, () -> SloFile.parse("s.yaml", text)).getMessage();
  }

  @Test
  void theLabsOwnFilePromisesWhatTheReadmeMeasured() {
    Workspace lab = Workspace.at(Command.checkout());
    Slo sales = SloFile.of(lab).get("daily_sales");
    assertEquals(List.of("optimized"), sales.variants());
    assertEquals(30, sales.windowDays());
    assertEquals(
        Optional.of(new Slo.FreshnessGoal(Duration.ofMinutes(60), 0.99)), sales.freshness());
    assertEquals(OptionalDouble.of(0.99), sales.successRate());
    assertEquals(Optional.of(Duration.ofMinutes(60)), sales.mttrBelow());
    assertEquals(OptionalDouble.of(12), sales.p95Sec());
    assertTrue(sales.command().endsWith(" optimized"), sales.command());
    assertEquals(
        new RunPlan(OptionalDouble.of(24), "hourly in ops/models_registry.csv"),
        RunPlan.of(lab, "daily_sales"));
  }

  @Test
  void elsewhereTheLabsFileTravelsAlongUnlessThereIsOneOfOnesOwn() throws IOException {
    Workspace workspace = new Workspace(folder, false);
    SloFile travelled = SloFile.of(workspace);
    assertEquals("the lab's own ops/slo.yaml", travelled.file());
    assertEquals("daily_sales", travelled.slos().get(0).model());
    assertEquals(
        new RunPlan(OptionalDouble.of(24), "conf/lab.properties"),
        RunPlan.of(workspace, "daily_sales"));
    Path own = workspace.ops("slo.yaml");
    Files.createDirectories(own.getParent());
    Files.writeString(own, "models:\n  - model: churn\n    success_rate_percent: 95\n");
    assertEquals("churn", SloFile.of(workspace).slos().get(0).model());
    assertEquals(own.toString(), SloFile.of(workspace).file());
  }

  @Test
  void whatIsLeftOutHasADefaultOrIsNotPromised() {
    Slo slo = parse("p95_max_sec: 0.5");
    assertEquals(List.of(), slo.variants());
    assertEquals("", slo.command());
    assertEquals(30, slo.windowDays());
    assertEquals(Optional.empty(), slo.freshness());
    assertEquals(OptionalDouble.empty(), slo.successRate());
    assertEquals(Optional.empty(), slo.mttrBelow());
    assertEquals("m", slo.name());
    assertTrue(slo.counts("anything"));
    assertEquals("m/a,b", parse("variants: [a, b]\n    p95_max_sec: 1").name());
  }

  @Test
  void aRunbookListsTheObjectivesInThisForm() {
    assertEquals(
        List.of("Freshness ≤ 7.5 min (99.95 %)", "p95 ≤ 0.5 s"),
        parse(
                "freshness: {max_age_minutes: 7.5, time_percent: 99.95}\n    p95_max_sec: 0.5")
            .lines());
    assertEquals(
        List.of("Success rate ≥ 99.9 %", "MTTR < 120 min"),
        parse("success_rate_percent: 99.9\n    mttr_below_minutes: 120").lines());
    assertEquals(List.of("MTTR < 36 h"), parse("mttr_below_minutes: 2160").lines());
    assertEquals(List.of("MTTR < 121 min"), parse("mttr_below_minutes: 121").lines());
  }

  @Test
  void fractionsAreFine() {
    Slo slo = parse("freshness: {max_age_minutes: 7.5, time_percent: 99.95}\n    window_days: 7");
    assertEquals(Duration.ofSeconds(450), slo.freshness().orElseThrow().maxAge());
    assertEquals(0.9995, slo.freshness().orElseThrow().share(), 1e-12);
    assertEquals(7, slo.windowDays());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "success_rate_percent: 100 | models[0].success_rate_percent is '100', wanted percent,"
            + " from 1 to 99.999",
        "success_rate_percent: 0.99 | models[0].success_rate_percent is '0.99', wanted percent,"
            + " from 1 to 99.999",
        "success_rate_percent: most | models[0].success_rate_percent is 'most', wanted percent,"
            + " from 1 to 99.999",
        "mttr_below_minutes: 0 | models[0].mttr_below_minutes is '0', wanted minutes, from 0.1 to"
            + " 5270400",
        "mttr_below_minutes: 1h | models[0].mttr_below_minutes is '1h', wanted minutes, from 0.1"
            + " to 5270400",
        "p95_max_sec: -1 | models[0].p95_max_sec is '-1', wanted seconds, from 0.001",
        "p95_max_sec: .nan | models[0].p95_max_sec is '.nan', wanted seconds, from 0.001",
        "window_days: 0 | models[0].window_days is '0', wanted whole days, from 1 to 3660",
        "window_days: 1.5 | models[0].window_days is '1.5', wanted whole days, from 1 to 3660",
        "variants: optimized | models[0].variants is 'optimized', wanted a list",
        "variants: [] | models[0].variants names none; leave it out where every variant counts",
        "freshness: 60 | models[0].freshness is '60', wanted keys with values",
        "freshness: {max_age_minutes: 60} | models[0].freshness has no time_percent (found:"
            + " max_age_minutes)",
        "freshness: {max_age: 60} | models[0].freshness.max_age is not a known key, wanted one of"
            + " max_age_minutes, time_percent",
        "succes_rate_percent: 99 | models[0].succes_rate_percent is not a known key, wanted one of"
            + " model, variants, command, window_days, freshness, success_rate_percent,"
            + " mttr_below_minutes, p95_max_sec",
      })
  void aMistakeIsNamedByFileAndLine(String line, String wanted) {
    assertEquals("s.yaml line 3: " + wanted, failure("models:\n  - model: m\n    " + line + "\n"));
  }

  @Test
  void aModelMustBeNamedOnceAndPromiseSomething() {
    assertEquals(
        "s.yaml line 2: models[0] promises nothing, wanted at least one of freshness,"
            + " success_rate_percent, mttr_below_minutes, p95_max_sec",
        failure("models:\n  - model: m\n    window_days: 7\n"));
    assertEquals(
        "s.yaml line 2: models[0] has no model (found: p95_max_sec)",
        failure("models:\n  - p95_max_sec: 7\n"));
    assertEquals(
        "s.yaml line 4: models[1].model is m, which has objectives above",
        failure("models:\n  - model: m\n    p95_max_sec: 7\n  - model: m\n    p95_max_sec: 8\n"));
  }

  @Test
  void aFileWithoutModelsIsNone() {
    assertEquals("s.yaml is empty, wanted keys and values", failure("# nothing\n"));
    assertEquals("s.yaml line 1: it has no models (found: )", failure("{}\n"));
    assertEquals(
        "s.yaml line 1: models has no item, wanted at least one '- model: NAME'",
        failure("models: []\n"));
    assertEquals(
        "s.yaml line 1: model is not a known key, wanted one of models", failure("model: m\n"));
  }

  @Test
  void anUnknownModelIsAnsweredWithTheKnownOnes() {
    SloFile file = SloFile.parse("s.yaml", "models:\n  - model: m\n    p95_max_sec: 7\n");
    assertEquals(
        "No objectives for x in s.yaml (found: m). Add an item '- model: x' to ops/slo.yaml",
        assertThrows(LabException.class, () -> file.get("x")).getMessage());
    assertEquals(Optional.empty(), file.find("x"));
  }
}
