package tests.operate;

/** A small runbook of another model. */
public final class SampleRunbook {
  public static final String TEXT =
      """
      # RUNBOOK - churn_daily

      - Owner: crm · Tier: T2
      - Purpose: Customers who left,
        by day
      - Schedule: daily
      - Last rehearsed: 2026-11-01

      Text that nobody reads by program.

      ## Inputs
      - silver.daily_sales (segment)
      - raw.customers: all of it
      ## Outputs
      - gold.churn_daily
      ## SLOs
      - Freshness
      ## Baseline
      Not measured yet.
      ## Common failures & fixes
      Read them.

      ### <a id="slow"></a>It is slow
      **Last rehearsed:** 2026-11-01, repaired in 42 s

      **Symptom:** It takes longer.
      ```text
      took … s instead of … s
      another sentence
      ```
      **Confirm:** Look.
      ```sh run
      # since yesterday
      scripts/jbangw report
      ```
      **Fix:**
      ```sh run
      scripts/jbangw optimized --from $DAY --to=$DAY
      ```
      Or with other data:
      ```sh check
      scripts/jbangw generate_data $DATA --overwrite
      ```
      **Verify:** Look again.
      **Escalate:** To the owner.
      ### <a id="gone"></a>It is gone
      **Last rehearsed:** never
      **Symptom:**
      ```text
      does not exist
      ```
      **Confirm:**
      **Fix:**
      ```sh run
      df -h data
      ```
      **Verify:**
      **Escalate:**
      ## Reprocess
      ```sh run
      scripts/jbangw optimized
      ```
      ## Escalate
      To the owner.
      """;

  private SampleRunbook() {}
}
