//SOURCES Contributions.java
//SOURCES Grid.java
//SOURCES Numbers.java
//SOURCES ../compare/SpeedUp.java
//SOURCES ../compare/Verdict.java
//SOURCES ../compare/Waterfall.java
package report;

import compare.SpeedUp;
import compare.Verdict;
import compare.Waterfall;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The tables and sentences about the steps of a ladder. */
final class StepTables {
  private StepTables() {}

  /** Step by step, from none to all; the shares add up to the whole change. */
  static Grid waterfall(Contributions c) {
    List<List<String>> rows = new ArrayList<>();
    String none = Numbers.NONE;
    rows.add(List.of("none", Numbers.seconds(c.rungSec().get(0)), none, none, none, none));
    for (int i = 0; i < c.waterfall().steps().size(); i++) {
      Waterfall.Step step = c.waterfall().steps().get(i);
      String share = step.share().isPresent() ? Numbers.percent(step.share().getAsDouble()) : none;
      double sec = c.rungSec().get(i + 1);
      rows.add(row("+ " + step.name(), sec, step.speedUp(), step.verdict().worth(), share));
    }
    Verdict total = c.waterfall().total();
    rows.add(
        row(
            "full set, against none",
            c.rungSec().get(c.rungSec().size() - 1),
            c.waterfall().speedUp(),
            total.finding(),
            total.isClaim() ? "100 %" : none));
    return new Grid(
        "Added one after the other",
        "lrrlrr",
        List.of("step", "job time", "ratio", "the step", "share", "95 % interval"),
        rows);
  }

  /** Each step as the last one: left out of all, or tried on top of all. */
  static Grid last(Contributions c) {
    return new Grid(
        "Compared with the full set, one step at a time",
        "lrrlr",
        List.of("set", "job time", "ratio", "the step", "95 % interval"),
        Stream.concat(
                c.withoutOne().stream().map(t -> row("full set without " + t.step(), t)),
                c.onTop().stream().map(t -> row("full set and " + t.step(), t)))
            .toList());
  }

  private static List<String> row(String name, Contributions.Trial trial) {
    return row(name, trial.sec(), trial.speedUp(), trial.worth());
  }

  /** A row with {@code more} cells before the interval. */
  private static List<String> row(
      String name, double sec, SpeedUp speedUp, String worth, String... more) {
    List<String> cells = new ArrayList<>(List.of(name, Numbers.seconds(sec)));
    cells.add(Numbers.decimals(speedUp.ratio(), 2) + "x");
    cells.add(worth.isEmpty() ? Numbers.NONE : worth);
    cells.addAll(List.of(more));
    cells.add(
        speedUp instanceof SpeedUp.OfPairs pairs
            ? Numbers.interval(pairs.interval())
            : Numbers.NONE);
    return cells;
  }

  /** What may be said about the whole, in a paragraph. */
  static String summary(Contributions c) {
    int comparisons = c.waterfall().steps().size() + 1 + c.withoutOne().size() + c.onTop().size();
    return ("Experiment %s, complete rounds: %d, order %s. The full set, all of them: %s. Times are"
            + " geometric means, ratios those to the line above; another order gives other"
            + " shares. Of 20 comparisons at 95 %% one may mislead; here are %d.")
        .formatted(
            c.experiment(), c.rounds(), c.order(), c.waterfall().total().sentence(), comparisons);
  }
}
