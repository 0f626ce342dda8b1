//SOURCES FileFacts.java
//SOURCES PlanFacts.java
//SOURCES QueryTally.java
//SOURCES ScalaValues.java
package spark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.UserDefinedExpression;
import org.apache.spark.sql.catalyst.plans.physical.Partitioning;
import org.apache.spark.sql.execution.FileSourceScanExec;
import org.apache.spark.sql.execution.ObjectConsumerExec;
import org.apache.spark.sql.execution.ObjectProducerExec;
import org.apache.spark.sql.execution.RDDScanExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.WholeStageCodegenExec;
import org.apache.spark.sql.execution.adaptive.AQEShuffleReadExec;
import org.apache.spark.sql.execution.adaptive.AdaptiveSparkPlanExec;
import org.apache.spark.sql.execution.adaptive.QueryStageExec;
import org.apache.spark.sql.execution.adaptive.ShuffleQueryStageExec;
import org.apache.spark.sql.execution.columnar.InMemoryTableScanExec;
import org.apache.spark.sql.execution.command.DataWritingCommandExec;
import org.apache.spark.sql.execution.exchange.BroadcastExchangeLike;
import org.apache.spark.sql.execution.exchange.Exchange;
import org.apache.spark.sql.execution.exchange.ReusedExchangeExec;
import org.apache.spark.sql.execution.joins.BaseJoinExec;

/**
 * Walks the plan of a SQL execution as it really ran, into adaptive stages, subqueries, and a cache
 * that this execution filled, and collects its facts. What is read again is not walked again: a
 * reused exchange or subquery, a command's result.
 */
final class PlanReader {
  final List<PlanFacts.JoinFact> joins = new ArrayList<>();
  final List<PlanFacts.ExchangeFact> exchanges = new ArrayList<>();
  final List<PlanFacts.ShuffleReadFact> shuffleReads = new ArrayList<>();
  final List<PlanFacts.ScanFact> scans = new ArrayList<>();
  final List<PlanFacts.WriteFact> writes = new ArrayList<>();
  final List<String> initialJoins = new ArrayList<>();
  final List<String> opaque = new ArrayList<>();
  boolean adaptive;
  int codegenStages;
  int cacheScans;
  int rddScans;

  private final QueryTally metrics;
  private final Set<SparkPlan> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  PlanReader(QueryTally metrics) {
    this.metrics = metrics;
  }

  /** What runs below a node; for a plan or a stage of adaptive execution its final form. */
  static List<SparkPlan> below(SparkPlan node) {
    if (node instanceof AdaptiveSparkPlanExec plan) {
      return List.of(plan.executedPlan());
    }
    if (node instanceof QueryStageExec stage) {
      return List.of(stage.plan());
    }
    List<SparkPlan> below = new ArrayList<>(ScalaValues.list(node.subqueries()));
    below.addAll(ScalaValues.list(node.children()));
    return below;
  }

  void read(SparkPlan node) {
    if (!seen.add(node)) {
      return;
    }
    if (node instanceof AdaptiveSparkPlanExec plan) {
      adaptive = true;
      readInitial(plan.initialPlan());
    } else if (node instanceof BaseJoinExec join) {
      long rows = metrics.value(node, "numOutputRows");
      joins.add(new PlanFacts.JoinFact(node.nodeName(), join.joinType().toString(), rows));
    } else if (node instanceof Exchange || node instanceof ReusedExchangeExec) {
      exchanges.add(exchange(node));
    } else if (node instanceof AQEShuffleReadExec shuffleRead) {
      shuffleReads.add(shuffleRead(shuffleRead));
    } else if (node instanceof FileSourceScanExec scan) {
      scans.add(FileFacts.scan(scan, metrics));
    } else if (node instanceof DataWritingCommandExec write) {
      writes.add(FileFacts.write(write, metrics));
    } else if (node instanceof WholeStageCodegenExec) {
      codegenStages++;
    } else if (node instanceof RDDScanExec) {
      rddScans++;
    } else if (node instanceof InMemoryTableScanExec scan) {
      cacheScans++;
      SparkPlan cached = scan.relation().cachedPlan();
      if (metrics.ran(cached)) {
        read(cached);
      }
    }
    readOpaque(node);
    below(node).forEach(this::read);
  }

  private void readInitial(SparkPlan node) {
    if (node instanceof BaseJoinExec) {
      initialJoins.add(node.nodeName());
    }
    ScalaValues.list(node.children()).forEach(this::readInitial);
  }

  private void readOpaque(SparkPlan node) {
    if (node instanceof ObjectConsumerExec || node instanceof ObjectProducerExec) {
      opaque.add(node.nodeName());
    }
    ScalaValues.list(node.expressions()).forEach(this::readOpaque);
  }

  private void readOpaque(Expression expression) {
    if (expression instanceof UserDefinedExpression) {
      String function = ScalaValues.sql(expression);
      if (!opaque.contains(function)) {
        opaque.add(function);
      }
    }
    ScalaValues.list(expression.children()).forEach(this::readOpaque);
  }

  private PlanFacts.ExchangeFact exchange(SparkPlan node) {
    boolean broadcast = node instanceof BroadcastExchangeLike;
    Partitioning partitioning = node.outputPartitioning();
    return new PlanFacts.ExchangeFact(
        node.nodeName(),
        partitioning instanceof Expression expression
            ? ScalaValues.sql(expression)
            : partitioning.getClass().getSimpleName().replace("$", ""),
        partitioning.numPartitions(),
        metrics.value(node, broadcast ? "numOutputRows" : "shuffleRecordsWritten"),
        metrics.value(node, broadcast ? "dataSize" : "shuffleBytesWritten"));
  }

  private PlanFacts.ShuffleReadFact shuffleRead(AQEShuffleReadExec read) {
    int written =
        read.child() instanceof ShuffleQueryStageExec stage ? stage.shuffle().numPartitions() : 0;
    return new PlanFacts.ShuffleReadFact(
        written,
        read.partitionSpecs().size(),
        read.isLocalRead(),
        read.hasCoalescedPartition(),
        metrics.value(read, "numSkewedPartitions"),
        metrics.value(read, "numSkewedSplits"));
  }
}
