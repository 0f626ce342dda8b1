//SOURCES PortfolioPage.java
//SOURCES ../project/AtomicFile.java
//SOURCES ../project/Markdown.java
package report;

import compare.Pareto;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import portfolio.ModelStats;
import portfolio.Offence;
import project.AtomicFile;
import project.Markdown;

/**
 * The report on a portfolio: a page, the same as Markdown, and what the console shows of it.
 *
 * @param console the answer, what to fix, the tiers, and the ten most expensive models
 * @param files what was written
 */
public record PortfolioReport(String console, List<Path> files) {
  private static final int FEW = 10;

  /** Writes {@code portfolio.html} and {@code portfolio.md}. */
  public static PortfolioReport write(PortfolioView view, Path folder) {
    Path page = folder.resolve("portfolio.html");
    Path markdown = folder.resolve("portfolio.md");
    AtomicFile.write(page, PortfolioPage.of(view));
    AtomicFile.write(markdown, markdown(view));
    return new PortfolioReport(console(view), List.of(page, markdown));
  }

  private static String console(PortfolioView view) {
    Pareto cost = PortfolioTables.pareto(view, ModelStats::eurPerMonth);
    Grid costs = PortfolioTables.cost(view, cost);
    Grid dearest =
        new Grid(
            costs.caption(),
            costs.align(),
            costs.header(),
            costs.rows().subList(0, Math.min(FEW, costs.rows().size())));
    StringBuilder out = new StringBuilder();
    if (!view.warning().isEmpty()) {
      out.append(view.warning()).append(".\n\n");
    }
    out.append("%s.%n%s.%n".formatted(view.headline(), view.looked()));
    List.of(PortfolioTables.fixes(view), PortfolioTables.tiers(view), dearest).stream()
        .filter(g -> !g.isEmpty())
        .forEach(g -> out.append("%n%s%n%s%n".formatted(g.caption(), g.plain())));
    out.append("\n" + PortfolioTables.eighty(view, cost, "cost"));
    view.truth().ifPresent(t -> out.append("\n\nAgainst the truth file: " + t.sentence() + "."));
    return out.toString();
  }

  private static String markdown(PortfolioView view) {
    Pareto cost = PortfolioTables.pareto(view, ModelStats::eurPerMonth);
    Pareto breaches = PortfolioTables.pareto(view, ModelStats::breaches);
    String warning = view.warning().isEmpty() ? "" : "**" + view.warning() + ".**\n\n";
    return "# Portfolio"
        + view.label()
        + "\n\n"
        + warning
        + Markdown.text(view.headline() + ".\n\n" + view.looked() + ".\n\n")
        + section(PortfolioTables.fixes(view), List.of())
        + section(
            PortfolioTables.cost(view, cost), List.of(PortfolioTables.eighty(view, cost, "cost")))
        + section(
            PortfolioTables.breaches(view, breaches),
            List.of(PortfolioTables.eighty(view, breaches, "late data")))
        + section(PortfolioTables.tiers(view), PortfolioPage.tierNotes())
        + section(PortfolioTables.models(view), PortfolioPage.modelNotes())
        + "## The rules\n\n"
        + list(
            Arrays.stream(Offence.Kind.values())
                .map(k -> k.words() + ": " + k.rule(view.rules()))
                .toList())
        + list(PortfolioPage.trial(view))
        + "\n## What was read\n\n"
        + list(PortfolioReading.sentences(view));
  }

  private static String section(Grid grid, List<String> notes) {
    return "## %s%n%n%s%n%s%n"
        .formatted(grid.caption(), grid.isEmpty() ? "None.\n" : grid.markdown(), list(notes))
        .replace("\r\n", "\n");
  }

  private static String list(List<String> sentences) {
    return sentences.stream()
        .map(s -> "- " + Markdown.text(s) + "\n")
        .collect(Collectors.joining());
  }
}
