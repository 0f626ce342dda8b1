//SOURCES Html.java
//SOURCES ../portfolio/Portfolio.java
package report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import portfolio.DailyTimes;
import portfolio.ModelRun;
import portfolio.ModelStats;
import portfolio.Portfolio;

/** The days of a model in the space of a word: its typical run, and a tick where runs failed. */
final class Sparkline {
  private static final int WIDTH = 132;
  private static final int HEIGHT = 26;

  /** Ticks stand below the line. */
  private static final int FLOOR = 20;

  private Sparkline() {}

  /** A drawing on the days of the portfolio, so that those of all models stand side by side. */
  static String svg(ModelStats model, Portfolio portfolio) {
    ZoneId zone = portfolio.zone();
    long first = LocalDate.ofInstant(portfolio.from(), zone).toEpochDay();
    long last = LocalDate.ofInstant(portfolio.asOf(), zone).toEpochDay();
    double perDay = (double) WIDTH / Math.max(1, last - first);
    DailyTimes daily = model.daily();
    double highest = Arrays.stream(daily.medianSec()).max().orElse(1);
    StringBuilder path = new StringBuilder();
    long gap = longestGap(model);
    for (int i = 0; i < daily.days().length; i++) {
      // A line over days without a run would show runs that never were.
      boolean lift = i == 0 || daily.days()[i] - daily.days()[i - 1] > gap;
      path.append(lift ? "M" : "L")
          .append(at(perDay * (daily.days()[i] - first)))
          .append(' ')
          .append(at(FLOOR - (FLOOR - 1) * daily.medianSec()[i] / Math.max(highest, 1e-9)));
    }
    Set<Long> failed =
        model.history().runs().stream()
            .filter(r -> !r.succeeded())
            .map(ModelRun::start)
            .map(t -> LocalDate.ofInstant(t, zone).toEpochDay())
            .collect(Collectors.toCollection(TreeSet::new));
    String ticks =
        failed.stream()
            .map(d -> "M%s %dv4".formatted(at(perDay * (d - first)), FLOOR + 2))
            .collect(Collectors.joining());
    return "<svg class=\"spark\" viewBox=\"-1 -1 %d %d\" role=\"img\" aria-label=\"%s\">%s%s</svg>"
        .formatted(
            WIDTH + 2,
            HEIGHT + 2,
            Html.escape("typical run of each day; runs failed on %d days".formatted(failed.size())),
            path.isEmpty() ? "" : "<path class=\"line\" d=\"" + path + "\"/>",
            ticks.isEmpty() ? "" : "<path class=\"ticks\" d=\"" + ticks + "\"/>");
  }

  /** In days; beyond it the line is broken. */
  private static long longestGap(ModelStats model) {
    return model.history().cadence().map(c -> 2 * c.period().toDays()).orElse(7L) + 2;
  }

  private static String at(double value) {
    return String.format(Locale.ROOT, "%.1f", value).replaceFirst("\\.0$", "");
  }
}
