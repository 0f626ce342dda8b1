//DEPS tech.tablesaw:tablesaw-jsplot:0.44.4
//SOURCES Chart.java
//SOURCES Contributions.java
//SOURCES Numbers.java
//SOURCES Side.java
//SOURCES StepTables.java
package report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.components.Marker;
import tech.tablesaw.plotly.traces.BarTrace;
import tech.tablesaw.plotly.traces.Trace;

/**
 * The waterfall: from the time without any step to the time with all of them, a floating bar for
 * each step. The bars stand on invisible ones, since Tablesaw has no word for a floating bar.
 */
final class StepsChart {
  private static final String INVISIBLE = "rgba(0,0,0,0)";
  private static final String SAVED = "#5b9fd6";
  private static final String ADDED = "#c22f6d";

  private final Contributions c;
  private final String[] names;
  private final List<Trace> traces = new ArrayList<>();
  private final List<List<String>> labels = new ArrayList<>();

  private StepsChart(Contributions contributions) {
    this.c = contributions;
    List<String> all = new ArrayList<>(List.of("none"));
    c.waterfall().steps().forEach(s -> all.add(s.name()));
    all.add("full set");
    this.names = all.toArray(String[]::new);
  }

  static Chart of(Contributions contributions) {
    return new StepsChart(contributions).chart();
  }

  private Chart chart() {
    int last = names.length - 1;
    double[] ground = new double[names.length];
    double[] none = new double[names.length];
    double[] all = new double[names.length];
    double[] saved = new double[names.length];
    double[] added = new double[names.length];
    List<String> ratios = new ArrayList<>(Collections.nCopies(names.length, ""));
    none[0] = c.rungSec().get(0);
    all[last] = c.rungSec().get(last - 1);
    for (int i = 1; i < last; i++) {
      double from = c.rungSec().get(i - 1);
      double to = c.rungSec().get(i);
      ground[i] = Math.min(from, to);
      saved[i] = Math.max(0, from - to);
      added[i] = Math.max(0, to - from);
      double ratio = c.waterfall().steps().get(i - 1).speedUp().ratio();
      ratios.set(i, Numbers.decimals(ratio, 2) + "x");
    }
    List<String> times = new ArrayList<>(Collections.nCopies(names.length, ""));
    times.set(0, Numbers.seconds(none[0]));
    times.set(last, Numbers.seconds(all[last]));
    add("", ground, INVISIBLE, List.of());
    add("none", none, Side.BEFORE.color(), where(none, times));
    add("full set", all, Side.AFTER.color(), where(all, times));
    add("less time", saved, SAVED, where(saved, ratios));
    if (Arrays.stream(added).anyMatch(sec -> sec > 0)) {
      add("more time", added, ADDED, where(added, ratios));
    }
    Layout layout =
        Layout.builder()
            .barMode(Layout.BarMode.STACK)
            .yAxis(Axis.builder().title("seconds").build())
            .build();
    return new Chart(
        "waterfall",
        "From no step to all of them",
        "A waterfall of the job time in seconds, a bar for each step; the numbers are in the"
            + " table.",
        new Figure(layout, traces.toArray(Trace[]::new)),
        labels,
        StepTables.waterfall(c));
  }

  private void add(String name, double[] values, String color, List<String> text) {
    traces.add(
        BarTrace.builder(names, values)
            .name(name)
            .marker(Marker.builder().color(color).build())
            .build());
    labels.add(text);
  }

  /** A bar of no height has no label. */
  private static List<String> where(double[] values, List<String> text) {
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      shown.add(values[i] > 0 ? text.get(i) : "");
    }
    return shown;
  }
}
