//SOURCES Bars.java
//SOURCES Claim.java
//SOURCES LessonData.java
//SOURCES Measured.java
//SOURCES SampleRuns.java
//SOURCES ../compare/Attainment.java
//SOURCES ../compare/BreakEven.java
//SOURCES ../compare/MedianInterval.java
//SOURCES ../compare/Outlier.java
//SOURCES ../compare/Parity.java
//SOURCES ../compare/ParityLog.java
//SOURCES ../compare/Saving.java
//SOURCES ../compare/SuccessRate.java
//SOURCES ../compare/Tail.java
//SOURCES ../compare/Verdict.java
//SOURCES ../operate/lineage/LineageLog.java
//SOURCES ../operate/contract/QualityLog.java
//SOURCES ../operate/contract/QualitySnapshot.java
//SOURCES ../operate/registry/Registry.java
//SOURCES ../project/FileTree.java
//SOURCES ../project/LabProperties.java
//SOURCES ../project/Quantity.java
//SOURCES ../project/Workspace.java
//SOURCES ../report/Cost.java
//SOURCES ../report/Numbers.java
//SOURCES ../report/RunsTable.java
//SOURCES ../runs/RunLog.java
//SOURCES ../runs/Scratch.java
//SOURCES ../sales/SteppedDailySales.java
//SOURCES ../sales/Transactions.java
//SOURCES ../spark/EvidenceListener.java
//SOURCES ../spark/OutputParity.java
//SOURCES ../spark/RunningTasks.java
//SOURCES ../spark/StoredTable.java
package lesson;

import compare.Parity;
import compare.ParityCheck;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import project.FileTree;
import project.Quantity;
import project.Workspace;
import runs.Scratch;
import sales.RawData;
import sales.Transactions;
import spark.EvidenceListener;
import spark.OutputParity;
import spark.RunningTasks;
import spark.SessionSpec;
import spark.Sessions;

/**
 * What a notebook works with: Spark on two cores, small tables, and a way to run a piece of work
 * and see what Spark did. The directives above list what cells use besides: statistics, the run
 * log, the registry.
 */
public final class Lab {
  /** Fixed, so that the same cell gives the same tasks on every machine. */
  static final int CORES = 2;

  /** Rows that fit into memory without a thought. */
  private static final int FEW = 10_000;

  /** Their comparison is a dozen small jobs, which need neither tasks nor plans for many rows. */
  private static final Map<String, String> FOR_FEW =
      Map.of("spark.sql.shuffle.partitions", "1", "spark.sql.adaptive.enabled", "false");

  /** How long the tasks of a cancelled job have to end before they are spoken of. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private static Lab current;

  /** Where Spark keeps blocks and shuffles: they would outlive a killed process elsewhere. */
  private static Optional<Path> ofSpark = Optional.empty();

  private final SparkSession spark;
  private final Path scratch;
  private final RawData data;

  private Lab(SparkSession spark, Path scratch, RawData data) {
    this.spark = spark;
    this.scratch = scratch;
    this.data = data;
  }

  /**
   * The lab with a fresh session: settings as Spark and {@code conf/spark_local.conf} have them,
   * nothing cached, an empty scratch folder. What an earlier one gave is of no use any more.
   */
  public static Lab open() {
    return open(CORES, Map.of(), spark -> LessonData.in(Workspace.here(), spark));
  }

  /**
   * The same for work that is no lesson.
   *
   * @param own the reader's data; the small tables where there are none
   * @param cores task slots, 0 for all
   * @param settings laid over {@code conf/spark_local.conf}
   */
  public static Lab openOn(Optional<RawData> own, int cores, Map<String, String> settings) {
    return open(
        cores, settings, spark -> own.orElseGet(() -> LessonData.in(Workspace.here(), spark)));
  }

  private static synchronized Lab open(
      int cores, Map<String, String> settings, Function<SparkSession, RawData> data) {
    if (current != null && !current.spark.sparkContext().isStopped()) {
      current.spark.catalog().clearCache();
      FileTree.delete(current.scratch);
    }
    Path scratch = Scratch.folder();
    ofSpark = ofSpark.or(() -> Optional.of(Scratch.folder()));
    Map<String, String> folders =
        Map.of(
            "spark.sql.warehouse.dir", scratch.resolve("tables").toString(),
            "spark.local.dir", ofSpark.get().toString());
    SparkSession opened =
        Sessions.open(
            SessionSpec.local("notebook", SessionSpec.localMaster(cores))
                .with(folders)
                .with(settings));
    SparkSession session = opened.newSession();
    current = new Lab(session, scratch, data.apply(session));
    return current;
  }

  /** Stops Spark and removes the scratch folder, if a lab is open. */
  public static synchronized void close() {
    if (current != null) {
      current.spark.stop();
      FileTree.delete(current.scratch);
      current = null;
    }
  }

