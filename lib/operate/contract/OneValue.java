//SOURCES Metric.java
//SOURCES ../../spark/Sessions.java
package operate.contract;

import operate.contract.Metric.OtherQuery;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.CommandExecutionMode;
import org.apache.spark.sql.execution.QueryExecution;

/** Whether a query that is not run could be: a promise with a slip in it must not go unseen. */
final class OneValue {
  private OneValue() {}

  /**
   * Has Spark parse and analyse a query, and execute nothing of it.
   *
   * @param rows of the table that it asks about
   * @throws Exception what Spark says of a query that it does not understand
   */
  static void require(Dataset<Row> rows, OtherQuery query) throws Exception {
    SparkSession spark = rows.sparkSession();
    LogicalPlan parsed = spark.sessionState().sqlParser().parsePlan(query.query());
    rows.createOrReplaceTempView(OtherQuery.TABLE);
    try {
      QueryExecution analysis =
          spark.sessionState().executePlan(parsed, CommandExecutionMode.SKIP());
      int columns = analysis.analyzed().output().size();
      if (columns != 1) {
        throw new IllegalArgumentException(
            "it gives %d columns, wanted a query of one value".formatted(columns));
      }
    } finally {
      spark.catalog().dropTempView(OtherQuery.TABLE);
    }
  }
}
