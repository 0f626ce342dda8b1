//SOURCES ../project/Quantity.java
//DEPS tech.tablesaw:tablesaw-jsplot:0.44.4
//SOURCES Chart.java
//SOURCES EvidenceTable.java
//SOURCES Findings.java
//SOURCES MeasureRows.java
//SOURCES Numbers.java
//SOURCES Replays.java
//SOURCES ../compare/CoresForecast.java
//SOURCES ../spark/TaskTotals.java
package report;

import compare.CoresForecast;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import project.Quantity;
import spark.TaskTotals;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.traces.BarTrace;
import tech.tablesaw.plotly.traces.Trace;

/** The bar charts of the page. Nothing in them comes from text in the logs: only numbers. */
final class Charts {
  private static final double MIB = 1 << 20;

  /** One group of bars: its name and its value for a sample, in the unit of the axis. */
  private record Group(String name, ToDoubleFunction<Sample> value) {}

  private Charts() {}

  /** p50 and p95 of the job time. */
  static Chart percentiles(Findings f) {
    List<Group> groups =
        List.of(
            new Group("p50", s -> f.durations(s).p50()),
            new Group("p95", s -> f.durations(s).p95()));
    Chart chart =
        bars(
            f,
            "percentiles",
            "Job time: typical run and slow run",
            "seconds",
            groups,
            1,
            Numbers::seconds);
    return chart.with(
        rows(f, groups, Numbers::seconds)
            .add("average", s -> f.durations(s).avg(), Numbers::seconds)
            .add("fastest", s -> f.durations(s).min(), Numbers::seconds)
            .add("slowest", s -> f.durations(s).max(), Numbers::seconds)
            .grid(chart.title()));
  }

  /** What Spark counted, three small charts. */
  static List<Chart> evidence(Findings f) {
    return List.of(
        bars(
            f,
            "work",
            "Executor run and CPU time",
            "seconds",
            List.of(
                new Group("run time", EvidenceTable.of(TaskTotals::executorRunTimeSec)),
                new Group("CPU time", EvidenceTable.of(TaskTotals::executorCpuTimeSec))),
            1,
            Numbers::seconds),
        bars(
            f,
            "shuffle",
            "Shuffle bytes",
            "MiB",
            List.of(
                new Group("written", EvidenceTable.of(TaskTotals::shuffleBytesWritten)),
                new Group("read", EvidenceTable.of(TaskTotals::shuffleBytesRead))),
            MIB,
            Quantity::bytes),
        bars(
            f,
            "balance",
            "Tasks of the heaviest stage",
            "seconds",
            List.of(
                new Group("median", EvidenceTable.of(TaskTotals::medianTaskSec)),
                new Group("slowest", EvidenceTable.of(TaskTotals::maxTaskSec))),
            1,
            Numbers::seconds));
  }

  /** The replay of the recorded tasks; only where both sides were recorded. */
  static Chart replay(Findings f) {
    return bars(
        f,
        "replay",
        "A model: the same tasks on other numbers of cores",
        "seconds",
        CoresForecast.CORES.stream()
            .map(n -> new Group(n + " cores", s -> Replays.sec(f, s, n)))
            .toList(),
        1,
        Numbers::seconds);
  }

  private static Chart bars(
      Findings f,
      String id,
      String title,
      String unit,
      List<Group> groups,
      double scale,
      DoubleFunction<String> format) {
    String[] names = groups.stream().map(Group::name).toArray(String[]::new);
    List<Trace> traces = new ArrayList<>();
    List<List<String>> labels = new ArrayList<>();
    for (Sample sample : f.selection().samples()) {
      if (!sample.isEmpty()) {
        double[] values =
            groups.stream().mapToDouble(g -> g.value().applyAsDouble(sample)).toArray();
        labels.add(Arrays.stream(values).mapToObj(format).toList());
        traces.add(
            BarTrace.builder(names, Arrays.stream(values).map(v -> v / scale).toArray())
                .name(sample.name())
                .marker(Marker.builder().color(sample.side().color()).build())
                .build());
      }
    }
    Layout layout =
        Layout.builder()
            .barMode(Layout.BarMode.GROUP)
            .yAxis(Axis.builder().title(unit).build())
            .build();
    return new Chart(
        id,
        title,
        "Bars: %s, in %s, for each variant; the numbers are in the table below."
            .formatted(String.join(" and ", names), unit),
        new Figure(layout, traces.toArray(Trace[]::new)),
        labels,
        rows(f, groups, format).grid(title));
  }

  private static MeasureRows rows(Findings f, List<Group> groups, DoubleFunction<String> format) {
    MeasureRows rows = new MeasureRows(f);
    groups.forEach(g -> rows.add(g.name(), g.value(), format));
    return rows;
  }
}
