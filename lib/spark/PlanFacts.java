package spark;

import java.util.List;

/**
 * What one SQL execution really ran: the facts of its final plan, after adaptive execution, with
 * the metrics Spark kept of it. Operators and filters have Spark's own names; lists go from the
 * result down to the inputs.
 *
 * @param executionId Spark's id of the SQL execution
 * @param description where in the code it came from
 * @param submittedMs milliseconds after the clock's start
 * @param completedMs milliseconds after the clock's start
 * @param failed whether it ended in an error; the plan is then as far as it came
 * @param jobIds the Spark jobs it ran, which link it to its stages
 * @param adaptive whether adaptive execution was in charge
 * @param planUpdates how often adaptive execution announced a plan, its final one included
 * @param initialJoins join operators of the plan before adaptive execution; empty without it
 * @param shuffleReads shuffles that adaptive execution reads otherwise than they were written
 * @param opaque what Catalyst cannot look into: {@code UDF(amount)}, {@code MapElements}
 * @param codegenStages whole-stage code generation: operators compiled together count once
 * @param cacheScans reads of a cached table
 * @param rddScans reads of an RDD, as after a checkpoint
 */
public record PlanFacts(
    long executionId,
    String description,
    long submittedMs,
    long completedMs,
    boolean failed,
    List<Integer> jobIds,
    boolean adaptive,
    int planUpdates,
    List<String> initialJoins,
    List<JoinFact> joins,
    List<ExchangeFact> exchanges,
    List<ShuffleReadFact> shuffleReads,
    List<ScanFact> scans,
    List<WriteFact> writes,
    List<String> opaque,
    int codegenStages,
    int cacheScans,
    int rddScans) {

  /**
   * A join.
   *
   * @param operator {@code BroadcastHashJoin}, {@code SortMergeJoin(skew=true)} …
   * @param joinType {@code LeftOuter}, {@code Inner} …
   * @param rows that came out, 0 for the operators that do not count them
   */
  public record JoinFact(String operator, String joinType, long rows) {}

  /**
   * A shuffle or a broadcast.
   *
   * @param operator {@code Exchange}, {@code BroadcastExchange}; {@code ReusedExchange} reads again
   *     what another one has made
   * @param partitioning {@code hashpartitioning(customer_id)}
   * @param partitions as planned, before adaptive execution reads them otherwise
   * @param rows sent
   * @param bytes written by a shuffle, held in memory by a broadcast
   */
  public record ExchangeFact(
      String operator, String partitioning, int partitions, long rows, long bytes) {}

  /**
   * How adaptive execution reads a shuffle ({@code AQEShuffleRead}).
   *
   * @param partitionsWritten partitions of the shuffle
   * @param partitionsRead tasks that read it
   * @param local read where it was written, because nothing needs its partitioning any more
   * @param coalesced whether a task reads several partitions
   * @param skewedPartitions partitions that were too large
   * @param skewedSplits pieces they were split into
   */
  public record ShuffleReadFact(
      int partitionsWritten,
      int partitionsRead,
      boolean local,
      boolean coalesced,
      long skewedPartitions,
      long skewedSplits) {}

  /**
   * A scan of files.
   *
   * @param table its name, or the folder's
   * @param format {@code Parquet}
   * @param filesRead files left after partition pruning
   * @param bytes size of those files; of a columnar format less is read
   * @param partitionsRead folders left after partition pruning, 0 if the table is not partitioned
   * @param partitions folders of the table, 0 if it is not partitioned or that is not known
   * @param rows that came out
   * @param columns read from the files
   * @param partitionFilters decide which folders are read
   * @param pushedFilters decide which parts of a file are read
   * @param path of the table from the workspace's root; empty in evidence that is older than this
   */
  public record ScanFact(
      String table,
      String format,
      long filesRead,
      long bytes,
      long partitionsRead,
      int partitions,
      long rows,
      List<String> columns,
      List<String> partitionFilters,
      List<String> pushedFilters,
      String path) {

    /** Takes what a file leaves out for empty. */
    public ScanFact {
      columns = PlanFacts.copy(columns);
      partitionFilters = PlanFacts.copy(partitionFilters);
      pushedFilters = PlanFacts.copy(pushedFilters);
      path = path == null ? "" : path;
    }
  }

  /**
   * A write of files.
   *
   * @param format {@code Parquet}
   * @param files written
   * @param bytes of those files
   * @param rows written
   * @param partitions folders that the rows themselves decided, 0 without partition columns
   * @param partitionColumns of {@code partitionBy}
   */
  public record WriteFact(
      String format,
      long files,
      long bytes,
      long rows,
      long partitions,
      List<String> partitionColumns) {

    /** Takes what a file leaves out for empty. */
    public WriteFact {
      partitionColumns = PlanFacts.copy(partitionColumns);
    }
  }

  /** Takes what a file leaves out for empty. */
  public PlanFacts {
    jobIds = copy(jobIds);
    initialJoins = copy(initialJoins);
    joins = copy(joins);
    exchanges = copy(exchanges);
    shuffleReads = copy(shuffleReads);
    scans = copy(scans);
    writes = copy(writes);
    opaque = copy(opaque);
  }

  private static <T> List<T> copy(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  /** The join operators of the final plan. */
  public List<String> joinOperators() {
    return joins.stream().map(JoinFact::operator).toList();
  }
}
