//SOURCES ../spark/Sessions.java
package sales;

import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Step "codes": a text column of few values travels, is joined and is grouped by as a small
 * integer; the texts come back when only the totals are left. Naive form: the text itself, which is
 * fetched from the broadcast table, hashed and compared for every row.
 *
 * @param name of the column
 * @param values distinct, without null; the code of one is its place, from 1, and null stays null
 */
public record CodedColumn(String name, List<String> values) {

  /** The column as it is in {@code rows}: a Spark job of its own finds the values. */
  public static CodedColumn of(Dataset<Row> rows, String name) {
    Row found = rows.agg(array_sort(collect_set(name))).first();
    return new CodedColumn(name, found.getList(0));
  }

  /** Codes instead of texts; a text that is not among the values gets 0, which has no text. */
  public Dataset<Row> encode(Dataset<Row> rows) {
    return rows.withColumn(name, array_position(texts(), col(name)).cast("int"));
  }

  /** Texts instead of codes. Spark fails the job at a code of 0. */
  public Dataset<Row> decode(Dataset<Row> rows) {
    return rows.withColumn(name, element_at(texts(), col(name)));
  }

  private Column texts() {
    return lit(values.toArray(String[]::new));
  }
}
