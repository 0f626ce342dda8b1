//SOURCES CheckResult.java
//SOURCES ColumnsCheck.java
//SOURCES Contract.java
//SOURCES OffendingRows.java
//SOURCES OneValue.java
//SOURCES RowExamples.java
//SOURCES TableAtHand.java
//SOURCES TableCounts.java
//SOURCES TableQuality.java
//SOURCES ../../project/LabException.java
//SOURCES ../../spark/Sessions.java
package operate.contract;

import static org.apache.spark.sql.functions.when;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import operate.contract.CheckResult.Breached;
import operate.contract.CheckResult.NotChecked;
import operate.contract.CheckResult.Passed;
import operate.contract.Metric.DuplicateValues;
import operate.contract.Metric.Latency;
import operate.contract.Metric.Matching;
import operate.contract.Metric.NotRun;
import operate.contract.Metric.Orphans;
import operate.contract.Metric.OtherColumns;
import operate.contract.Metric.OtherQuery;
import operate.contract.Metric.RowCount;
import operate.contract.Metric.WrongColumns;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import project.LabException;

/** One table on its way through the checks of its contract. */
final class TableCheck {
  private final Contract contract;
  private final TableAtHand table;
  private final ColumnsCheck columns;
  private final Dataset<Row> rows;

  /** The rows with a column more for each relationship to another table. */
  private Dataset<Row> joined;

  /** What is counted for the rules that look at one row at a time. */
  private final Map<Rule, Column> offending = new LinkedHashMap<>();

  /** Rules that cannot be checked with the columns there are, and why. */
  private final Map<Rule, String> obstacles = new LinkedHashMap<>();

  TableCheck(Contract contract, TableAtHand table) {
    this.contract = contract;
    this.table = table;
    this.columns = ColumnsCheck.of(contract, table.columns());
    this.rows = table.reader().apply(columns.readable());
    this.joined = rows;
  }

  TableQuality run(List<String> key, Instant now) {
    Set<List<String>> keys = new LinkedHashSet<>();
    Set<String> times = new LinkedHashSet<>();
    if (!key.isEmpty() && List.of(rows.columns()).containsAll(key)) {
      keys.add(key);
    }
    for (Rule rule : contract.rules()) {
      Optional<String> unreadable =
          rule.metric().columns().stream()
              .filter(columns.unreadable()::containsKey)
              .map(columns.unreadable()::get)
              .findFirst();
      unreadable.ifPresent(why -> obstacles.put(rule, why));
      if (unreadable.isEmpty()) {
        prepare(rule);
        if (rule.metric() instanceof DuplicateValues duplicates) {
          keys.add(duplicates.columns());
        } else if (rule.metric() instanceof Latency latency) {
          latency.column().ifPresent(times::add);
        }
      }
    }
    List<String> names = List.of(columns.readable().fieldNames());
    TableCounts counts = TableCounts.of(joined, rows, names, offending, keys, times);
    List<CheckResult> results =
        contract.rules().stream().flatMap(rule -> result(rule, counts, now).stream()).toList();
    return new TableQuality(contract, counts.rows(), results, counts.metrics());
  }

  private void prepare(Rule rule) {
    if (rule.metric() instanceof Orphans orphans) {
      Column known = OffendingRows.known(rule);
      Dataset<Row> values = table.references().apply(orphans.target());
      Dataset<Row> named = values.toDF(OffendingRows.knownName(rule)).distinct();
      joined = joined.join(named, OffendingRows.named(orphans.column()).equalTo(known), "left");
    }
    try {
      if (rule.metric() instanceof OtherQuery other) {
        OneValue.require(rows, other);
      }
      OffendingRows.of(rule, columns.readable())
          .ifPresent(
              condition -> {
                if (rule.metric() instanceof Matching) {
                  // Not by where(): that finds columns which the rows no longer have.
                  joined.select(when(condition, 1));
                }
                offending.put(rule, condition);
              });
    } catch (Exception analysis) {
      String why = String.valueOf(analysis.getMessage()).strip().lines().findFirst().orElse("");
      if (columns.unreadable().isEmpty()) {
        throw LabException.failed(
            "%s: %s cannot be checked: %s".formatted(rule.place(), rule.name(), why), analysis);
      }
      obstacles.put(rule, "it needs columns that are not as declared");
    }
  }

  /** Empty for a rule that does not apply to a table that nobody can read yet. */
  private Optional<CheckResult> result(Rule rule, TableCounts counts, Instant now) {
    Metric metric = rule.metric();
    if (obstacles.containsKey(rule)) {
      return notChecked(rule, obstacles.get(rule));
    }
    if (metric instanceof NotRun notRun) {
      return notChecked(rule, notRun.reason());
    }
    if (metric instanceof OtherQuery other) {
      return notChecked(rule, other.reason());
    }
    if (metric instanceof WrongColumns) {
      return Optional.of(columns.declared(rule));
    }
    if (metric instanceof OtherColumns) {
      return Optional.of(columns.others(rule));
    }
    if (metric instanceof Latency latency) {
      return latency(rule, latency, counts, now);
    }
    if (metric instanceof RowCount) {
      return Optional.of(result(rule, counts.rows(), counts.rows()));
    }
    long found =
        metric instanceof DuplicateValues duplicates
            ? counts.duplicates().get(duplicates.columns())
            : counts.offending().get(rule);
    return Optional.of(result(rule, found, counts.rows()));
  }

  private static Optional<CheckResult> notChecked(Rule rule, String why) {
    return Optional.of(new NotChecked(rule, CheckResult.Found.words(why)));
  }

  private Optional<CheckResult> latency(
      Rule rule, Latency latency, TableCounts counts, Instant now) {
    if (table.written().isEmpty()) {
      return Optional.empty();
    }
    Optional<Instant> newest =
        latency.column().isEmpty()
            ? table.written()
            : latency.column().map(counts.newest()::get).map(Instant::ofEpochSecond);
    if (newest.isEmpty()) {
      return notChecked(rule, "the column has no value");
    }
    // A minute that has begun counts: what is shown is never on the other side of the limit.
    long minutes = (long) Math.ceil(Duration.between(newest.get(), now).toMillis() / 60e3);
    return Optional.of(result(rule, minutes, counts.rows()));
  }

  private CheckResult result(Rule rule, long count, long all) {
    CheckResult.Found found = rule.found(count, all);
    double inUnit = rule.inUnit(count, all);
    if (rule.limit().allows(inUnit)) {
      return new Passed(rule, found);
    }
    boolean tooMany = rule.limit().isExceededBy(inUnit);
    return new Breached(rule, found, tooMany ? examples(rule) : List.of());
  }

  private List<String> examples(Rule rule) {
    if (rule.metric() instanceof DuplicateValues duplicates) {
      return RowExamples.duplicates(rows, duplicates.columns());
    }
    return offending.containsKey(rule)
        ? RowExamples.of(joined.where(offending.get(rule)), columns.readable())
        : List.of();
  }
}
