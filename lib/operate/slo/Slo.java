package operate.slo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a model promises, over a window that moves with the clock. Each objective may be missing,
 * though not all of them.
 *
 * @param model as the {@code job_name} of the run log
 * @param variants of the job whose runs make the published table; empty for all of them
 * @param command what makes the table new, as a person types it; empty when nobody said
 * @param windowDays days that are looked back over, at least 1
 * @param freshness how old the data may be
 * @param successRate share of the runs that succeed, above 0 and below 1
 * @param mttrBelow what the mean time to repair stays below
 * @param p95Sec what 95 % of the successful runs take at most, seconds of job time
 */
public record Slo(
    String model,
    List<String> variants,
    String command,
    int windowDays,
    Optional<FreshnessGoal> freshness,
    OptionalDouble successRate,
    Optional<Duration> mttrBelow,
    OptionalDouble p95Sec) {

  /**
   * How old the data may be.
   *
   * @param maxAge of that age they are still fresh
   * @param share of the time in which they are, above 0 and below 1
   */
  public record FreshnessGoal(Duration maxAge, double share) {}

  /** Whether runs of this variant make the published table. */
  public boolean counts(String variant) {
    return variants.isEmpty() || variants.contains(variant);
  }

  /** {@code daily_sales/optimized}: the model and what of it counts. */
  public String name() {
    return variants.isEmpty() ? model : model + "/" + String.join(",", variants);
  }

  /** The objectives as a runbook lists them: {@code Freshness ≤ 60 min (99 %)}. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    freshness.ifPresent(
        f -> lines.add("Freshness ≤ %s (%s %%)".formatted(time(f.maxAge()), number(100 * f.share()))));
    successRate.ifPresent(rate -> lines.add("Success rate ≥ %s %%".formatted(number(100 * rate))));
    mttrBelow.ifPresent(limit -> lines.add("MTTR < " + time(limit)));
    p95Sec.ifPresent(seconds -> lines.add("p95 ≤ %s s".formatted(number(seconds))));
    return List.copyOf(lines);
  }

  /** Minutes; hours where they are whole and more than two. */
  private static String time(Duration time) {
    double minutes = time.toMillis() / 60_000.0;
    return minutes > 120 && minutes % 60 == 0
        ? number(minutes / 60) + " h"
        : number(minutes) + " min";
  }

  /** Without the digits that only the arithmetic has: a share of 0.999 is 99.9 %. */
  private static String number(double value) {
    return new BigDecimal(value)
        .setScale(6, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** The same goals over another window. */
  public Slo over(int days) {
    return new Slo(model, variants, command, days, freshness, successRate, mttrBelow, p95Sec);
  }
}
