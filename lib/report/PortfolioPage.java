//SOURCES Grid.java
//SOURCES Html.java
//SOURCES Page.java
//SOURCES ParetoChart.java
//SOURCES PortfolioFixes.java
//SOURCES PortfolioReading.java
//SOURCES PortfolioTableHtml.java
//SOURCES PortfolioTables.java
//SOURCES PortfolioView.java
//SOURCES Sparkline.java
//SOURCES ../portfolio/RuleTrial.java
//FILES report/report.css=report.css
//FILES report/portfolio.css=portfolio.css
//FILES report/portfolio.js=portfolio.js
package report;

import compare.Pareto;
import compare.Quantile;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import portfolio.DataAge;
import portfolio.FixRules;
import portfolio.ModelStats;
import portfolio.Offence;
import portfolio.PortfolioText;
import portfolio.RuleTrial;
import project.Packed;

/** {@code portfolio.html}: all models of a platform in one page, without a picture to download. */
final class PortfolioPage {
  private final PortfolioView view;
  private int sections;

  private PortfolioPage(PortfolioView view) {
    this.view = view;
  }

  /** The whole page. */
  static String of(PortfolioView view) {
    return new PortfolioPage(view).page();
  }

  private String page() {
    Pareto cost = PortfolioTables.pareto(view, ModelStats::eurPerMonth);
    Pareto breaches = PortfolioTables.pareto(view, ModelStats::breaches);
    String main =
        section("Fix these first" + view.label(), fixes())
            + section(
                "Where the money goes",
                paragraph(PortfolioTables.eighty(view, cost, "cost"))
                    + bars(PortfolioTables.cost(view, cost), cost))
            + section(
                "Where data are late",
                paragraph(PortfolioTables.eighty(view, breaches, "late data"))
                    + bars(PortfolioTables.breaches(view, breaches), breaches))
            + section(
                "Freshness, failures, repairs",
                dense(PortfolioTables.tiers(view)) + notes(tierNotes()))
            + section("All models", models())
            + section("The rules", rules())
            + section("What was read", notes(read()));
    return new Page(
            "Portfolio" + view.label(),
            Packed.text("/report/report.css") + Packed.text("/report/portfolio.css"),
            hero() + "<main>\n" + main + "</main>\n",
            Packed.text("/report/portfolio.js"),
            List.of())
        .html();
  }

  private String hero() {
    String warning = view.warning();
    return """
           <header class="hero%s">
           <p class="eyebrow">Spark tuning lab: portfolio%s</p>
           %s<h1>%s</h1>
           <p class="lead">%s.</p>
           %s</header>
           """
        .formatted(
            view.fixes().urgent() > 0 ? " alarm" : "",
            Html.escape(view.label()),
            warning.isEmpty()
                ? ""
                : "<p class=\"notice simulated\">%s.</p>%n".formatted(Html.escape(warning)),
            Html.prose(view.headline()),
            Html.prose(view.looked()),
            tiles());
  }

  private String tiles() {
    List<DataAge> ages = view.portfolio().models().stream().flatMap(m -> m.age().stream()).toList();
    long inTime = ages.stream().filter(a -> !a.lateNow()).count();
    return "<dl class=\"tiles\">%n%s%s%s%s</dl>%n"
        .formatted(
            tile("models to fix", String.valueOf(view.fixes().items().size())),
            tile(view.eurUnit(), PortfolioText.eur(view.portfolio().eurPerMonth())),
            tile("models with data in time", "%d of %d".formatted(inTime, ages.size())),
            tile("models whose last run failed", lastFailed()));
  }

  /** Not every failure is broken: the next scheduled run may repair it in time. */
  private String lastFailed() {
    long open = view.portfolio().models().stream().filter(m -> m.openOutage().isPresent()).count();
    return open == 0
        ? "0"
        : "%d, %d for too long".formatted(open, view.count(Offence.Kind.NOT_REPAIRED));
  }

  private static String tile(String name, String value) {
    return "<div><dt>%s</dt><dd><strong>%s</strong></dd></div>%n"
        .formatted(Html.escape(name), Html.prose(value));
  }

