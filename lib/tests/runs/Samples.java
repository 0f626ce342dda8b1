package tests.runs;

import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import runs.DataRef;
import runs.Environment;
import runs.OutputRef;
import runs.Run;
import runs.Status;
import spark.TaskTotals;

/** Runs to log. */
public final class Samples {
  private Samples() {}

  /** A run in which no two numbers are the same, so that mixed-up columns show. */
  public static Run full(String runId) {
    return new Run(
        runId,
        "daily_sales",
        "optimized",
        "demo-7",
        OptionalInt.of(3),
        Instant.parse("2026-01-31T09:00:00.001Z"),
        Instant.parse("2026-01-31T09:00:12.346Z"),
        OptionalDouble.of(2.125),
        12.345,
        Status.FAILED,
        2.5,
        0.00857292,
        "join=broadcast, salt=\"16\"",
        new DataRef("d1", 20_000_000L, 1680, 446_000_001L),
        new OutputRef("o1", 112, 14, 33_333L),
        new TaskTotals(
            41.001, 39.002, 1.003, 101L, 102L, 103L, 104L, 105L, 106L, 107L, 108L, 109L, 1.11, 1.12,
            113.5, 114.5),
        new Environment(
            "local[2]", 2, 2048, "3.5.9", "17.0.15", "-Xmx2g", "c0ffee", "box", "abc1234", 0.25),
        "Job aborted: disk full, sorry");
  }

  /** A run of which little is known. */
  static Run empty(String runId) {
    return new Run(
        runId,
        "daily_sales",
        "baseline",
        "",
        OptionalInt.empty(),
        Instant.parse("2026-01-31T09:00:00Z"),
        Instant.parse("2026-01-31T09:00:00Z"),
        OptionalDouble.empty(),
        0,
        Status.ABORTED,
        0,
        0,
        "",
        DataRef.UNKNOWN,
        OutputRef.NONE,
        TaskTotals.NONE,
        new Environment("", 0, 0, "", "", "", "", "", "", -1),
        "");
  }

  /** The same run, started later. */
  static Run later(Run run, int seconds) {
    return new Run(
        run.runId(),
        run.jobName(),
        run.variant(),
        run.experiment(),
        run.pair(),
        run.startTime().plusSeconds(seconds),
        run.endTime().plusSeconds(seconds),
        run.startupSec(),
        run.durationSec(),
        run.status(),
        run.rateEurPerHour(),
        run.costEur(),
        run.settings(),
        run.data(),
        run.output(),
        run.totals(),
        run.environment(),
        run.error());
  }

  /** A run of an experiment. */
  static Run of(
      String runId, String experiment, int pair, String variant, Status status, String error) {
    Run run = full(runId);
    return new Run(
        runId,
        run.jobName(),
        variant,
        experiment,
        OptionalInt.of(pair),
        run.startTime(),
        run.endTime(),
        run.startupSec(),
        run.durationSec(),
        status,
        run.rateEurPerHour(),
        run.costEur(),
        run.settings(),
        run.data(),
        run.output(),
        run.totals(),
        run.environment(),
        error);
  }
}
