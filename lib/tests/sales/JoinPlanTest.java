//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../spark/LocalSession.java
//SOURCES ../../sales/CustomerJoin.java
package tests.sales;

import static org.apache.spark.sql.functions.lit;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sales.CustomerJoin;
import tests.spark.LocalSession;

/** Each form is the join it says, also where Spark is free to broadcast and to re-plan. */
@Tag("spark")
class JoinPlanTest {
  private static final SparkSession SPARK =
      LocalSession.with(
          Map.of(
              "spark.sql.adaptive.enabled", "true",
              "spark.sql.autoBroadcastJoinThreshold", "10485760"));

  @ParameterizedTest
  @EnumSource(CustomerJoin.class)
  void theFormDecidesTheOperator(CustomerJoin form) {
    Dataset<Row> transactions = SPARK.range(100).selectExpr("id", "id % 7 as customer_id");
    Dataset<Row> customers =
        SPARK.range(7).withColumnRenamed("id", "customer_id").withColumn("segment", lit("x"));

    Dataset<Row> joined = form.apply(transactions, customers);
    joined.collectAsList();
    String plan = joined.queryExecution().executedPlan().toString();

    assertTrue(plan.contains("isFinalPlan=true"), plan);
    boolean broadcast = form == CustomerJoin.BROADCAST;
    assertTrue(plan.contains(broadcast ? "BroadcastHashJoin" : "SortMergeJoin"), plan);
    assertFalse(plan.contains(broadcast ? "SortMergeJoin" : "BroadcastHashJoin"), plan);
  }
}