  private String section(String title, String body) {
    sections++;
    return """
           <section aria-labelledby="s%1$d">
           <h2 id="s%1$d"><span>%1$d</span> %2$s</h2>
           %3$s</section>
           """
        .formatted(sections, Html.escape(title), body);
  }

  private static String paragraph(String text) {
    return "<p>%s</p>%n".formatted(Html.prose(text));
  }

  private static String notes(List<String> sentences) {
    return sentences.stream()
        .map(s -> "<li>%s</li>%n".formatted(Html.prose(s)))
        .collect(Collectors.joining("", "<ul class=\"notes\">\n", "</ul>\n"));
  }

  private String fixes() {
    if (view.fixes().items().isEmpty()) {
      return paragraph("No rule finds anything; the rules are below.");
    }
    return PortfolioFixes.html(view)
        + notes(
            List.of(
                "Broken ones first, by tier: people wait for their data. The others by EUR: the"
                    + " largest of a model's reasons, since they overlap.",
                "read by: how many models read what it makes, directly or through others, by the"
                    + " registry."));
  }

  private static String dense(Grid grid) {
    return PortfolioTableHtml.of(grid, "dense", new double[0], "", List.of());
  }

  private static String bars(Grid grid, Pareto pareto) {
    double largest = pareto.items().isEmpty() ? 1 : pareto.items().get(0).value();
    double[] shares = pareto.items().stream().mapToDouble(i -> i.value() / largest).toArray();
    return grid.isEmpty()
        ? ""
        : ParetoChart.html(pareto, grid.header().get(1))
            + PortfolioTableHtml.of(grid, "bars", shares, "", List.of());
  }

  private String models() {
    List<String> lines =
        view.portfolio().models().stream().map(m -> Sparkline.svg(m, view.portfolio())).toList();
    return PortfolioTableHtml.of(
            PortfolioTables.models(view), "sortable", new double[0], "typical run by day", lines)
        + notes(modelNotes());
  }

  static List<String> modelNotes() {
    return List.of(
        "Quantiles: "
            + Quantile.DEFINITION
            + ". p95 at most: a one-sided 95 % bound, from 59 runs on.",
        "failed runs: the share, and between which shares the true one lies; each end holds with"
            + " 95 % if runs fail independently, which those of one outage do not. Killed runs"
            + " count.",
        "Repairs: from the first failed run after a success to the end of the next success; an open"
            + " one has no repair time yet and is in no mean.",
        "data are old: since the end of the last success. trend: of the typical run of a day, where"
            + " chance alone would not make it (z beyond 1.96).");
  }

  static List<String> tierNotes() {
    return List.of(
        "Data are late when they are older than 1.5 periods of the schedule in T1, 2.5 in T2 and"
            + " 3.5 in T3: no missed run, one, two, and half a period of slack.",
        "in time: the share of the time since the first success in which data were not late.");
  }

  private String rules() {
    return Arrays.stream(Offence.Kind.values())
            .map(
                k ->
                    "<div><dt>%s (%d)</dt><dd>%s</dd></div>%n"
                        .formatted(
                            Html.escape(k.words()), found(k), Html.prose(k.rule(view.rules()))))
            .collect(Collectors.joining("", "<dl class=\"facts\">\n", "</dl>\n"))
        + notes(trial(view));
  }

  /** How far to trust the rules, where their limits are those that were tried. */
  static List<String> trial(PortfolioView view) {
    return view.rules().equals(FixRules.DEFAULTS)
        ? List.of(
            "Tried on %s: %s.".formatted(RuleTrial.HOW, RuleTrial.FULL),
            "The same with offenders half as strong: %s. A simulated platform is no real one."
                .formatted(RuleTrial.HALF))
        : List.of("These limits are not the defaults, and nobody has tried them.");
  }

  private long found(Offence.Kind kind) {
    return view.fixes().items().stream()
        .filter(i -> i.offences().stream().anyMatch(o -> o.kind() == kind))
        .count();
  }

  private List<String> read() {
    return PortfolioReading.sentences(view);
  }
}
