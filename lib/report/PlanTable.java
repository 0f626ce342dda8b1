//SOURCES Evidence.java
//SOURCES Findings.java
//SOURCES Grid.java
//SOURCES Numbers.java
//SOURCES ../project/Quantity.java
//SOURCES ../spark/PlanFacts.java
//SOURCES ../spark/RunEvidence.java
package report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import project.Quantity;
import spark.PlanFacts;
import spark.RunEvidence;
import spark.TaskTotals;

/** What the final plans of the median runs say, side by side; operators have Spark's names. */
final class PlanTable {
  private static final String NOTHING = "none";

  private PlanTable() {}

  /** A column for each side; empty when neither has evidence. */
  static Grid of(Findings f) {
    List<List<String>> rows = new ArrayList<>();
    if (f.evidence().values().stream().anyMatch(e -> e.spark().isPresent())) {
      facts().forEach((name, fact) -> rows.add(row(f, name, fact)));
    }
    return new Grid(
        "The median run of each side, as Spark executed it",
        "lll",
        List.of("", f.selection().before().name(), f.selection().after().name()),
        rows);
  }

  /** Why a column is empty or a replay is missing. */
  static List<String> problems(Findings f) {
    return f.evidence().values().stream()
        .map(Evidence::problem)
        .filter(problem -> !problem.isEmpty())
        .map(problem -> problem + ".")
        .toList();
  }

  private static List<String> row(Findings f, String name, Function<Evidence, String> fact) {
    List<String> cells = new ArrayList<>(List.of(name));
    for (Sample sample : f.selection().samples()) {
      Evidence evidence = f.evidence().get(sample.side());
      boolean there = evidence != null && evidence.spark().isPresent();
      cells.add(there ? fact.apply(evidence) : Numbers.NONE);
    }
    return cells;
  }

  private static Map<String, Function<Evidence, String>> facts() {
    Map<String, Function<Evidence, String>> facts = new LinkedHashMap<>();
    facts.put(
        "run", e -> "%s, %s".formatted(e.run().runId(), Numbers.seconds(e.run().durationSec())));
    facts.put("tasks active on average", spark(e -> Numbers.decimals(e.activeTasks(), 2)));
    facts.put("files read", spark(PlanTable::filesRead));
    facts.put("join in the final plan", spark(PlanTable::joins));
    facts.put("exchanges", spark(PlanTable::exchanges));
    facts.put("adaptive execution", spark(PlanTable::adaptive));
    facts.put("opaque to Catalyst", spark(e -> counted(e.all(PlanFacts::opaque))));
    facts.put(
        "operators compiled together",
        spark(e -> stages(e.plans().stream().mapToInt(PlanFacts::codegenStages).sum())));
    facts.put("heaviest stage: time", PlanTable::timeBalance);
    facts.put("heaviest stage: bytes", PlanTable::bytesBalance);
    facts.put("files written", spark(PlanTable::filesWritten));
    return facts;
  }

  private static Function<Evidence, String> spark(Function<RunEvidence, String> fact) {
    return e -> fact.apply(e.spark().orElseThrow());
  }

  private static String stages(int codegen) {
    return codegen == 0 ? NOTHING : "in %s of code".formatted(Quantity.count(codegen, "stage"));
  }

  private static String filesRead(RunEvidence e) {
    List<PlanFacts.ScanFact> scans = e.all(PlanFacts::scans);
    return files(
        scans.stream().mapToLong(PlanFacts.ScanFact::filesRead).sum(),
        scans.stream().mapToLong(PlanFacts.ScanFact::bytes).sum());
  }

  private static String filesWritten(RunEvidence e) {
    List<PlanFacts.WriteFact> writes = e.all(PlanFacts::writes);
    return files(
        writes.stream().mapToLong(PlanFacts.WriteFact::files).sum(),
        writes.stream().mapToLong(PlanFacts.WriteFact::bytes).sum());
  }

  private static String files(long files, long bytes) {
    return files == 0
        ? NOTHING
        : "%s, mean size %s"
            .formatted(Quantity.count(files), Quantity.bytes((double) bytes / files));
  }

  private static String joins(RunEvidence e) {
    return counted(
        e.all(PlanFacts::joins).stream()
            .map(j -> "%s %s".formatted(j.operator(), j.joinType()))
            .toList());
  }

  private static String exchanges(RunEvidence e) {
    List<PlanFacts.ExchangeFact> exchanges = e.all(PlanFacts::exchanges);
    long bytes = exchanges.stream().mapToLong(PlanFacts.ExchangeFact::bytes).sum();
    String operators = counted(exchanges.stream().map(PlanFacts.ExchangeFact::operator).toList());
    return exchanges.isEmpty() ? NOTHING : operators + ", " + Quantity.bytes(bytes);
  }

  /** What it changed, in words. */
  private static String adaptive(RunEvidence e) {
    if (e.plans().stream().noneMatch(PlanFacts::adaptive)) {
      return "off";
    }
    List<String> changes = new ArrayList<>();
    for (PlanFacts plan : e.plans()) {
      if (plan.adaptive() && !plan.initialJoins().equals(plan.joinOperators())) {
        changes.add(
            "%s became %s".formatted(counted(plan.initialJoins()), counted(plan.joinOperators())));
      }
    }
    e.all(PlanFacts::shuffleReads).stream()
        .map(PlanTable::change)
        .filter(Objects::nonNull)
        .forEach(changes::add);
    return changes.isEmpty() ? "on, changed nothing" : "on: " + counted(changes);
  }

  private static String change(PlanFacts.ShuffleReadFact read) {
    if (read.skewedPartitions() > 0) {
      return "%s split into %d"
          .formatted(
              Quantity.count(read.skewedPartitions(), "skewed partition"), read.skewedSplits());
    }
    if (read.coalesced()) {
      return "%s coalesced to %d"
          .formatted(Quantity.count(read.partitionsWritten(), "partition"), read.partitionsRead());
    }
    return read.local() ? "a shuffle read where it was written" : null;
  }

  private static String timeBalance(Evidence e) {
    TaskTotals t = e.spark().orElseThrow().totals();
    return "%s, median %s, max %s"
        .formatted(
            Quantity.count(t.stageTasks(), "task"),
            Numbers.seconds(t.medianTaskSec()),
            Numbers.seconds(t.maxTaskSec()));
  }

  private static String bytesBalance(Evidence e) {
    TaskTotals t = e.spark().orElseThrow().totals();
    return "median %s, max %s"
        .formatted(Quantity.bytes(t.medianTaskBytes()), Quantity.bytes(t.maxTaskBytes()));
  }

  /** {@code SortMergeJoin LeftOuter, Exchange x3}: each once, with how often it is there. */
  private static String counted(List<String> names) {
    if (names.isEmpty()) {
      return NOTHING;
    }
    return names.stream()
        .collect(Collectors.groupingBy(n -> n, LinkedHashMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(n -> n.getValue() == 1 ? n.getKey() : n.getKey() + " x" + n.getValue())
        .collect(Collectors.joining(", "));
  }
}
