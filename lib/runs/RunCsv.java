//SOURCES Run.java
package runs;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import spark.TaskTotals;

/** A {@link Run} as a line of CSV and back. The first columns are the ones people look at. */
public final class RunCsv {
  private static final Map<String, Function<Run, Object>> FIELDS = fields();

  /** The columns of {@code ops/job_runs.csv}, in order. */
  public static final List<String> COLUMNS = List.copyOf(FIELDS.keySet());

  private RunCsv() {}

  private static Map<String, Function<Run, Object>> fields() {
    Map<String, Function<Run, Object>> f = new LinkedHashMap<>();
    f.put("run_id", Run::runId);
    f.put("job_name", Run::jobName);
    f.put("variant", Run::variant);
    f.put("start_time", r -> r.startTime().truncatedTo(ChronoUnit.MILLIS));
    f.put("end_time", r -> r.endTime().truncatedTo(ChronoUnit.MILLIS));
    f.put("duration_sec", Run::durationSec);
    f.put("status", Run::status);
    f.put("cluster_cost_eur_hr", Run::rateEurPerHour);
    f.put("cost_eur", r -> String.format(Locale.ROOT, "%.8f", r.costEur()));
    f.put("startup_sec", r -> r.startupSec().isPresent() ? r.startupSec().getAsDouble() : "");
    f.put("experiment", Run::experiment);
    f.put("pair", r -> r.pair().isPresent() ? r.pair().getAsInt() : "");
    f.put("settings", Run::settings);
    f.put("data_fingerprint", r -> r.data().fingerprint());
    f.put("data_rows", r -> r.data().rows());
    f.put("data_files", r -> r.data().files());
    f.put("data_bytes", r -> r.data().bytes());
    f.put("output_fingerprint", r -> r.output().fingerprint());
    f.put("output_rows", r -> r.output().rows());
    f.put("output_files", r -> r.output().files());
    f.put("output_bytes", r -> r.output().bytes());
    f.put("executor_run_time_sec", r -> r.totals().executorRunTimeSec());
    f.put("executor_cpu_time_sec", r -> r.totals().executorCpuTimeSec());
    f.put("jvm_gc_time_sec", r -> r.totals().jvmGcTimeSec());
    f.put("read_bytes", r -> r.totals().bytesRead());
    f.put("shuffle_read_bytes", r -> r.totals().shuffleBytesRead());
    f.put("shuffle_written_bytes", r -> r.totals().shuffleBytesWritten());
    f.put("memory_spilled_bytes", r -> r.totals().memoryBytesSpilled());
    f.put("disk_spilled_bytes", r -> r.totals().diskBytesSpilled());
    f.put("tasks", r -> r.totals().tasks());
    f.put("failed_tasks", r -> r.totals().failedTasks());
    f.put("stages", r -> r.totals().stages());
    f.put("heaviest_stage_tasks", r -> r.totals().stageTasks());
    f.put("heaviest_stage_median_task_sec", r -> r.totals().medianTaskSec());
    f.put("heaviest_stage_max_task_sec", r -> r.totals().maxTaskSec());
    f.put("heaviest_stage_median_task_bytes", r -> r.totals().medianTaskBytes());
    f.put("heaviest_stage_max_task_bytes", r -> r.totals().maxTaskBytes());
    f.put("master", r -> r.environment().master());
    f.put("cores", r -> r.environment().cores());
    f.put("heap_mb", r -> r.environment().heapMb());
    f.put("spark_version", r -> r.environment().sparkVersion());
    f.put("java_version", r -> r.environment().javaVersion());
    f.put("jvm_flags", r -> r.environment().jvmFlags());
    f.put("conf_hash", r -> r.environment().confHash());
    f.put("host", r -> r.environment().host());
    f.put("git_commit", r -> r.environment().gitCommit());
    f.put("load_average", r -> r.environment().loadAverage());
    f.put("error", Run::error);
    return f;
  }

