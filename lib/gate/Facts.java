//SOURCES ../spark/RunEvidence.java
package gate;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import spark.PlanFacts;
import spark.PlanFacts.ExchangeFact;
import spark.PlanFacts.JoinFact;
import spark.PlanFacts.ScanFact;
import spark.PlanFacts.WriteFact;
import spark.RunEvidence;
import spark.TaskTotals;

/**
 * What Spark did in a run, as far as it is the same in every run of the same program over the same
 * data with the same number of cores, on whatever machine. Operators have Spark's own names.
 *
 * @param adaptive whether adaptive execution was in charge of every query
 * @param joins operator and type of every join, sorted
 * @param shuffles partitioning of every shuffle, sorted
 * @param scans of files, sorted by table
 * @param opaque what Catalyst cannot look into, sorted
 * @param stages that ran
 * @param tasks that ran
 * @param filesWritten by the job
 * @param inputBytes read from files
 * @param shuffleBytes written by map tasks
 * @param spilledBytes to disk
 */
public record Facts(
    boolean adaptive,
    List<String> joins,
    List<String> shuffles,
    List<Scan> scans,
    List<String> opaque,
    long stages,
    long tasks,
    long filesWritten,
    long inputBytes,
    long shuffleBytes,
    long spilledBytes) {

  /**
   * A scan of files.
   *
   * @param files left after partition pruning
   * @param partitions folders left after partition pruning, 0 of a table without
   * @param columns read from the files, sorted
   * @param partitionFilters decide which folders are read, sorted
   * @param pushedFilters decide which parts of a file are read, sorted
   */
  public record Scan(
      String table,
      long files,
      long partitions,
      List<String> columns,
      List<String> partitionFilters,
      List<String> pushedFilters) {

    private static Scan of(ScanFact scan) {
      return new Scan(
          scan.table(),
          scan.filesRead(),
          scan.partitionsRead(),
          sorted(scan.columns()),
          sorted(scan.partitionFilters()),
          sorted(scan.pushedFilters()));
    }
  }

  /** What a run's evidence holds of this. */
  public static Facts of(RunEvidence evidence) {
    TaskTotals totals = evidence.totals();
    return new Facts(
        evidence.plans().stream().allMatch(PlanFacts::adaptive),
        texts(evidence, PlanFacts::joins, Facts::text),
        evidence.all(PlanFacts::exchanges).stream()
            .filter(e -> e.operator().equals("Exchange"))
            .map(ExchangeFact::partitioning)
            .sorted()
            .toList(),
        evidence.all(PlanFacts::scans).stream()
            .map(Scan::of)
            .sorted(Comparator.comparing(Scan::table).thenComparing(s -> s.columns().toString()))
            .toList(),
        texts(evidence, PlanFacts::opaque, text -> text),
        totals.stages(),
        totals.tasks() - totals.failedTasks(),
        evidence.all(PlanFacts::writes).stream().mapToLong(WriteFact::files).sum(),
        totals.bytesRead(),
        totals.shuffleBytesWritten(),
        totals.diskBytesSpilled());
  }

  private static String text(JoinFact join) {
    return join.operator() + " " + join.joinType();
  }

  private static <T> List<String> texts(
      RunEvidence evidence, Function<PlanFacts, List<T>> fact, Function<T, String> text) {
    return evidence.all(fact).stream().map(text).sorted().toList();
  }

  private static List<String> sorted(List<String> texts) {
    return texts.stream().sorted().toList();
  }
}
