package tests.sales;

/** The description of raw data that are nowhere: twenty transactions of two days. */
public final class TwoDays {
  /** {@code dataset.properties}, without what is known of each day. */
  public static final String DESCRIPTION =
      """
      rows=20
      customers=9
      days=2
      files_per_day=1
      hot_share=0.2
      dirt_rate=0
      seed=42
      first_day=2025-10-01
      generator=1
      fingerprint=now
      amount_sum_eur=50.00
      hash_sum=1
      files=2
      bytes=4000
      """;

  private TwoDays() {}
}
