//SOURCES SampleFacts.java
//SOURCES ../../gate/Baseline.java
//SOURCES ../../runs/Run.java
package tests.gate;

import gate.Baseline;
import gate.DataTraits;
import gate.Machine;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import runs.DataRef;
import runs.Environment;
import runs.OutputRef;
import runs.Run;
import runs.Status;
import spark.TaskTotals;

/** A baseline, and runs that are held against it. */
final class SampleBaseline {
  static final DataTraits DATA =
      new DataTraits(
          "--rows 2M", 2_000_000, 100_000, 14, 120, 0.2, 0.001, 42, "2025-10-01", "", 1, "d1");

  static final Machine MACHINE = new Machine("0badcafe", 2, 2, 2048, "3.5.9", "17.0.15", "-Xmx2g");

  private SampleBaseline() {}

  /** With these times; its answer is {@code a1}, 267 rows. */
  static Baseline of(Double... sec) {
    return new Baseline(
        1,
        "daily_sales",
        "optimized",
        "join=broadcast",
        "2026-01-31T09:00:00Z",
        2,
        "2g",
        DATA,
        new Baseline.Answer("a1", 267),
        List.of("columns", "rows"),
        SampleFacts.TUNED,
        MACHINE,
        List.of(sec));
  }

  /** A run that published this answer, or failed with this error. */
  static Run run(int round, String settings, String answer, String error) {
    Instant at = Instant.parse("2026-01-31T09:00:00Z");
    return new Run(
        "r" + round,
        "daily_sales",
        "optimized",
        "gate-1",
        OptionalInt.of(round),
        at,
        at,
        OptionalDouble.empty(),
        5,
        error.isEmpty() ? Status.SUCCESS : Status.FAILED,
        0,
        0,
        settings,
        DataRef.UNKNOWN,
        new OutputRef(answer, 267, 14, 1),
        TaskTotals.NONE,
        Environment.UNKNOWN,
        error);
  }

  /** The same, healthy. */
  static Run run(int round, String answer) {
    return run(round, "join=broadcast", answer, "");
  }
}