  /** Ends the Spark jobs that run now, if a lab is open: the cell that waits for them fails. */
  public static synchronized void cancelJobs() {
    if (current != null) {
      current.spark.sparkContext().cancelAllJobs();
    }
  }

  /**
   * What the jobs that {@link #cancelJobs} has ended still do, in one sentence; empty as soon as
   * nothing of them runs. Waits a moment for that.
   *
   * @param whatEndsThem what the reader can do: {@code /exit}
   */
  public static Optional<String> unstoppedTasks(String whatEndsThem) {
    int tasks = openContext().map(context -> RunningTasks.after(context, GRACE)).orElse(0);
    return Optional.of(
            "%s still %s, Spark cannot stop %s; %s ends %s."
                .formatted(
                    Quantity.count(tasks, "cancelled task"),
                    tasks == 1 ? "runs" : "run",
                    tasks == 1 ? "it" : "them",
                    whatEndsThem,
                    tasks == 1 ? "it" : "them"))
        .filter(sentence -> tasks > 0);
  }

  private static synchronized Optional<SparkContext> openContext() {
    return Optional.ofNullable(current).map(lab -> lab.spark.sparkContext());
  }

  /** The session. Settings made on it last until the lab is opened again. */
  public SparkSession spark() {
    return spark;
  }

  /** A session of its own on the same Spark, with {@code settings} laid over the defaults. */
  public SparkSession session(Map<String, String> settings) {
    SparkSession session = spark.newSession();
    settings.forEach((key, value) -> session.conf().set(key, value));
    return session;
  }

  /** The generated tables: their folders and what they were made with. */
  public RawData data() {
    return data;
  }

  /** {@code id, customer_id, amount, event_ts, day}: 240 small files, a folder for each day. */
  public Dataset<Row> transactions() {
    return transactions(spark);
  }

  /** The same, read by another session. */
  public Dataset<Row> transactions(SparkSession session) {
    return Transactions.withSchema(session, data.transactions());
  }

  /** {@code customer_id, segment, signup_date}. */
  public Dataset<Row> customers() {
    return customers(spark);
  }

  /** The same, read by another session. */
  public Dataset<Row> customers(SparkSession session) {
    return session.read().parquet(data.customers().toString());
  }

  /** A folder to write to; it does not exist yet, and is gone when the lab is closed. */
  public Path scratch(String name) {
    return scratch.resolve(name);
  }

  /** As {@link #measure(String, Callable)}, without a name. */
  public <T> Measured<T> measure(Callable<T> work) throws Exception {
    return measure("measured", work);
  }

  /**
   * Runs {@code work} once and listens to Spark meanwhile. When it returns a Dataset, all its rows
   * are computed, and none is kept.
   */
  public <T> Measured<T> measure(String name, Callable<T> work) throws Exception {
    EvidenceListener listener = EvidenceListener.listenTo(spark);
    long start = System.nanoTime();
    try {
      T result = work.call();
      if (result instanceof Dataset<?> rows) {
        rows.write().format("noop").mode(SaveMode.Overwrite).save();
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      return new Measured<>(name, seconds, result, listener.end());
    } catch (Exception | Error e) {
      listener.end();
      throw e;
    }
  }

  /**
   * Says that a claim holds, or ends the notebook: {@link Claim#check}, at hand where a lab is.
   *
   * @param seen the values that decided, for the reader of a failure
   * @throws CheckFailed when it does not hold
   */
  public void check(String claim, boolean holds, Object... seen) {
    Claim.check(claim, holds, seen);
  }

  /** Compares two answers: schema, number of rows, all rows in both directions, every sum. */
  public Parity parity(Dataset<Row> left, Dataset<Row> right) {
    List<ParityCheck> checks = OutputParity.checks(List.of(), computed(left), computed(right));
    return new Parity("", "", "left", "", "right", checks);
  }

  /** The same rows, computed once where they are few: every check would compute them again. */
  private Dataset<Row> computed(Dataset<Row> rows) {
    List<Row> first = rows.takeAsList(FEW + 1);
    return first.size() > FEW ? rows : session(FOR_FEW).createDataFrame(first, rows.schema());
  }

  /**
   * Checks that two answers are the same, row by row.
   *
   * @throws CheckFailed when they differ, with the first check that failed
   */
  public void checkSame(String claim, Dataset<Row> left, Dataset<Row> right) {
    Parity parity = parity(left, right);
    check(
        claim,
        parity.identical(),
        parity.checks().stream()
            .filter(check -> !check.equal())
            .map(c -> "%s: %s against %s %s".formatted(c.name(), c.left(), c.right(), c.detail()))
            .toArray());
  }
}
