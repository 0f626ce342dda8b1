//SOURCES Run.java
package runs;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import spark.TaskTotals;

/**
 * What is known of a run before its session is open.
 *
 * @param pid of the process the run lives in
 * @param processStart when that process started, since pids are used again
 */
record RunStart(
    String runId,
    String jobName,
    String variant,
    String experiment,
    OptionalInt pair,
    String settings,
    double rateEurPerHour,
    Instant startTime,
    long pid,
    Instant processStart) {

  /** Process start times are read from the system twice and may differ by its clock's tick. */
  private static final Duration CLOCK_TICK = Duration.ofSeconds(2);

  /** Whether the process is still there. */
  boolean isAlive() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .flatMap(p -> p.info().startInstant())
        .map(s -> Duration.between(s, processStart).abs().compareTo(CLOCK_TICK) < 0)
        .orElse(false);
  }

  /** The same run with its clock started at {@code instant}. */
  RunStart at(Instant instant) {
    return new RunStart(
        runId,
        jobName,
        variant,
        experiment,
        pair,
        settings,
        rateEurPerHour,
        instant,
        pid,
        processStart);
  }

  /** The run as it ended without evidence. */
  Run ended(Instant end, Status status, String error) {
    return run(
        end,
        OptionalDouble.empty(),
        seconds(startTime, end),
        status,
        DataRef.UNKNOWN,
        OutputRef.NONE,
        TaskTotals.NONE,
        Environment.UNKNOWN,
        error);
  }

  Run run(
      Instant end,
      OptionalDouble startupSec,
      double durationSec,
      Status status,
      DataRef data,
      OutputRef output,
      TaskTotals totals,
      Environment environment,
      String error) {
    return new Run(
        runId,
        jobName,
        variant,
        experiment,
        pair,
        startTime,
        end,
        startupSec,
        durationSec,
        status,
        rateEurPerHour,
        durationSec * rateEurPerHour / 3600,
        settings,
        data,
        output,
        totals,
        environment,
        error);
  }

  static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e9;
  }

  String toText() {
    Map<String, Object> p = new TreeMap<>();
    p.put("run_id", runId);
    p.put("job_name", jobName);
    p.put("variant", variant);
    p.put("experiment", experiment);
    p.put("pair", pair.isPresent() ? pair.getAsInt() : "");
    p.put("settings", settings);
    p.put("cluster_cost_eur_hr", rateEurPerHour);
    p.put("start_time", startTime);
    p.put("pid", pid);
    p.put("process_start", processStart);
    return p.entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue() + "\n")
        .collect(Collectors.joining());
  }

  static RunStart from(Properties p) {
    String pair = p.getProperty("pair");
    return new RunStart(
        p.getProperty("run_id"),
        p.getProperty("job_name"),
        p.getProperty("variant"),
        p.getProperty("experiment"),
        pair.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(pair)),
        p.getProperty("settings"),
        Double.parseDouble(p.getProperty("cluster_cost_eur_hr")),
        Instant.parse(p.getProperty("start_time")),
        Long.parseLong(p.getProperty("pid")),
        Instant.parse(p.getProperty("process_start")));
  }
}
