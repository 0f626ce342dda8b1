//SOURCES PlanFacts.java
//SOURCES PlanReader.java
//SOURCES ScalaValues.java
package spark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.StageInfo;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.metric.SQLMetric;
import org.apache.spark.sql.execution.ui.SparkListenerDriverAccumUpdates;
import org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionEnd;
import org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionStart;
import scala.Option;
import scala.Tuple2;
import scala.collection.JavaConverters;

/**
 * Collects what one SQL execution announces while it runs: its jobs, and the values of its plan's
 * metrics. The values come from the events, not from the plan: the plan's own are set back when the
 * same Dataset runs again, and those of a cached table are shared by every query that reads it.
 */
final class QueryTally {
  private final String description;
  private final long submitted;
  private final List<Integer> jobIds = new ArrayList<>();
  private final Map<Long, Long> values = new HashMap<>();
  private int planUpdates;

  QueryTally(SparkListenerSQLExecutionStart start) {
    this.description = start.description();
    this.submitted = start.time();
  }

  void ran(int jobId) {
    jobIds.add(jobId);
  }

  void planUpdated() {
    planUpdates++;
  }

  /** Metrics that the driver keeps, as the number of files of a scan. */
  void add(SparkListenerDriverAccumUpdates updates) {
    for (Tuple2<Object, Object> update : ScalaValues.list(updates.accumUpdates())) {
      values.put((Long) update._1(), (Long) update._2());
    }
  }

  /** Metrics that tasks add up, as they are at the end of a stage. */
  void add(StageInfo stage) {
    for (AccumulableInfo info : JavaConverters.asJavaCollection(stage.accumulables().values())) {
      if (info.metadata().isDefined() && info.value().isDefined()) {
        values.put(info.id(), (Long) info.value().get());
      }
    }
  }

  /** The value of a node's metric, 0 if this execution did not set it. */
  long value(SparkPlan node, String metric) {
    Option<SQLMetric> found = node.metrics().get(metric);
    return found.isDefined() ? values.getOrDefault(found.get().id(), 0L) : 0;
  }

  /** Whether this execution ran any part of {@code plan}, rather than reading what another ran. */
  boolean ran(SparkPlan plan) {
    return JavaConverters.asJavaCollection(plan.metrics().values()).stream()
            .anyMatch(metric -> values.containsKey(metric.id()))
        || PlanReader.below(plan).stream().anyMatch(this::ran);
  }

  /** What is known when the execution has ended; nothing if it ran no job of its own. */
  Optional<PlanFacts> facts(SparkListenerSQLExecutionEnd end, long clockStart) {
    if (jobIds.isEmpty()) {
      return Optional.empty();
    }
    PlanReader plan = new PlanReader(this);
    plan.read(end.qe().executedPlan());
    return Optional.of(
        new PlanFacts(
            end.executionId(),
            description,
            submitted - clockStart,
            end.time() - clockStart,
            end.executionFailure().isDefined(),
            jobIds,
            plan.adaptive,
            planUpdates,
            plan.initialJoins,
            plan.joins,
            plan.exchanges,
            plan.shuffleReads,
            plan.scans,
            plan.writes,
            plan.opaque,
            plan.codegenStages,
            plan.cacheScans,
            plan.rddScans));
  }
}
