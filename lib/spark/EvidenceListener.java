//SOURCES ColumnTracer.java
//SOURCES QueryTally.java
//SOURCES RunEvidence.java
//SOURCES ScalaValues.java
//SOURCES Sessions.java
//SOURCES StageOrigins.java
//SOURCES StageTally.java
package spark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.StageInfo;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.ui.SparkListenerDriverAccumUpdates;
import org.apache.spark.sql.execution.ui.SparkListenerSQLAdaptiveExecutionUpdate;
import org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionEnd;
import org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionStart;

/**
 * Turns Spark's events into the evidence about one run. It is the lab's only listener: totals,
 * stages and plans are one truth. It hears every session of the Spark context.
 *
 * <p>Spark delivers events late and on another thread; {@link #end()} waits until all of them are
 * here. A physical plan is read on that thread when its query ends, and not kept: it would hold the
 * query's shuffle files. What was asked for is kept, and traced when the clock has stopped.
 */
public final class EvidenceListener extends SparkListener {
  private static final long DRAIN_MILLIS = 30_000;

  private record Attempt(int stageId, int number) {}

  private final SparkSession spark;
  private final long clockStart;
  private final StageOrigins origins = new StageOrigins();
  private final Map<Attempt, StageTally> stages = new LinkedHashMap<>();
  private final Map<Integer, JobEvidence> jobs = new TreeMap<>();
  private final Map<Long, QueryTally> queries = new HashMap<>();
  private final List<PlanFacts> plans = new ArrayList<>();
  private final List<LogicalPlan> analyzed = new ArrayList<>();

  private EvidenceListener(SparkSession spark) {
    drain(spark);
    this.spark = spark;
    this.clockStart = System.currentTimeMillis();
  }

  /** Starts the clock and listens; what ran before is not heard any more. */
  public static EvidenceListener listenTo(SparkSession spark) {
    EvidenceListener listener = new EvidenceListener(spark);
    spark.sparkContext().addSparkListener(listener);
    return listener;
  }

  /**
   * Stops the clock; what runs from now on is not heard.
   *
   * @throws IllegalStateException when Spark does not deliver its events in time
   */
  public RunEvidence end() {
    long elapsed = System.currentTimeMillis() - clockStart;
    try {
      drain(spark);
    } finally {
      spark.sparkContext().removeSparkListener(this);
    }
    synchronized (this) {
      return new RunEvidence(
          elapsed,
          List.copyOf(jobs.values()),
          stages.values().stream().map(this::evidence).toList(),
          plans,
          ColumnTracer.of(analyzed));
    }
  }

  private static void drain(SparkSession spark) {
    try {
      spark.sparkContext().listenerBus().waitUntilEmpty(DRAIN_MILLIS);
    } catch (TimeoutException late) {
      throw new IllegalStateException("Spark did not deliver its events within 30 s", late);
    }
  }

  private StageEvidence evidence(StageTally stage) {
    StageInfo info = stage.info();
    return stage.evidence(
        clockStart,
        origins.jobs(info.stageId()),
        origins.parents(ScalaValues.integers(info.parentIds())));
  }

  @Override
  public synchronized void onJobStart(SparkListenerJobStart job) {
    origins.jobStarted(job);
    jobs.put(job.jobId(), new JobEvidence(job.jobId(), job.time() - clockStart, -1));
    StageOrigins.execution(job).map(queries::get).ifPresent(query -> query.ran(job.jobId()));
  }

  @Override
  public synchronized void onJobEnd(SparkListenerJobEnd end) {
    jobs.computeIfPresent(
        end.jobId(), (id, job) -> new JobEvidence(id, job.submittedMs(), end.time() - clockStart));
  }

  @Override
  public synchronized void onStageSubmitted(SparkListenerStageSubmitted submitted) {
    StageInfo info = submitted.stageInfo();
    origins.submitted(info.stageId());
    stages.put(attempt(info), new StageTally(info));
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
    StageTally stage = stages.get(new Attempt(end.stageId(), end.stageAttemptId()));
    if (stage != null) {
      stage.add(end.taskInfo(), end.taskMetrics());
    }
  }

  @Override
  public synchronized void onStageCompleted(SparkListenerStageCompleted completed) {
    StageInfo info = completed.stageInfo();
    Optional.ofNullable(stages.get(attempt(info))).ifPresent(stage -> stage.completed(info));
    origins.execution(info.stageId()).map(queries::get).ifPresent(query -> query.add(info));
  }

  private static Attempt attempt(StageInfo info) {
    return new Attempt(info.stageId(), info.attemptNumber());
  }

  @Override
  public synchronized void onOtherEvent(SparkListenerEvent event) {
    if (event instanceof SparkListenerSQLExecutionStart start) {
      queries.put(start.executionId(), new QueryTally(start));
    } else if (event instanceof SparkListenerSQLAdaptiveExecutionUpdate update) {
      query(update.executionId()).ifPresent(QueryTally::planUpdated);
    } else if (event instanceof SparkListenerDriverAccumUpdates updates) {
      query(updates.executionId()).ifPresent(query -> query.add(updates));
    } else if (event instanceof SparkListenerSQLExecutionEnd end) {
      Optional.ofNullable(queries.remove(end.executionId()))
          .flatMap(query -> query.facts(end, clockStart))
          .ifPresent(plans::add);
      analyzed.add(end.qe().analyzed());
    }
  }

  private Optional<QueryTally> query(long executionId) {
    return Optional.ofNullable(queries.get(executionId));
  }
}
