//SOURCES ../../operate/lineage/Lineage.java
package tests.operate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import operate.lineage.JobColumns;
import operate.lineage.LineageEntry;
import operate.lineage.LineageEntry.Action;
import operate.lineage.LineageGraph;
import operate.lineage.LineageRun;
import operate.lineage.LineageRun.Ended;
import operate.lineage.LineageRun.Size;
import operate.registry.Model;
import spark.ColumnLineage;
import spark.ColumnLineage.Column;
import spark.ColumnLineage.Field;
import spark.ColumnLineage.How;
import spark.ColumnLineage.Input;
import spark.ColumnLineage.Source;

/** A small platform: who registered what, and what its runs did. */
public final class SampleLineage {
  public static final Instant START = Instant.parse("2026-11-20T09:00:00Z");

  private SampleLineage() {}

  /** A registered model; tables are separated by blanks. */
  public static Model model(String name, String tier, String inputs, String outputs) {
    return new Model(
        name,
        "team-" + name.charAt(0),
        "Makes " + outputs,
        list(inputs),
        list(outputs),
        "daily",
        tier);
  }

  private static List<String> list(String words) {
    return words.isEmpty() ? List.of() : List.of(words.split(" "));
  }

  /** A line of the log for each word {@code r:path} or {@code w:path}, a second apart. */
  public static List<LineageEntry> run(String model, String runId, int minute, String... did) {
    List<LineageEntry> entries = new ArrayList<>();
    for (String one : did) {
      entries.add(
          new LineageEntry(
              START.plusSeconds(60L * minute + entries.size()),
              one.startsWith("r:") ? Action.READ : Action.WRITE,
              model,
              one.substring(2),
              "v" + runId,
              runId));
    }
    return entries;
  }

  /** All of several. */
  @SafeVarargs
  public static <T> List<T> all(List<T>... lists) {
    return List.of(lists).stream().flatMap(List::stream).toList();
  }

  /** A graph of {@code job: in in -> out out} for each line, as if all of it was registered. */
  public static LineageGraph registered(String... lines) {
    return LineageGraph.of(models(lines), List.of());
  }

  /** The models of the same lines, all of tier T2. */
  public static List<Model> models(String... lines) {
    return List.of(lines).stream()
        .map(
            line -> {
              String[] parts = line.split(": ?| ?-> ?", 3);
              return model(parts[0], "T2", parts[1], parts[2]);
            })
        .toList();
  }

  /** A run that succeeded after ten seconds. */
  public static LineageRun ended(String job, String variant, String runId, int minute, long rows) {
    Instant start = START.plusSeconds(60L * minute);
    return new LineageRun(
        runId,
        job,
        variant,
        start,
        start.plusSeconds(10),
        Ended.COMPLETE,
        "",
        Map.of("variant", variant),
        "3.5.9",
        new Size(rows, 2, 1000 * rows));
  }

  /** A column and the columns it is made from, {@code path.column HOW}. */
  public static Column column(String name, String... inputs) {
    return new Column(name, "bigint", inputs(inputs));
  }

  /** Columns that were read, {@code path.column HOW}. */
  public static List<Input> inputs(String... inputs) {
    return List.of(inputs).stream()
        .map(
            text -> {
              String[] words = text.split(" ");
              int dot = words[0].lastIndexOf('.');
              return new Input(
                  words[0].substring(0, dot), words[0].substring(dot + 1), How.valueOf(words[1]));
            })
        .toList();
  }

  /** A table that was read, with its columns. */
  public static Source source(String path, String... columns) {
    return new Source(
        path, List.of(columns).stream().map(name -> new Field(name, "bigint")).toList());
  }

  /** The columns of one variant. */
  public static JobColumns columns(String job, String variant, ColumnLineage... lineage) {
    return new JobColumns(job, variant, "run-" + variant, List.of(lineage));
  }
}