  /** The run as values by column. */
  public static Map<String, String> toValues(Run run) {
    Map<String, String> values = new LinkedHashMap<>();
    FIELDS.forEach((column, field) -> values.put(column, text(field.apply(run))));
    return values;
  }

  private static String text(Object value) {
    return value instanceof Double d
        ? String.format(Locale.ROOT, "%.3f", d)
        : String.valueOf(value);
  }

  /**
   * The run that a line holds.
   *
   * @param line its values by column, empty where the line has no such column
   * @throws IllegalArgumentException naming the column and value that cannot be read
   */
  public static Run from(UnaryOperator<String> line) {
    Values v = new Values(line);
    return new Run(
        line.apply("run_id"),
        line.apply("job_name"),
        line.apply("variant"),
        line.apply("experiment"),
        line.apply("pair").isEmpty() ? OptionalInt.empty() : OptionalInt.of((int) v.whole("pair")),
        v.read("start_time", "a UTC time like 2026-01-31T09:00:00Z", Instant::parse),
        v.read("end_time", "a UTC time like 2026-01-31T09:00:00Z", Instant::parse),
        line.apply("startup_sec").isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(v.number("startup_sec")),
        v.number("duration_sec"),
        v.read("status", "SUCCESS, FAILED or ABORTED", Status::valueOf),
        v.number("cluster_cost_eur_hr"),
        v.number("cost_eur"),
        line.apply("settings"),
        new DataRef(
            line.apply("data_fingerprint"),
            v.whole("data_rows"),
            v.whole("data_files"),
            v.whole("data_bytes")),
        new OutputRef(
            line.apply("output_fingerprint"),
            v.ofOutput("output_rows"),
            v.ofOutput("output_files"),
            v.ofOutput("output_bytes")),
        totals(v),
        new Environment(
            line.apply("master"),
            (int) v.whole("cores"),
            v.whole("heap_mb"),
            line.apply("spark_version"),
            line.apply("java_version"),
            line.apply("jvm_flags"),
            line.apply("conf_hash"),
            line.apply("host"),
            line.apply("git_commit"),
            v.number("load_average")),
        line.apply("error"));
  }

  private static TaskTotals totals(Values v) {
    return new TaskTotals(
        v.number("executor_run_time_sec"),
        v.number("executor_cpu_time_sec"),
        v.number("jvm_gc_time_sec"),
        v.whole("read_bytes"),
        v.whole("shuffle_read_bytes"),
        v.whole("shuffle_written_bytes"),
        v.whole("memory_spilled_bytes"),
        v.whole("disk_spilled_bytes"),
        v.whole("tasks"),
        v.whole("failed_tasks"),
        v.whole("stages"),
        v.whole("heaviest_stage_tasks"),
        v.number("heaviest_stage_median_task_sec"),
        v.number("heaviest_stage_max_task_sec"),
        v.number("heaviest_stage_median_task_bytes"),
        v.number("heaviest_stage_max_task_bytes"));
  }

  /** Typed access to a line that says which column was wrong. */
  private record Values(UnaryOperator<String> line) {
    double number(String column) {
      return read(column, "a finite number", Values::finite);
    }

    long whole(String column) {
      return read(column, "a whole number", Long::parseLong);
    }

    /** A run that did not succeed has no output: its line need say nothing of one. */
    long ofOutput(String column) {
      boolean succeeded = line.apply("status").equals(Status.SUCCESS.name());
      return !succeeded && line.apply(column).isEmpty() ? 0 : whole(column);
    }

    <T> T read(String column, String wanted, Function<String, T> parse) {
      try {
        return parse.apply(line.apply(column));
      } catch (RuntimeException e) {
        throw new IllegalArgumentException(
            "%s is '%s', wanted %s".formatted(column, line.apply(column), wanted), e);
      }
    }

    private static double finite(String text) {
      double value = Double.parseDouble(text);
      if (!Double.isFinite(value)) {
        throw new NumberFormatException(text);
      }
      return value;
    }
  }
}
