//SOURCES Check.java
//SOURCES Facts.java
//SOURCES ../project/Quantity.java
package gate;

import gate.Facts.Scan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import project.Quantity;

/**
 * Whether Spark does more work than it did: no clock is looked at, so noise cannot decide, and the
 * answer is the same on any machine.
 *
 * <p>Counts must not grow at all. Bytes and tasks may grow by {@link #TOLERANCE}: how rows are
 * shared out among the files, and so among the tasks, is the generator's affair.
 */
public final class FactChecks {
  /**
   * The share by which bytes and tasks may grow. Measured: 57 runs over one set of files moved the
   * same bytes, to the last one; over the same rows generated three times, with one core and with
   * two, what was shuffled differed by 0.3 %. A tenth leaves room for another version of a codec.
   */
  static final double TOLERANCE = 0.1;

  /** From the operator that moves least to the one that moves most. */
  private static final List<String> JOINS =
      List.of(
          "BroadcastHashJoin",
          "ShuffledHashJoin",
          "SortMergeJoin",
          "BroadcastNestedLoopJoin",
          "CartesianProduct");

  private final Facts baseline;
  private final Facts now;
  private final List<Check> checks = new ArrayList<>();

  private FactChecks(Facts baseline, Facts now) {
    this.baseline = baseline;
    this.now = now;
  }

  /** Every check, in the order in which a reader should look at them. */
  public static List<Check> of(Facts baseline, Facts now) {
    return new FactChecks(baseline, now).all();
  }

  private List<Check> all() {
    adaptive();
    joins();
    more("shuffles", "shuffle", baseline.shuffles(), now.shuffles());
    more("opaque code", "piece of code that Catalyst cannot look into", Facts::opaque);
    scans();
    counts("stages", Facts::stages);
    sizes("tasks", Facts::tasks, Quantity::count);
    counts("files written", Facts::filesWritten);
    sizes("input", Facts::inputBytes, Quantity::bytes);
    sizes("shuffled", Facts::shuffleBytes, Quantity::bytes);
    sizes("spilled to disk", Facts::spilledBytes, Quantity::bytes);
    return List.copyOf(checks);
  }

  private void adaptive() {
    String name = "adaptive execution";
    String before = baseline.adaptive() ? "on" : "off";
    String after = now.adaptive() ? "on" : "off";
    checks.add(
        baseline.adaptive() && !now.adaptive()
            ? Check.failed(name, before, after, "adaptive execution is off")
            : Check.passed(name, before, after, before.equals(after) ? "same" : "better"));
  }

