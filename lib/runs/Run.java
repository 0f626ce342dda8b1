//SOURCES Status.java
//SOURCES DataRef.java
//SOURCES OutputRef.java
//SOURCES Environment.java
//SOURCES ../spark/TaskTotals.java
package runs;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import spark.TaskTotals;

/**
 * One run of one job: a line of {@code ops/job_runs.csv}. Times are UTC, durations in seconds,
 * money in EUR.
 *
 * @param runId unique, sorts by start time
 * @param jobName the model, as in {@code ops/models_registry.csv}
 * @param variant of the job: {@code baseline}, {@code optimized}, or the label of an experiment's
 *     arm
 * @param experiment id of the experiment the run belongs to, empty for a run typed by hand
 * @param pair the number of the round inside the experiment, from 1; 0 is the warm-up, which no
 *     statistic counts; empty for a run typed by hand
 * @param startupSec from the start of the JVM to the session being ready
 * @param durationSec from the first line of the job's body to the written output; for an aborted
 *     run, to its last sign of life
 * @param rateEurPerHour the hourly rate the cost was computed with
 * @param costEur durationSec x rate
 * @param settings the options that change what the job does, {@code join=broadcast}
 * @param error one sentence, empty when the run succeeded
 */
public record Run(
    String runId,
    String jobName,
    String variant,
    String experiment,
    OptionalInt pair,
    Instant startTime,
    Instant endTime,
    OptionalDouble startupSec,
    double durationSec,
    Status status,
    double rateEurPerHour,
    double costEur,
    String settings,
    DataRef data,
    OutputRef output,
    TaskTotals totals,
    Environment environment,
    String error) {

  /**
   * In the order they started; in the log the run of a killed process stands where it was found.
   */
  public static final Comparator<Run> BY_START =
      Comparator.comparing(Run::startTime).thenComparing(Run::runId);

  /** How the error of a run begins that was stopped by Ctrl-C. */
  static final String INTERRUPTED = "interrupted";

  private static final String EVENT_DATES = " event_date=";

  /**
   * The same run, ended so; the cost follows from the duration.
   *
   * @param seconds by a clock that is never set; the times of day may be
   */
  Run ended(Instant end, double seconds, Status how, String why) {
    return new Run(
        runId,
        jobName,
        variant,
        experiment,
        pair,
        startTime,
        end,
        startupSec,
        seconds,
        how,
        rateEurPerHour,
        seconds * rateEurPerHour / 3600,
        settings,
        data,
        output,
        totals,
        environment,
        why);
  }

  /** Whether somebody stopped it: that says nothing about the job. */
  public boolean interrupted() {
    return status == Status.ABORTED && error.startsWith(INTERRUPTED);
  }

  /** The settings of a job that computes only a range of days, from those that it has anyway. */
  static String settings(String job, String range) {
    return (job + EVENT_DATES + range).strip();
  }

  /**
   * The days that it computed anew, {@code 2025-10-03..2025-10-05}, {@code 2025-10-03..}; empty for
   * a run that computed its whole output.
   */
  public Optional<String> eventDates() {
    String found = " " + settings;
    int at = found.lastIndexOf(EVENT_DATES);
    return at < 0 ? Optional.empty() : Optional.of(found.substring(at + EVENT_DATES.length()));
  }

  /** A run whose duration counts: it succeeded and was not a warm-up. */
  public boolean counts() {
    return status == Status.SUCCESS && !warmUp();
  }

  /** Whether this run only warmed the machine up. */
  public boolean warmUp() {
    return pair.isPresent() && pair.getAsInt() == 0;
  }
}
