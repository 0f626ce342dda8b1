//SOURCES Fault.java
package rehearse;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The producer delivers a day in another schema, in good order otherwise: what describes the data
 * says so many files and bytes as there are.
 *
 * @param kind its name
 * @param what is done, for the list
 * @param change from the day's rows to those that are delivered instead
 */
record DriftedColumn(String kind, String what, UnaryOperator<Dataset<Row>> change)
    implements Fault {
  /** The amounts come under another name. */
  static DriftedColumn renamed() {
    return new DriftedColumn(
        "column_renamed",
        "a day arrives with the column amount renamed to amount_eur",
        day -> day.withColumnRenamed("amount", "amount_eur"));
  }

  /** The amounts come as text. */
  static DriftedColumn ofAnotherType() {
    return new DriftedColumn(
        "type_changed",
        "a day arrives with the column amount as text instead of a number",
        day -> day.withColumn("amount", col("amount").cast("string")));
  }

  @Override
  public String entry() {
    return "schema_drift";
  }

  @Override
  public String inject(Site site) throws IOException {
    site.data().deliverTheDayAgain(change);
    return what + ": day=" + site.data().day();
  }
}