  /** Joins are compared from the cheapest to the dearest: which is which, nobody can tell. */
  private void joins() {
    List<String> before = byCost(baseline.joins());
    List<String> after = byCost(now.joins());
    for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
      if (cost(after.get(i)) > cost(before.get(i))) {
        String sentence = "%s became %s".formatted(before.get(i), after.get(i));
        checks.add(Check.failed("joins", list(before), list(after), sentence));
        return;
      }
    }
    if (after.size() > before.size()) {
      String sentence =
          "%s where there %s %d"
              .formatted(
                  Quantity.count(after.size(), "join"),
                  before.size() == 1 ? "was" : "were",
                  before.size());
      checks.add(Check.failed("joins", list(before), list(after), sentence));
    } else {
      String word = before.equals(after) ? "same" : "better";
      checks.add(Check.passed("joins", list(before), list(after), word));
    }
  }

  private static List<String> byCost(List<String> joins) {
    return joins.stream().sorted((a, b) -> Integer.compare(cost(a), cost(b))).toList();
  }

  /** An operator that nobody has heard of is dearer than all others: somebody should look. */
  private static int cost(String join) {
    int known = JOINS.indexOf(join.split("[ (]")[0]);
    return known < 0 ? JOINS.size() : known;
  }

  private void more(String name, String one, Function<Facts, List<String>> texts) {
    more(name, one, texts.apply(baseline), texts.apply(now));
  }

  private void more(String name, String one, List<String> before, List<String> after) {
    List<String> added = without(after, before);
    if (after.size() > before.size()) {
      String which = added.isEmpty() ? "" : ": " + list(added);
      String sentence = Quantity.count(after.size() - before.size(), "more " + one) + which;
      checks.add(Check.failed(name, count(before), count(after), sentence));
    } else {
      String word =
          after.size() < before.size() ? "better" : added.isEmpty() ? "same" : "other, as many";
      checks.add(Check.passed(name, count(before), count(after), word));
    }
  }

  private void scans() {
    Map<String, List<Scan>> before = byTable(baseline);
    Map<String, List<Scan>> after = byTable(now);
    TreeSet<String> tables = new TreeSet<>(before.keySet());
    tables.addAll(after.keySet());
    for (String table : tables) {
      List<Scan> old = before.getOrDefault(table, List.of());
      List<Scan> found = after.getOrDefault(table, List.of());
      String name = table + ": scans";
      if (found.size() > old.size()) {
        String sentence =
            "%s is read %s, before %d"
                .formatted(table, Quantity.count(found.size(), "time"), old.size());
        checks.add(Check.failed(name, "" + old.size(), "" + found.size(), sentence));
      } else if (found.size() < old.size()) {
        checks.add(Check.passed(name, "" + old.size(), "" + found.size(), "better"));
      }
      for (int i = 0; i < Math.min(old.size(), found.size()); i++) {
        scan(table, old.get(i), found.get(i));
      }
    }
  }

  private void scan(String table, Scan before, Scan after) {
    grows(table + ": files read", before.files(), after.files(), 0, Quantity::count);
    if (before.partitions() + after.partitions() > 0) {
      grows(table + ": folders read", before.partitions(), after.partitions(), 0, Quantity::count);
    }
    String columns = table + ": columns read";
    List<String> added = without(after.columns(), before.columns());
    String wider = "%s is read with %s as well".formatted(table, list(added));
    compare(columns, before.columns(), after.columns(), added, wider);
    lost(table + ": pushed filters", before.pushedFilters(), after.pushedFilters());
    lost(table + ": folder filters", before.partitionFilters(), after.partitionFilters());
  }

  private void lost(String name, List<String> before, List<String> after) {
    if (before.isEmpty() && after.isEmpty()) {
      return;
    }
    List<String> lost = without(before, after);
    compare(name, before, after, lost, "%s lost %s".formatted(name, list(lost)));
  }

  private void compare(
      String name, List<String> before, List<String> after, List<String> worse, String sentence) {
    if (worse.isEmpty()) {
      String word = before.equals(after) ? "same" : "better";
      checks.add(Check.passed(name, list(before), list(after), word));
    } else {
      checks.add(Check.failed(name, list(before), list(after), sentence));
    }
  }

  private void counts(String name, ToLongFunction<Facts> fact) {
    grows(name, fact.applyAsLong(baseline), fact.applyAsLong(now), 0, Quantity::count);
  }

  private void sizes(String name, ToLongFunction<Facts> fact, Function<Double, String> text) {
    grows(name, fact.applyAsLong(baseline), fact.applyAsLong(now), TOLERANCE, text);
  }

  private void grows(
      String name, long before, long after, double tolerance, Function<Double, String> text) {
    String was = text.apply((double) before);
    String is = text.apply((double) after);
    if (after > before * (1 + tolerance)) {
      String sentence = "%s: %s where the baseline has %s".formatted(name, is, was);
      checks.add(Check.failed(name, was, is, sentence));
    } else {
      boolean fewer = after < before * (1 - tolerance);
      String word = before == after ? "same" : fewer ? "better" : "within 10 %";
      checks.add(Check.passed(name, was, is, word));
    }
  }

  private static Map<String, List<Scan>> byTable(Facts facts) {
    return facts.scans().stream()
        .collect(Collectors.groupingBy(Scan::table, TreeMap::new, Collectors.toList()));
  }

  /** As multisets: what stands twice and is taken away once stays once. */
  private static List<String> without(List<String> texts, List<String> others) {
    List<String> left = new ArrayList<>(texts);
    others.forEach(left::remove);
    return left;
  }

  private static String count(List<String> texts) {
    return "" + texts.size();
  }

  private static String list(List<String> texts) {
    return texts.isEmpty() ? "none" : String.join(", ", texts);
  }
}
