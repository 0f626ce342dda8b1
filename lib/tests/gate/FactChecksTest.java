//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES SampleFacts.java
//SOURCES ../../gate/FactChecks.java
package tests.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static tests.gate.SampleFacts.CUSTOMERS;
import static tests.gate.SampleFacts.TRANSACTIONS;
import static tests.gate.SampleFacts.TUNED;

import gate.Check;
import gate.FactChecks;
import gate.Facts;
import gate.Facts.Scan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which changes of what Spark does keep a change out, and what is said of them. */
class FactChecksTest {
  private static final String BY_DATE = "hashpartitioning(event_date)";
  private static final String BY_KEY = "hashpartitioning(event_date, segment, bucket)";
  private static final String BROADCAST = "BroadcastHashJoin LeftOuter";

  /** The sentences of the checks that fail. */
  private static List<String> failures(Facts before, Facts after) {
    return FactChecks.of(before, after).stream()
        .filter(Check::failed)
        .map(Check::sentence)
        .toList();
  }

  private static List<String> failures(Facts after) {
    return failures(TUNED, after);
  }

  private static Facts plan(String join, String... shuffles) {
    return SampleFacts.plan(List.of(join), List.of(shuffles), List.of());
  }

  private static Facts transactions(long files, List<String> columns, List<String> folderFilters) {
    return SampleFacts.scans(
        CUSTOMERS, new Scan("transactions", files, 14, columns, folderFilters, List.of()));
  }

  @Test
  void theSameFactsAreTheSame() {
    List<Check> checks = FactChecks.of(TUNED, TUNED);
    assertEquals(17, checks.size());
    checks.forEach(check -> assertEquals("same", check.word(), check.name()));
  }

  @Test
  void aDearerJoin() {
    assertEquals(
        List.of("BroadcastHashJoin LeftOuter became SortMergeJoin(skew=true) LeftOuter"),
        failures(plan("SortMergeJoin(skew=true) LeftOuter", BY_DATE, BY_KEY)));
    assertEquals(
        List.of("SortMergeJoin Inner became BroadcastNestedLoopJoin Inner"),
        failures(plan("SortMergeJoin Inner"), plan("BroadcastNestedLoopJoin Inner")));
    assertEquals(
        List.of("BroadcastHashJoin LeftOuter became MagicJoin Inner"),
        failures(plan("MagicJoin Inner", BY_DATE, BY_KEY)),
        "one that nobody has heard of");
    assertEquals(List.of(), failures(plan("SortMergeJoin Inner"), plan("ShuffledHashJoin Inner")));
  }

  /** An operator among cheaper ones is not hidden by a dearer one that went. */
  @Test
  void joinsAreComparedFromTheCheapestOn() {
    Facts mixed = SampleFacts.plan(List.of(BROADCAST, "SortMergeJoin Inner"), List.of(), List.of());
    Facts merged =
        SampleFacts.plan(
            List.of("SortMergeJoin LeftOuter", "SortMergeJoin Inner"), List.of(), List.of());
    assertEquals(1, failures(mixed, merged).size());
    assertEquals(List.of(), failures(merged, mixed));
    Facts two = SampleFacts.plan(List.of(BROADCAST, BROADCAST), List.of(BY_DATE, BY_KEY), List.of());
    assertEquals(List.of("2 joins where there was 1"), failures(two));
  }

  @Test
  void oneMoreShuffle() {
    assertEquals(
        List.of("1 more shuffle: hashpartitioning(customer_id)"),
        failures(plan(BROADCAST, BY_DATE, BY_KEY, "hashpartitioning(customer_id)")));
    assertEquals(
        List.of("1 more shuffle: " + BY_DATE), failures(plan(BROADCAST, BY_DATE, BY_DATE, BY_KEY)));
    assertEquals(List.of(), failures(plan(BROADCAST, BY_KEY, "hashpartitioning(bucket)")));
    assertEquals(List.of(), failures(plan(BROADCAST, BY_KEY)));
  }

  @Test
  void codeThatCatalystCannotLookInto() {
    Facts udf = SampleFacts.plan(TUNED.joins(), TUNED.shuffles(), List.of("UDF(amount)"));
    assertEquals(
        List.of("1 more piece of code that Catalyst cannot look into: UDF(amount)"), failures(udf));
    assertEquals(List.of(), failures(udf, TUNED));
  }

  @Test
  void adaptiveExecutionOff() {
    assertEquals(List.of("adaptive execution is off"), failures(SampleFacts.adaptive(false)));
    assertEquals(List.of(), failures(SampleFacts.adaptive(false), TUNED));
  }

  @Test
  void moreIsReadOfATable() {
    List<String> wide = List.of("amount", "customer_id", "event_ts");
    List<String> filters = TRANSACTIONS.partitionFilters();
    assertEquals(
        List.of("transactions: files read: 1,681 where the baseline has 1,680"),
        failures(transactions(1681, TRANSACTIONS.columns(), filters)));
    assertEquals(
        List.of("transactions is read with event_ts as well"),
        failures(transactions(1680, wide, filters)));
    assertEquals(
        List.of("transactions: folder filters lost isnotnull(day)"),
        failures(transactions(1680, TRANSACTIONS.columns(), List.of())));
    assertEquals(List.of(), failures(transactions(14, List.of("amount"), filters)));
  }

  @Test
  void aPushedFilterIsLost() {
    Scan unfiltered =
        new Scan("customers", 1, 0, CUSTOMERS.columns(), List.of(), List.of("Other(x)"));
    assertEquals(
        List.of("customers: pushed filters lost IsNotNull(customer_id)"),
        failures(SampleFacts.scans(unfiltered, TRANSACTIONS)));
  }

  @Test
  void aTableIsReadTwiceOrAnew() {
    assertEquals(
        List.of("transactions is read 2 times, before 1"),
        failures(SampleFacts.scans(CUSTOMERS, TRANSACTIONS, TRANSACTIONS)));
    Scan other = new Scan("returns", 3, 0, List.of("id"), List.of(), List.of());
    assertEquals(
        List.of("returns is read 1 time, before 0"),
        failures(SampleFacts.scans(CUSTOMERS, TRANSACTIONS, other)));
    assertEquals(List.of(), failures(SampleFacts.scans(TRANSACTIONS)));
  }

  /** Counts must not grow; tasks and bytes may, by a tenth. */
  @Test
  void sizes() {
    assertEquals(List.of(), failures(SampleFacts.sizes(5, 22, 14, 38_000_000, 131_000, 0)));
    assertEquals(
        List.of(
            "stages: 6 where the baseline has 5",
            "tasks: 23 where the baseline has 20",
            "files written: 15 where the baseline has 14",
            "input: 37.2 MiB where the baseline has 33.4 MiB",
            "shuffled: 130 KiB where the baseline has 117 KiB",
            "spilled to disk: 1 B where the baseline has 0 B"),
        failures(SampleFacts.sizes(6, 23, 15, 39_000_000, 133_000, 1)));
    List<String> words = new ArrayList<>();
    FactChecks.of(TUNED, SampleFacts.sizes(4, 10, 1, 34_000_000, 120_000, 0))
        .subList(11, 17)
        .forEach(check -> words.add(check.word()));
    assertEquals(List.of("better", "better", "better", "within 10 %", "same", "same"), words);
  }
}
