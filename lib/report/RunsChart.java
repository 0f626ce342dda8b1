//DEPS tech.tablesaw:tablesaw-jsplot:0.44.4
//SOURCES Chart.java
//SOURCES Findings.java
//SOURCES Grid.java
//SOURCES Numbers.java
//SOURCES Pairs.java
//SOURCES ../runs/Run.java
//SOURCES ../project/Quantity.java
package report;

import java.util.ArrayList;
import java.util.List;
import project.Quantity;
import runs.Run;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Line;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.traces.ScatterTrace;
import tech.tablesaw.plotly.traces.Trace;

/** Every compared run as a point, in the order they ran, with a line between the two of a pair. */
final class RunsChart {
  /** From here on points as large as for six runs would cover each other. */
  private static final int CROWD = 40;

  private final List<Run> order;
  private final Findings findings;
  private final List<Run> outliers;

  private RunsChart(Findings findings) {
    this.findings = findings;
    this.outliers =
        findings.selection().samples().stream().flatMap(s -> s.outliers().stream()).toList();
    this.order = findings.selection().compared();
  }

  static Chart of(Findings findings) {
    return new RunsChart(findings).chart();
  }

  private Chart chart() {
    List<Trace> traces = new ArrayList<>();
    if (!couples().isEmpty()) {
      traces.add(joins());
    }
    findings.selection().samples().stream()
        .filter(s -> !s.isEmpty())
        .forEach(s -> traces.add(points(s)));
    if (!outliers.isEmpty()) {
      traces.add(rings());
    }
    Layout layout =
        Layout.builder()
            .xAxis(Axis.builder().title("order of the runs").build())
            .yAxis(Axis.builder().title("seconds").build())
            .build();
    return new Chart(
        "runs",
        "Every run, in the order they ran",
        "A point for each of %s at its job time in seconds, pairs joined by a line; the"
                .formatted(Quantity.count(order.size(), "run"))
            + " numbers are in the table below.",
        new Figure(layout, traces.toArray(Trace[]::new)),
        List.of(),
        table());
  }

  private List<Pairs.Couple> couples() {
    return Pairs.of(findings.selection());
  }

  private Trace points(Sample sample) {
    return ScatterTrace.builder(positions(sample), sample.durationsSec())
        .name(sample.name())
        .mode(ScatterTrace.Mode.MARKERS)
        .marker(Marker.builder().color(sample.side().color()).size(crowded() ? 6 : 11).build())
        .build();
  }

  /** Around the runs that are flagged. */
  private Trace rings() {
    return ScatterTrace.builder(
            outliers.stream().mapToDouble(this::position).toArray(),
            outliers.stream().mapToDouble(Run::durationSec).toArray())
        .name("outlier, kept")
        .mode(ScatterTrace.Mode.MARKERS)
        .marker(Marker.builder().color("#c22f6d").size(crowded() ? 12 : 20).build())
        .build();
  }

  private boolean crowded() {
    return order.size() > CROWD;
  }

  private double[] positions(Sample sample) {
    return sample.runs().stream().mapToDouble(this::position).toArray();
  }

  private int position(Run run) {
    return order.indexOf(run) + 1;
  }

  /** One trace for all lines: NaN lifts the pen. */
  private Trace joins() {
    List<Pairs.Couple> couples = couples();
    double[] x = new double[3 * couples.size()];
    double[] y = new double[3 * couples.size()];
    for (int i = 0; i < couples.size(); i++) {
      Pairs.Couple couple = couples.get(i);
      x[3 * i] = position(couple.before());
      y[3 * i] = couple.before().durationSec();
      x[3 * i + 1] = position(couple.after());
      y[3 * i + 1] = couple.after().durationSec();
      x[3 * i + 2] = Double.NaN;
      y[3 * i + 2] = Double.NaN;
    }
    return ScatterTrace.builder(x, y)
        .name("pair")
        .mode(ScatterTrace.Mode.LINE)
        .line(Line.builder().color("#98a2af").width(crowded() ? 0.5 : 1.5).build())
        .build();
  }

  private Grid table() {
    return new Grid(
        "Every run, in the order they ran",
        "rlrrl",
        List.of("order", "variant", "pair", "job time", ""),
        order.stream()
            .map(
                r ->
                    List.of(
                        String.valueOf(position(r)),
                        r.variant(),
                        r.pair().isPresent() ? String.valueOf(r.pair().getAsInt()) : Numbers.NONE,
                        Numbers.seconds(r.durationSec()),
                        outliers.contains(r) ? "outlier" : ""))
            .toList());
  }
}
