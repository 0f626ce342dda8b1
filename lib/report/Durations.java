//DEPS com.google.guava:guava:33.0.0-jre
//DEPS tech.tablesaw:tablesaw-core:0.44.4
//SOURCES RunsTable.java
//SOURCES ../compare/Quantile.java
package report;

import compare.Quantile;
import java.util.HashMap;
import java.util.Map;
import tech.tablesaw.aggregate.AggregateFunctions;
import tech.tablesaw.aggregate.NumericAggregateFunction;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/**
 * The summary of the durations of one variant, in seconds.
 *
 * @param runs at least 1
 * @param p50 type-7 quantile
 * @param p95 type-7 quantile
 */
public record Durations(int runs, double avg, double p50, double p95, double min, double max) {
  private static final String COLUMN = "duration_sec";
  private static final String GROUP = "variant";
  private static final NumericAggregateFunction P50 = quantile("p50", 0.5);
  private static final NumericAggregateFunction P95 = quantile("p95", 0.95);

  /** Summarizes a table of {@link RunsTable}, by variant. */
  public static Map<String, Durations> byVariant(Table runs) {
    Map<String, Durations> summaries = new HashMap<>();
    if (runs.isEmpty()) {
      return summaries;
    }
    Table summary =
        runs.summarize(
                COLUMN,
                AggregateFunctions.count,
                AggregateFunctions.mean,
                P50,
                P95,
                AggregateFunctions.min,
                AggregateFunctions.max)
            .by(GROUP);
    for (Row row : summary) {
      summaries.put(
          row.getString(GROUP),
          new Durations(
              (int) value(row, AggregateFunctions.count.functionName()),
              value(row, AggregateFunctions.mean.functionName()),
              value(row, P50.functionName()),
              value(row, P95.functionName()),
              value(row, AggregateFunctions.min.functionName()),
              value(row, AggregateFunctions.max.functionName())));
    }
    return summaries;
  }

  private static double value(Row row, String function) {
    return row.getNumber("%s [%s]".formatted(function, COLUMN));
  }

  /** Tablesaw's own percentiles are type 6, whose p95 is the maximum up to 19 runs. */
  private static NumericAggregateFunction quantile(String name, double p) {
    return new NumericAggregateFunction(name) {
      @Override
      public Double summarize(NumericColumn<?> column) {
        return Quantile.of(column.asDoubleArray(), p);
      }
    };
  }
}
