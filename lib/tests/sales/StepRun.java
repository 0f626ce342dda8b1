//SOURCES ScenarioData.java
//SOURCES ../spark/Listened.java
//SOURCES ../../sales/SteppedDailySales.java
package tests.sales;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import sales.Step;
import sales.SteppedDailySales;
import sales.Steps;
import spark.Distribution;
import spark.PlanFacts;
import spark.RunEvidence;
import spark.StageEvidence;
import spark.TaskMetric;
import tests.spark.Listened;
import tests.spark.LocalSession;

/**
 * {@code daily_sales} with some of its steps tuned, as Spark saw it. Runs are kept: a naive one is
 * what several tests compare with.
 */
record StepRun(RunEvidence evidence) {
  /** Enough shuffle partitions to see skew, where their number does not matter. */
  static final Map<String, String> SIXTEEN = Map.of("spark.sql.shuffle.partitions", "16");

  private record Key(ScenarioData data, String steps, Map<String, String> settings) {}

  private static final Map<Key, StepRun> DONE = new HashMap<>();

  /**
   * Runs it, unless it has run before.
   *
   * @param typed as for the command: {@code none}, {@code aqe,skewjoin}
   * @param settings laid over those of the steps
   */
  static synchronized StepRun of(ScenarioData data, String typed, Map<String, String> settings) {
    return DONE.computeIfAbsent(
        new Key(data, typed, settings), key -> again(data, typed, settings));
  }

  /** Runs it, whether it has run before or not, and does not keep it. */
  static StepRun again(ScenarioData data, String typed, Map<String, String> settings) {
    Steps steps = Steps.parse(typed);
    Path customers = data.raw().customers();
    Path transactions = steps.has(Step.COMPACTED) ? data.compacted() : data.raw().transactions();
    Path output = ScenarioData.folder();
    Map<String, String> all = new HashMap<>(steps.settings());
    all.putAll(settings);
    SparkSession spark = LocalSession.with(all);
    RunEvidence evidence =
        Listened.to(
            spark, () -> new SteppedDailySales(steps, transactions, customers).run(spark, output));
    spark.catalog().clearCache();
    return new StepRun(evidence);
  }

  /** The query that writes the output, which is the only one of most steps. */
  PlanFacts plan() {
    return evidence.plans().get(evidence.plans().size() - 1);
  }

  /** How the transactions were read. */
  PlanFacts.ScanFact transactions() {
    return evidence.all(PlanFacts::scans).stream()
        .filter(scan -> !scan.table().equals("customers"))
        .findFirst()
        .orElseThrow();
  }

  /** The shuffles by customer, with or without a salt: of the transactions, of the customers. */
  List<PlanFacts.ExchangeFact> shufflesByCustomer() {
    return evidence.all(PlanFacts::exchanges).stream()
        .filter(exchange -> exchange.partitioning().startsWith("hashpartitioning(customer_id"))
        .toList();
  }

  /** The customers as they were sent to every executor. */
  PlanFacts.ExchangeFact broadcast() {
    return plan().exchanges().stream()
        .filter(exchange -> exchange.operator().equals("BroadcastExchange"))
        .findFirst()
        .orElseThrow();
  }

  /** The stage that reads the transactions: no other reads as much. */
  StageEvidence scanStage() {
    return evidence.stages().stream()
        .max(Comparator.comparingLong(stage -> stage.of(TaskMetric.INPUT_BYTES).sum()))
        .orElseThrow();
  }

  /** The stage that reads both sides of a shuffled join. */
  StageEvidence joinStage() {
    return evidence.stages().stream()
        .filter(stage -> stage.parentIds().size() == 2)
        .findFirst()
        .orElseThrow();
  }

  /** Bytes that the join's largest task reads for one that its median task reads. */
  double joinImbalance() {
    Distribution read = joinStage().of(TaskMetric.SHUFFLE_READ_BYTES);
    return (double) read.max() / read.median();
  }

  /** Bytes written by all shuffles. */
  long shuffleBytes() {
    return evidence.totals().shuffleBytesWritten();
  }

  /** Bytes read from files. */
  long inputBytes() {
    return evidence.totals().bytesRead();
  }

  /** Tasks of all stages. */
  long tasks() {
    return evidence.totals().tasks();
  }
}
