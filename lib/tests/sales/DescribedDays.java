package tests.sales;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The description of raw data that are nowhere: ten transactions of 25.00 EUR on each day. */
public final class DescribedDays {
  private DescribedDays() {}

  /** {@code dataset.properties}, without what is known of each day. */
  public static String of(int days) {
    return """
        rows=%d
        customers=9
        days=%d
        files_per_day=1
        hot_share=0.2
        dirt_rate=0
        seed=42
        first_day=2025-10-01
        generator=1
        fingerprint=now
        amount_sum_eur=%d.00
        hash_sum=1
        files=%d
        bytes=4000
        """
        .formatted(10 * days, days, 25 * days, days);
  }

  /** What is known of the customers and of each day, whose fingerprints are a, b, c and so on. */
  public static String each(int days) {
    return IntStream.range(0, days)
        .mapToObj(day -> "day.2025-10-%02d=10 25.00 %c\n".formatted(day + 1, 'a' + day))
        .collect(Collectors.joining("", "customers_fingerprint=c\n", ""));
  }
}
