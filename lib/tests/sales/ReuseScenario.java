//SOURCES ScenarioData.java
//SOURCES ../spark/Listened.java
//SOURCES ../../sales/AmountBucket.java
//SOURCES ../../sales/CustomerJoin.java
//SOURCES ../../sales/DailySales.java
//SOURCES ../../sales/Transactions.java
package tests.sales;

import static org.apache.spark.sql.functions.col;

import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import sales.AmountBucket;
import sales.CustomerJoin;
import sales.DailySales;
import sales.Transactions;
import spark.RunEvidence;
import tests.spark.Listened;
import tests.spark.LocalSession;

/** The joined rows with two consumers: the totals, and how many rows each segment has. */
final class ReuseScenario {
  /** Both consumers make the rows for themselves. */
  static final RunEvidence NAIVE = of(UnaryOperator.identity());

  private ReuseScenario() {}

  /** Without adaptive execution, so that the plan that is cut or kept is the one written here. */
  static SparkSession spark() {
    return LocalSession.naive(4);
  }

  /** What both consumers ran, after what {@code reuse} ran, if it runs anything itself. */
  static RunEvidence of(UnaryOperator<Dataset<Row>> reuse) {
    SparkSession spark = spark();
    Dataset<Row> bucketed =
        Transactions.inferred(spark, ScenarioData.SKEWED.raw().transactions())
            .withColumn("bucket", AmountBucket.opaqueUdf(col("amount")));
    Dataset<Row> customers = spark.read().parquet(ScenarioData.SKEWED.raw().customers().toString());
    Dataset<Row> joined = CustomerJoin.SHUFFLED.apply(bucketed, customers);
    return Listened.to(
        spark,
        () -> {
          Dataset<Row> rows = reuse.apply(joined);
          DailySales.totals(rows).collectAsList();
          rows.groupBy("segment").count().collectAsList();
        });
  }
}
