//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Histories.java
//SOURCES ../../portfolio/FixList.java
//SOURCES ../../portfolio/RegistryGaps.java
//SOURCES ../../portfolio/TierSummary.java
package tests.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tests.portfolio.Histories.BEGIN;
import static tests.portfolio.Histories.daily;
import static tests.portfolio.Histories.facts;
import static tests.portfolio.Histories.of;
import static tests.portfolio.Histories.portfolio;
import static tests.portfolio.Histories.run;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import operate.registry.Model;
import operate.registry.Registry;
import org.junit.jupiter.api.Test;
import portfolio.FixList;
import portfolio.FixRules;
import portfolio.ModelHistory;
import portfolio.ModelRun.Outcome;
import portfolio.ModelStats;
import portfolio.Portfolio;
import portfolio.RegistryGaps;
import portfolio.TierSummary;

class PortfolioTest {
  private static final ModelHistory GOOD = daily("good", "T1", 30, d -> 600, d -> false);

  private static Model registered(
      String name, List<String> inputs, String output, String schedule) {
    return new Model(name, "owner", "d", inputs, List.of(output), schedule, "T3");
  }

  private static Portfolio with(Registry registry, ModelHistory... models) {
    return Portfolio.of(List.of(models), Optional.of(registry), Optional.empty(), ZoneOffset.UTC);
  }

  @Test
  void aMonthIsToldFromTheDaysThatAModelIsKnown() {
    // 600 s a day at 0.001 EUR a second.
    ModelHistory young = of("young", facts("T1", "daily"), GOOD.runs().subList(20, 30));
    Map<String, Double> eur =
        portfolio(30, GOOD, young).models().stream()
            .collect(Collectors.toMap(ModelStats::name, ModelStats::eurPerMonth));
    assertEquals(18, eur.get("good"), 0.1);
    assertEquals(18, eur.get("young"), 0.1);
  }

  @Test
  void aModelOfYesterdayIsNotTakenForADailyOneOfAMonth() {
    ModelHistory newborn = of("new", facts("T1", "daily"), GOOD.runs().subList(29, 30));
    double eur = portfolio(30, GOOD, newborn).models().get(1).eurPerMonth();
    assertEquals(0.6 * 30 / 7, eur, 1e-9);
  }

  @Test
  void aLogOfAFewDaysIsNoMonth() {
    Portfolio portfolio = portfolio(6, daily("m", "T1", 6, d -> 600, d -> false));
    assertFalse(portfolio.monthly());
    assertEquals(3.6, portfolio.eurPerMonth(), 1e-9);
  }

  @Test
  void nowIsTheEndOfTheLastRunUnlessTheReaderSaysOtherwise() {
    Registry none = new Registry(Path.of("r.csv"), List.of());
    assertEquals(Instant.parse("2026-01-30T01:10:00Z"), with(none, GOOD).asOf());
    assertEquals(BEGIN.plus(Duration.ofDays(40)), portfolio(40, GOOD).asOf());
  }

  @Test
  void theRegistryHoldsAgainstTheLog() {
    Registry registry =
        new Registry(Path.of("r.csv"), List.of(registered("good", List.of(), "t.good", "weekly")));
    ModelStats model = with(registry, GOOD).models().get(0);
    assertEquals("T3", model.tier());
    assertEquals("weekly", model.schedule());
    assertEquals("owner", model.owner());
  }

  @Test
  void registryAndLogAreHeldAgainstEachOther() {
    Registry registry =
        new Registry(
            Path.of("ops/r.csv"),
            List.of(
                registered("silent", List.of(), "t.a", "daily"),
                registered("typed", List.of(), "t.b", "on demand")));
    assertEquals(
        List.of(
            "1 model in r.csv has a schedule and no run in the log: silent",
            "1 job of the log is not in r.csv: good"),
        RegistryGaps.between(registry, List.of(GOOD)));
  }

  @Test
  void whoReadsWhatAModelMakesIsCountedThroughOthers() {
    Registry registry =
        new Registry(
            Path.of("r.csv"),
            List.of(
                registered("a", List.of("raw.x"), "t.a", "daily"),
                registered("b", List.of("t.a"), "t.b", "daily"),
                registered("c", List.of("t.b", "t.a"), "t.c", "daily")));
    ModelHistory broken = daily("a", "T1", 30, d -> 600, d -> d > 10);
    FixList list =
        FixList.of(
            with(
                registry,
                broken,
                daily("b", "T1", 30, d -> 600, d -> false),
                daily("c", "T1", 30, d -> 600, d -> false)),
            FixRules.DEFAULTS);
    assertEquals(1, list.items().size());
    assertEquals(Optional.of(2), list.items().get(0).dependents());
  }

  @Test
  void aTierIsTheSumOfItsModels() {
    ModelHistory failing = daily("failing", "T1", 30, d -> 600, d -> d == 10 || d >= 28);
    List<TierSummary> tiers =
        TierSummary.of(portfolio(30, GOOD, failing, daily("z", "", 30, d -> 60, d -> false)));
    assertEquals(List.of("T1", "-"), tiers.stream().map(TierSummary::tier).toList());
    TierSummary first = tiers.get(0);
    assertEquals(2, first.models());
    assertEquals(57, first.success().succeeded());
    assertEquals(60, first.success().runs());
    assertEquals(1, first.repairs().open());
    // From one in the morning of day 10 to ten past one of day 11.
    assertEquals(24 * 60 + 10, first.repairs().meanMin().getAsDouble());
    assertEquals(1, first.inTime());
    assertEquals(2, first.watched());
    // Ages of 48 h and 70.8 h at 36 h allowed: both too old.
    assertEquals(2, first.breaches());
    assertTrue(first.worstShare().getAsDouble() < first.shareInTime().getAsDouble());
  }

  @Test
  void aModelThatNeverSucceededHasNumbersToo() {
    ModelStats model =
        portfolio(30, of("m", facts("T2", "daily"), List.of(run(0, 60, Outcome.ABORTED))))
            .models()
            .get(0);
    assertTrue(model.p50().isEmpty());
    assertTrue(model.tail().isEmpty());
    assertTrue(model.age().isEmpty());
    assertTrue(model.openOutage().isPresent());
  }
}
