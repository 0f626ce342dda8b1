//SOURCES Grid.java
//SOURCES Numbers.java
//SOURCES PortfolioView.java
//SOURCES ../compare/ClopperPearson.java
//SOURCES ../compare/Estimate.java
//SOURCES ../compare/Pareto.java
//SOURCES ../portfolio/TierSummary.java
package report;

import compare.ClopperPearson;
import compare.Estimate;
import compare.Pareto;
import compare.SuccessRate;
import compare.Tail;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import portfolio.DataAge;
import portfolio.FixList;
import portfolio.Growth;
import portfolio.ModelStats;
import portfolio.Offence;
import portfolio.OutageTimes;
import portfolio.PortfolioText;
import portfolio.TierSummary;
import project.Quantity;

/** The tables of a portfolio. */
final class PortfolioTables {
  /** Where the null hypothesis of no trend is left alone, two-sided 5 %. */
  private static final double NO_TREND_Z = 1.96;

  private PortfolioTables() {}

  /** What to fix first, and why. */
  static Grid fixes(PortfolioView view) {
    List<FixList.Item> items = view.fixes().items();
    return new Grid(
        "Fix these first" + view.label(),
        "rllllrlr",
        List.of("", "model", "tier", "owner", "rule", view.eurUnit(), "why", "read by"),
        IntStream.range(0, items.size()).mapToObj(i -> fix(i + 1, items.get(i))).toList());
  }

  private static List<String> fix(int rank, FixList.Item item) {
    return List.of(
        String.valueOf(rank),
        item.model().name(),
        item.model().tier(),
        item.model().owner(),
        item.offences().stream().map(o -> o.kind().words()).collect(Collectors.joining(", ")),
        PortfolioText.eur(item.eurPerMonth()),
        item.offences().stream().map(Offence::reason).collect(Collectors.joining("; ")),
        item.dependents().map(String::valueOf).orElse(Numbers.NONE));
  }

  /** The parts of a sum over all models. */
  static Pareto pareto(PortfolioView view, ToDoubleFunction<ModelStats> value) {
    return Pareto.of(
        view.portfolio().models().stream()
            .collect(Collectors.toMap(ModelStats::name, value::applyAsDouble, Double::sum)));
  }

  /**
   * {@code 13 of 65 models make up 80 % of the cost.}
   *
   * @param what a noun: {@code cost}
   */
  static String eighty(PortfolioView view, Pareto pareto, String what) {
    int models = view.portfolio().models().size();
    int largest = pareto.largest(0.8);
    return pareto.items().isEmpty()
        ? "No model has any %s.".formatted(what)
        : "%d of %s %s up 80 %% of the %s."
            .formatted(
                largest, Quantity.count(models, "model"), largest == 1 ? "makes" : "make", what);
  }

  /** Cost, largest first. */
  static Grid cost(PortfolioView view, Pareto pareto) {
    return new Grid(
        "Cost by model, largest first" + view.label(),
        "lrrrrll",
        List.of(
            "model",
            view.eurUnit(),
            "share",
            "with those above",
            "EUR an hour",
            "tier",
            "schedule"),
        rows(
            view,
            pareto,
            (item, m) ->
                List.of(
                    PortfolioText.eur(item.value()),
                    PortfolioText.percent(item.value() / pareto.sum()),
                    PortfolioText.percent(item.cumulative()),
                    PortfolioText.eur(m.history().eurPerHour()))));
  }

  /** Breaches of the age that data may have, most first. */
  static Grid breaches(PortfolioView view, Pareto pareto) {
    return new Grid(
        "How often data became late, most first" + view.label(),
        "lrrrrll",
        List.of(
            "model", "times late", "with those above", "late for", "in time", "tier", "schedule"),
        rows(
            view,
            pareto,
            (item, m) ->
                List.of(
                    String.valueOf((int) item.value()),
                    PortfolioText.percent(item.cumulative()),
                    m.age().map(a -> PortfolioText.time(a.late())).orElse(Numbers.NONE),
                    m.age()
                        .map(a -> PortfolioText.percent(a.shareInTime()))
                        .orElse(Numbers.NONE))));
  }

  @FunctionalInterface
  private interface Cells {
    List<String> of(Pareto.Item item, ModelStats model);
  }

  private static List<List<String>> rows(PortfolioView view, Pareto pareto, Cells cells) {
    Map<String, ModelStats> models =
        view.portfolio().models().stream()
            .collect(Collectors.toMap(ModelStats::name, m -> m, (a, b) -> a));
    List<List<String>> rows = new ArrayList<>();
    for (Pareto.Item item : pareto.items()) {
      ModelStats model = models.get(item.name());
      List<String> row = new ArrayList<>(List.of(model.name()));
      row.addAll(cells.of(item, model));
      row.addAll(List.of(model.tier(), model.schedule()));
      rows.add(row);
    }
    return rows;
  }

