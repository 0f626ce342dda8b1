//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Listened.java
package tests.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import spark.PlanFacts;
import spark.RunEvidence;
import spark.StageEvidence;

/** What adaptive execution changes, and that the evidence says so. */
@Tag("spark")
class AdaptivePlanTest {
  private static final int SHUFFLE_PARTITIONS = 8;

  static SparkSession adaptive(Map<String, String> more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("spark.sql.adaptive.enabled", "true");
    settings.put("spark.sql.shuffle.partitions", Integer.toString(SHUFFLE_PARTITIONS));
    settings.put("spark.sql.autoBroadcastJoinThreshold", "-1");
    settings.put("spark.sql.adaptive.autoBroadcastJoinThreshold", "-1");
    settings.putAll(more);
    return LocalSession.with(settings);
  }

  /** 40,000 rows written by four tasks, half of them with key 0, against 100 names. */
  static Dataset<Row> join(SparkSession spark) {
    return spark
        .range(0, 40_000, 1, 4)
        .selectExpr("id", "if(id % 2 = 0, 0, id % 100) as key")
        .join(spark.range(0, 100, 1, 2).selectExpr("id as key", "id * 2 as name"), "key");
  }

  @Test
  void smallPartitionsAreCoalesced() {
    Dataset<Row> rows = join(adaptive(Map.of()));
    RunEvidence evidence = Listened.to(rows.sparkSession(), rows::collectAsList);
    PlanFacts plan = evidence.plans().get(0);
    assertTrue(plan.adaptive());
    assertEquals(List.of("SortMergeJoin"), plan.initialJoins());
    assertEquals(List.of("SortMergeJoin"), plan.joinOperators());
    PlanFacts.ShuffleReadFact read =
        new PlanFacts.ShuffleReadFact(SHUFFLE_PARTITIONS, 1, false, true, 0, 0);
    assertEquals(List.of(read, read), plan.shuffleReads());
    assertEquals(
        List.of(4, 2, 1), evidence.stages().stream().map(StageEvidence::numTasks).toList());
    // The two shuffles together, and the final plan.
    assertEquals(2, plan.planUpdates());
  }

  @Test
  void aSortMergeJoinBecomesABroadcastJoin() {
    SparkSession spark =
        adaptive(Map.of("spark.sql.adaptive.autoBroadcastJoinThreshold", "10485760"));
    PlanFacts plan = Listened.plan(join(spark));
    assertEquals(List.of("SortMergeJoin"), plan.initialJoins());
    assertEquals(List.of("BroadcastHashJoin"), plan.joinOperators());
    assertEquals(40_000, plan.joins().get(0).rows());
    assertTrue(
        plan.shuffleReads().stream().anyMatch(PlanFacts.ShuffleReadFact::local), plan.toString());
    assertEquals(
        List.of("BroadcastExchange", "Exchange", "Exchange"),
        plan.exchanges().stream().map(PlanFacts.ExchangeFact::operator).sorted().toList());
  }

  @Test
  void aSkewedPartitionIsSplit() {
    SparkSession spark =
        adaptive(
            Map.of(
                "spark.sql.adaptive.skewJoin.skewedPartitionThresholdInBytes", "10000",
                "spark.sql.adaptive.skewJoin.skewedPartitionFactor", "2",
                "spark.sql.adaptive.advisoryPartitionSizeInBytes", "20000"));
    Dataset<Row> rows = join(spark);
    RunEvidence evidence = Listened.to(spark, rows::collectAsList);
    PlanFacts plan = evidence.plans().get(0);
    assertEquals(List.of("SortMergeJoin(skew=true)"), plan.joinOperators());
    PlanFacts.ShuffleReadFact facts = plan.shuffleReads().get(0);
    assertEquals(SHUFFLE_PARTITIONS, facts.partitionsWritten());
    assertEquals(1, facts.skewedPartitions());
    assertTrue(facts.skewedSplits() > 1, facts.toString());
    StageEvidence join = evidence.stages().get(2);
    assertEquals(facts.partitionsRead(), join.numTasks());
    assertEquals(40_000, plan.joins().get(0).rows());
  }

  @Test
  void withoutAnythingToAdaptNothingIsSaid() {
    PlanFacts plan = Listened.plan(adaptive(Map.of()).range(10).where("id > 3"));
    assertFalse(plan.adaptive());
    assertEquals(List.of(), plan.shuffleReads());
    assertEquals(0, plan.planUpdates());
  }
}
