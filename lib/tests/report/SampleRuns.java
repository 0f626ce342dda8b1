//SOURCES ../../runs/Run.java
package tests.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import runs.DataRef;
import runs.Environment;
import runs.OutputRef;
import runs.Run;
import runs.Status;
import spark.TaskTotals;

/** Runs as the lab would log them, the same at every call. */
final class SampleRuns {
  static final Instant START = Instant.parse("2026-11-20T09:00:00Z");
  static final DataRef DATA = new DataRef("d4t4", 2_000_000, 1680, 31_457_280);
  static final Environment MACHINE =
      new Environment(
          "local[2]", 2, 2048, "3.5.9", "17.0.13", "-Xmx2g", "naive", "lab-1", "abc1234", 0.4);
  private static final double RATE = 2.5;

  private SampleRuns() {}

  /** A successful run of daily_sales; {@code minute} orders the runs and makes their ids. */
  static Run run(String variant, int minute, double durationSec) {
    boolean naive = variant.equals("baseline") || variant.equals("none");
    TaskTotals totals =
        naive
            ? new TaskTotals(
                21.4,
                15.2,
                1.9,
                31_457_280,
                188_743_680,
                188_743_680,
                52_428_800,
                9_437_184,
                2085,
                0,
                6,
                200,
                0.03,
                2.41,
                120_000,
                41_943_040)
            : new TaskTotals(
                5.1,
                4.0,
                0.3,
                29_360_128,
                91_136,
                91_136,
                0,
                0,
                42,
                0,
                3,
                14,
                0.31,
                0.52,
                2_097_152,
                2_411_724);
    Environment e = MACHINE;
    Environment own =
        new Environment(
            e.master(),
            e.cores(),
            e.heapMb(),
            e.sparkVersion(),
            e.javaVersion(),
            e.jvmFlags(),
            naive ? "naive" : variant.equals("optimized") ? "tuned" : variant,
            e.host(),
            e.gitCommit(),
            0.4 + minute % 5 * 0.3);
    Instant start = START.plusSeconds(60L * minute);
    return new Run(
        "%s-%03d".formatted(variant, minute),
        "daily_sales",
        variant,
        "",
        OptionalInt.empty(),
        start,
        start.plusMillis((long) (1000 * durationSec)),
        OptionalDouble.of(3.1 + minute % 3 * 0.1),
        durationSec,
        Status.SUCCESS,
        RATE,
        durationSec * RATE / 3600,
        naive ? "join=shuffled" : "join=broadcast",
        DATA,
        new OutputRef("0u7", 224, naive ? 200 : 14, naive ? 410_000 : 52_000),
        totals,
        own,
        "");
  }

  /** An experiment as the demo makes it: pair 0 warms up, pairs alternate their order (ABBA). */
  static List<Run> experiment(int pairs) {
    List<Run> runs = new ArrayList<>();
    for (int pair = 0; pair <= pairs; pair++) {
      double drift = 0.35 * ((pair * 7) % 5) / 5;
      int first = pair % 2;
      runs.add(paired(run("baseline", 2 * pair + first, 12.1 + 2 * drift), pair));
      runs.add(paired(run("optimized", 2 * pair + 1 - first, 3.6 + drift), pair));
    }
    return runs;
  }

  static Run paired(Run r, int pair) {
    return inRound(r, "demo-1", pair);
  }

  static Run inRound(Run r, String experiment, int round) {
    return copy(r, r.jobName(), experiment, OptionalInt.of(round), r.rateEurPerHour());
  }

  /** A run as it is logged when it stopped before it knew anything. */
  static Run failed(String variant, int minute, Status status, String error) {
    Run r = run(variant, minute, 1.5);
    return new Run(
        r.runId(),
        r.jobName(),
        variant,
        "",
        OptionalInt.empty(),
        r.startTime(),
        r.endTime(),
        OptionalDouble.empty(),
        1.5,
        status,
        RATE,
        r.costEur(),
        "",
        DataRef.UNKNOWN,
        OutputRef.NONE,
        TaskTotals.NONE,
        new Environment("", 0, 0, "", "", "", "", "", "", -1),
        error);
  }

  /** The same run of another job, priced at another rate. */
  static Run of(Run r, String job, double rate) {
    return copy(r, job, r.experiment(), r.pair(), rate);
  }

  private static Run copy(Run r, String job, String experiment, OptionalInt pair, double rate) {
    return new Run(
        r.runId(),
        job,
        r.variant(),
        experiment,
        pair,
        r.startTime(),
        r.endTime(),
        r.startupSec(),
        r.durationSec(),
        r.status(),
        rate,
        r.durationSec() * rate / 3600,
        r.settings(),
        r.data(),
        r.output(),
        r.totals(),
        r.environment(),
        r.error());
  }

  /** The same run at other times of day. */
  static Run timed(Run r, Instant start, Instant end) {
    return new Run(
        r.runId(),
        r.jobName(),
        r.variant(),
        r.experiment(),
        r.pair(),
        start,
        end,
        r.startupSec(),
        r.durationSec(),
        r.status(),
        r.rateEurPerHour(),
        r.costEur(),
        r.settings(),
        r.data(),
        r.output(),
        r.totals(),
        r.environment(),
        r.error());
  }

  static Run withData(Run r, DataRef data) {
    return copy(r, data, r.settings(), r.output(), r.environment());
  }

  static Run withSettings(Run r, String settings) {
    return copy(r, r.data(), settings, r.output(), r.environment());
  }

  static Run withOutput(Run r, String fingerprint) {
    OutputRef o = r.output();
    OutputRef other = new OutputRef(fingerprint, o.rows(), o.files(), o.bytes());
    return copy(r, r.data(), r.settings(), other, r.environment());
  }

  static Run withMachine(Run r, UnaryOperator<Environment> change) {
    return copy(r, r.data(), r.settings(), r.output(), change.apply(r.environment()));
  }

  static Environment cores(Environment e, int cores) {
    return new Environment(
        "local[" + cores + "]",
        cores,
        e.heapMb(),
        e.sparkVersion(),
        e.javaVersion(),
        e.jvmFlags(),
        e.confHash(),
        e.host(),
        e.gitCommit(),
        e.loadAverage());
  }

  static Environment confHash(Environment e, String confHash) {
    return new Environment(
        e.master(),
        e.cores(),
        e.heapMb(),
        e.sparkVersion(),
        e.javaVersion(),
        e.jvmFlags(),
        confHash,
        e.host(),
        e.gitCommit(),
        e.loadAverage());
  }

  static Environment commit(Environment e, String commit) {
    return new Environment(
        e.master(),
        e.cores(),
        e.heapMb(),
        e.sparkVersion(),
        e.javaVersion(),
        e.jvmFlags(),
        e.confHash(),
        e.host(),
        commit,
        e.loadAverage());
  }

  static Environment load(Environment e, double load) {
    return new Environment(
        e.master(),
        e.cores(),
        e.heapMb(),
        e.sparkVersion(),
        e.javaVersion(),
        e.jvmFlags(),
        e.confHash(),
        e.host(),
        e.gitCommit(),
        load);
  }

  private static Run copy(
      Run r, DataRef data, String settings, OutputRef output, Environment environment) {
    return new Run(
        r.runId(),
        r.jobName(),
        r.variant(),
        r.experiment(),
        r.pair(),
        r.startTime(),
        r.endTime(),
        r.startupSec(),
        r.durationSec(),
        r.status(),
        r.rateEurPerHour(),
        r.costEur(),
        settings,
        data,
        output,
        r.totals(),
        environment,
        r.error());
  }
}