  /** Freshness, failures and repairs of each tier. */
  static Grid tiers(PortfolioView view) {
    return new Grid(
        "By tier" + view.label(),
        "lrrrrrrrrr",
        List.of(
            "tier",
            "models",
            view.eurUnit(),
            "in time now",
            "in time, mean",
            "worst model",
            "times late",
            "failed runs",
            "MTTR (median)",
            "open"),
        TierSummary.of(view.portfolio()).stream().map(PortfolioTables::tier).toList());
  }

  private static List<String> tier(TierSummary t) {
    return List.of(
        t.tier(),
        String.valueOf(t.models()),
        PortfolioText.eur(t.eurPerMonth()),
        t.watched() == 0 ? Numbers.NONE : "%d of %d".formatted(t.inTime(), t.watched()),
        share(t.shareInTime()),
        share(t.worstShare()),
        t.watched() == 0 ? Numbers.NONE : String.valueOf(t.breaches()),
        failures(t.success()),
        t.repairs().closed() == 0
            ? Numbers.NONE
            : "%s (%s)".formatted(minutes(t.repairs().meanMin()), minutes(t.repairs().medianMin())),
        String.valueOf(t.repairs().open()));
  }

  private static String share(OptionalDouble share) {
    return share.isPresent() ? PortfolioText.percent(share.getAsDouble()) : Numbers.NONE;
  }

  private static String minutes(OptionalDouble minutes) {
    return minutes.isPresent() ? PortfolioText.time(60 * minutes.getAsDouble()) : Numbers.NONE;
  }

  /** {@code 1.2 % (0.80 % to 1.7 %)}: each bound holds with 95 %. */
  static String failures(SuccessRate success) {
    int failed = success.runs() - success.succeeded();
    return "%s (%s to %s)"
        .formatted(
            PortfolioText.percent(1 - success.rate()),
            PortfolioText.percent(
                ClopperPearson.atLeast(failed, success.runs(), Estimate.CONFIDENCE)),
            PortfolioText.percent(success.possibleFailureRate()));
  }

  /** Every model with all its numbers. */
  static Grid models(PortfolioView view) {
    return new Grid(
        "All models" + view.label(),
        "llllrrrrrrlrrrrr",
        List.of(
            "model",
            "tier",
            "schedule",
            "owner",
            view.eurUnit(),
            "runs",
            "p50",
            "p95",
            "p95 at most",
            "failed runs",
            "repairs: median, longest",
            "MTTR",
            "data are old",
            "may be",
            "in time",
            "trend"),
        view.portfolio().models().stream().map(PortfolioTables::model).toList());
  }

  private static List<String> model(ModelStats m) {
    return List.of(
        m.name(),
        m.tier(),
        m.schedule(),
        m.owner(),
        PortfolioText.eur(m.eurPerMonth()),
        "%,d".formatted(m.success().runs()),
        m.p50().isPresent() ? PortfolioText.time(m.p50().getAsDouble()) : Numbers.NONE,
        m.tail().map(t -> PortfolioText.time(t.p95())).orElse(Numbers.NONE),
        m.tail().map(PortfolioTables::bound).orElse(Numbers.NONE),
        failures(m.success()),
        repairs(m.repairs()),
        minutes(m.repairs().meanMin()),
        m.age().map(a -> PortfolioText.time(a.now())).orElse(Numbers.NONE),
        m.age().map(DataAge::limit).map(PortfolioText::time).orElse(Numbers.NONE),
        m.age().map(a -> PortfolioText.percent(a.shareInTime())).orElse(Numbers.NONE),
        m.growth().map(PortfolioTables::trend).orElse(Numbers.NONE));
  }

  /** What a p95 is worth, by the number of runs behind it. */
  private static String bound(Tail tail) {
    if (tail.upperBound().isPresent()) {
      return PortfolioText.time(tail.upperBound().getAsDouble());
    }
    return tail.runs() < 20 ? "slowest of " + tail.runs() : "no bound below 59 runs";
  }

  private static String repairs(OutageTimes r) {
    String open = r.open() > 0 ? "1 open" : "";
    if (r.closed() == 0) {
      return open.isEmpty() ? Numbers.NONE : open;
    }
    return "%d: %s, %s%s"
        .formatted(
            r.closed(),
            minutes(r.medianMin()),
            minutes(r.longestMin()),
            open.isEmpty() ? "" : ", " + open);
  }

  private static String trend(Growth growth) {
    return Math.abs(growth.z()) < NO_TREND_Z
        ? "steady"
        : "%s%s a month"
            .formatted(
                growth.addedPerMonth() < 0 ? "-" : "+",
                PortfolioText.percent(Math.abs(growth.addedPerMonth())));
  }
}
