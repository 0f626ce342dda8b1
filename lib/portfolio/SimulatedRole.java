package portfolio;

import java.util.Arrays;
import java.util.List;

/** What a simulated model is there for. */
enum SimulatedRole {
  HEALTHY("healthy", false),
  COST_HOG("cost_hog", true),
  SLOW_DRIFT("slow_drift", true),
  FLAKY("flaky", true),
  NOT_REPAIRED("not_repaired", true),
  MONTH_END("month_end", true),
  STALE("stale", true),
  /** Expensive, steady, and of the first tier. */
  WORTH_ITS_COST("worth_its_cost", false),
  /** A day on which everything fails or crawls, once. */
  ONE_BAD_DAY("one_bad_day", false),
  /** Takes long, always has, and is in time. */
  SLOW_AND_STEADY("slow_and_steady", false),
  /** The last run failed; nobody could repair it yet. */
  JUST_FAILED("just_failed", false);

  private final String id;
  private final boolean offender;

  SimulatedRole(String id, boolean offender) {
    this.id = id;
    this.offender = offender;
  }

  /** As in the truth file. */
  String id() {
    return id;
  }

  /** Whether it belongs on a list of what to fix. */
  boolean offender() {
    return offender;
  }

  static List<SimulatedRole> offenders() {
    return Arrays.stream(values()).filter(SimulatedRole::offender).toList();
  }

  /** Those that only look like an offender. */
  static List<SimulatedRole> lookAlikes() {
    return Arrays.stream(values()).filter(r -> !r.offender && r != HEALTHY).toList();
  }
}
