//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Histories.java
package tests.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tests.portfolio.Histories.daily;
import static tests.portfolio.Histories.hourly;
import static tests.portfolio.Histories.portfolio;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import portfolio.FixList;
import portfolio.FixRules;
import portfolio.ModelHistory;
import portfolio.Offence;
import portfolio.Offence.Kind;
import portfolio.Portfolio;
import project.LabException;

/** Each rule on a history written by hand, and on one that only looks like it. */
class FixRulesTest {
  private static final int DAYS = 90;

  /** Durations that differ from day to day as real ones do: at most a tenth around 600 s. */
  private static double usual(int day) {
    return 600 * (1 + 0.1 * Math.sin(2.3 * day));
  }

  private static FixList list(Portfolio portfolio) {
    return FixList.of(portfolio, FixRules.DEFAULTS);
  }

  private static List<Kind> kinds(ModelHistory model) {
    return list(portfolio(DAYS, model)).items().stream()
        .flatMap(i -> i.offences().stream())
        .map(Offence::kind)
        .toList();
  }

  private static Offence only(ModelHistory model) {
    List<FixList.Item> items = list(portfolio(DAYS, model)).items();
    assertEquals(1, items.size());
    assertEquals(1, items.get(0).offences().size());
    return items.get(0).offences().get(0);
  }

  @Test
  void anOrdinaryModelIsNotOnTheList() {
    assertEquals(List.of(), kinds(daily("m", "T1", DAYS, FixRulesTest::usual, d -> false)));
  }

  @Test
  void whatFailsAndIsNotRepairedIsFoundWithItsDay() {
    Offence found = only(daily("m", "T2", DAYS, FixRulesTest::usual, d -> d >= 80));
    assertEquals(Kind.NOT_REPAIRED, found.kind());
    // Day 80 after the first of January is the 22nd of March; it is looked at on the 1st of April.
    assertEquals(
        "10 runs failed since 2026-03-22 01:00, 10 days ago; no success since", found.reason());
    // Ten runs of about 0.6 EUR in ten days are some 18 EUR in a month.
    assertEquals(18, found.eurPerMonth(), 1.5);
  }

  @Test
  void aFailureThatNobodyTriedAgainIsNotRepairedEither() {
    ModelHistory model = daily("m", "T2", DAYS, d -> d > 80 ? 0 : usual(d), d -> d == 80);
    assertEquals(List.of(Kind.NOT_REPAIRED), kinds(model));
  }

  @Test
  void theLastRunMayFailUntilTheNextIsDue() {
    assertEquals(List.of(), kinds(daily("m", "T1", DAYS, FixRulesTest::usual, d -> d == DAYS - 1)));
  }

  @Test
  void whatDoesNotRunAnyMoreIsStale() {
    Offence found = only(daily("m", "T3", 80, FixRulesTest::usual, d -> false));
    assertEquals(Kind.STALE, found.kind());
    assertEquals(
        "no run for 11 days, scheduled daily; the data may be 3.5 days old", found.reason());
    assertEquals(0, found.eurPerMonth());
  }

  @Test
  void missingTheLastRunOfAModelThatMayMissTwoIsNotStale() {
    assertEquals(List.of(), kinds(daily("m", "T3", DAYS - 2, FixRulesTest::usual, d -> false)));
  }

  @Test
  void onePercentADayIsADriftWithItsPrice() {
    Offence found = only(daily("m", "T2", DAYS, d -> usual(d) * Math.pow(1.01, d), d -> false));
    assertEquals(Kind.SLOW_DRIFT, found.kind());
    // 600 s become 1455 s, 965 s on average; 30 runs a month of 365 s more, at 0.001 EUR a second.
    assertEquals(30 * 0.365, found.eurPerMonth(), 0.7);
    assertTrue(found.reason().endsWith("in 89 days, 35 % more each month"), found.reason());
  }

  @Test
  void whatGetsFasterOrHadABadWeekDoesNotDrift() {
    assertEquals(
        List.of(), kinds(daily("m", "T2", DAYS, d -> usual(d) * Math.pow(0.99, d), d -> false)));
    assertEquals(
        List.of(),
        kinds(daily("m", "T2", DAYS, d -> usual(d) * (d >= 80 && d < 87 ? 3 : 1), d -> false)));
  }

  @Test
  void aWeekendOfLongRunsIsNoDrift() {
    assertEquals(
        List.of(),
        kinds(daily("m", "T2", DAYS, d -> usual(d) * (d % 7 >= 5 ? 2.5 : 1), d -> false)));
  }

  @Test
  void whatFailsAgainAndAgainIsFlaky() {
    Offence found = only(daily("m", "T2", DAYS, FixRulesTest::usual, d -> d % 8 == 3));
    assertEquals(Kind.FLAKY, found.kind());
    assertEquals(
        "11 outages in 90 runs (11 failed): at least 7.0 % of the runs begin one", found.reason());
    assertEquals(11 * 0.6 / 3, found.eurPerMonth(), 0.2);
  }

