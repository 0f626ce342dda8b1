package operate.contract;

/**
 * One number about one output.
 *
 * @param metric {@code rows}, {@code nulls} or {@code duplicate_keys}
 * @param column the column {@code nulls} counts, the key columns {@code duplicate_keys} looks at,
 *     else empty
 * @param value the count
 */
public record QualityMetric(String metric, String column, long value) {}