  @Test
  void oneBadDayIsOneOutageHoweverManyRunsFail() {
    ModelHistory model = hourly("m", "T2", 24 * DAYS, h -> usual(h / 24) / 10, h -> h / 24 == 40);
    assertEquals(List.of(), kinds(model));
  }

  @Test
  void twoFailuresInADozenRunsMayBeBadLuck() {
    List<ModelHistory> weekly = new ArrayList<>();
    ModelHistory all = daily("m", "T3", DAYS, FixRulesTest::usual, d -> d == 14 || d == 42);
    weekly.add(
        Histories.of(
            "m",
            Histories.facts("T3", "weekly"),
            all.runs().stream().filter(r -> day(r.start()) % 7 == 0).toList()));
    assertEquals(List.of(), kinds(weekly.get(0)));
  }

  private static long day(Instant time) {
    return Duration.between(Histories.BEGIN, time).toDays();
  }

  private static boolean lastOfMonth(int day) {
    LocalDate date = LocalDate.ofInstant(Histories.BEGIN, ZoneOffset.UTC).plusDays(day);
    return date.getDayOfMonth() == date.lengthOfMonth();
  }

  @Test
  void longRunsAtEveryMonthEndAreFound() {
    Offence found =
        only(daily("m", "T2", DAYS, d -> usual(d) * (lastOfMonth(d) ? 4 : 1), d -> false));
    assertEquals(Kind.MONTH_END, found.kind());
    assertTrue(found.reason().startsWith("at 3 of 3 month ends a run takes "), found.reason());
    // Three runs of 1800 s more in 90 days.
    assertEquals(1.8, found.eurPerMonth(), 0.2);
  }

  @Test
  void oneLongMonthEndIsABadDay() {
    assertEquals(
        List.of(), kinds(daily("m", "T2", DAYS, d -> usual(d) * (d == 30 ? 6 : 1), d -> false)));
  }

  /** Twelve models of a kind, whose costs differ by up to a half. */
  private static List<ModelHistory> like(String tier) {
    List<ModelHistory> models = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      double factor = 1 + i / 24.0;
      models.add(daily(tier + "-" + i, tier, DAYS, d -> factor * usual(d), d -> false));
    }
    return models;
  }

  private static Map<String, List<Kind>> byName(List<ModelHistory> models) {
    return list(portfolio(DAYS, models.toArray(ModelHistory[]::new))).items().stream()
        .collect(
            Collectors.toMap(
                i -> i.model().name(), i -> i.offences().stream().map(Offence::kind).toList()));
  }

  @Test
  void aHogCostsManyTimesWhatItsLikeDo() {
    List<ModelHistory> models = like("T3");
    models.add(daily("hog", "T3", DAYS, d -> 12 * usual(d), d -> false));
    assertEquals(Map.of("hog", List.of(Kind.COST_HOG)), byName(models));
  }

  @Test
  void whatIsDearBecauseItsTierIsIsNoHog() {
    List<ModelHistory> models = like("T3");
    for (int i = 0; i < 3; i++) {
      double factor = 6 + i;
      models.add(daily("dear-" + i, "T1", DAYS, d -> factor * usual(d), d -> false));
    }
    assertEquals(Map.of(), byName(models));
  }

  @Test
  void whatTakesLongAndIsInTimeIsNoHog() {
    List<ModelHistory> models = like("T2");
    models.add(daily("slow", "T2", DAYS, d -> 4 * usual(d), d -> false));
    assertEquals(Map.of(), byName(models));
  }

  @Test
  void amongSevenModelsNobodyCanSayWhatIsUsual() {
    List<ModelHistory> models = new ArrayList<>(like("T3").subList(0, 6));
    models.add(daily("hog", "T3", DAYS, d -> 12 * usual(d), d -> false));
    assertEquals(Map.of(), byName(models));
  }

  @Test
  void brokenOnesComeFirstByTierThenTheRestByEuros() {
    FixList list =
        list(
            portfolio(
                DAYS,
                daily("drifts", "T1", DAYS, d -> usual(d) * Math.pow(1.01, d), d -> false),
                daily("fails T2", "T2", DAYS, FixRulesTest::usual, d -> d > 70),
                daily("flaky", "T1", DAYS, FixRulesTest::usual, d -> d % 8 == 3),
                daily("gone T1", "T1", 80, FixRulesTest::usual, d -> false),
                daily("good", "T1", DAYS, FixRulesTest::usual, d -> false)));
    assertEquals(
        List.of("gone T1", "fails T2", "drifts", "flaky"),
        list.items().stream().map(i -> i.model().name()).toList());
    assertEquals(2, list.urgent());
    assertEquals(5, list.looked());
  }

  @Test
  void aLimitOutOfRangeIsNamedWithItsOption() {
    assertTrue(
        assertThrows(LabException.class, () -> new FixRules(1, 0.25, 0.02, 2))
            .getMessage()
            .startsWith("--hog-times 1.0 is out of range"));
    assertTrue(
        assertThrows(LabException.class, () -> new FixRules(5, 0.25, 1, 2))
            .getMessage()
            .startsWith("--flaky-percent 100.0 is out of range"));
  }
}
