//SOURCES Charts.java
//SOURCES EvidenceTable.java
//SOURCES Findings.java
//SOURCES Headline.java
//SOURCES LineageBlock.java
//SOURCES Method.java
//SOURCES OutputTables.java
//SOURCES PlanTable.java
//SOURCES ReliabilityText.java
//SOURCES Replays.java
//SOURCES RunTables.java
//SOURCES StepTables.java
//SOURCES TimeTables.java
//SOURCES Trust.java
//SOURCES ../compare/Quantile.java
//SOURCES ../project/Launcher.java
//SOURCES ../project/Markdown.java
package report;

import static project.Markdown.text;

import compare.Quantile;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import project.Launcher;

/** The reports as Markdown. */
final class MarkdownReports {
  private MarkdownReports() {}

  /** {@code report.md}: everything. */
  static String full(Findings f) {
    return "# %s: before and after\n\n".formatted(text(f.job()))
        + "**%s**\n".formatted(text(Headline.of(f).sentence()))
        + section("Can it be trusted", trust(f) + warnings(f))
        + section("Before and after", TimeTables.beforeAfter(f).markdown() + notes(f))
        + section("Runs, average, p50 and p95", percentiles(f))
        + section("Every pair", f.comparable() ? table(TimeTables.pairs(f)) : "")
        + section("What each step contributes", steps(f))
        + section("What Spark did", evidence(f))
        + section("The same tasks on other numbers of cores: a model", replay(f))
        + section("Same answer", table(OutputTables.parity(f)))
        + section("Quality of the outputs", table(OutputTables.quality(f)))
        + section(ReliabilityText.TITLE, reliability(f))
        + section(LineageBlock.TITLE, f.lineage().map(MarkdownReports::lineage).orElse(""))
        + section("Runs compared", table(RunTables.compared(f)))
        + section("Runs that did not succeed", table(RunTables.failures(f)))
        + section("Runs not compared", table(RunTables.notCompared(f)))
        + section("Method and limits", list(Method.lines(f.selection())));
  }

  /** {@code p95_summary.md}: average, p50 and p95 of each variant. */
  static String percentileSummary(Findings f) {
    return "# %s: p50 and p95\n\n".formatted(text(f.job())) + percentiles(f);
  }

  /** {@code cost_summary.md}: what a run and a month cost. */
  static String costSummary(Findings f) {
    return "# %s: cost\n\n".formatted(text(f.job()))
        + TimeTables.cost(f).markdown()
        + "\nJob time x %s; a month is 30 days of %d runs.\n"
            .formatted(text(f.cost().rate()), f.cost().runsPerDay())
        + saving(f);
  }

  /** {@code summary_report.md}: one screen for a stakeholder. */
  static String summary(Findings f) {
    Headline headline = Headline.of(f);
    return "# %s\n\n".formatted(text(headline.lead()))
        + "%s%s.\n\n"
            .formatted(
                text(headline.basis()),
                headline.facts().isEmpty() ? "" : "; " + text(headline.facts()))
        + TimeTables.beforeAfter(f).markdown()
        + saving(f)
        + "\n- Data: %s\n".formatted(text(Trust.data(f.newest())))
        + "- Machine: %s\n".formatted(text(Trust.machine(f.newest().environment())))
        + warnings(f)
        + "\nThe whole story: report.html, which opens offline.\n";
  }

  private static String percentiles(Findings f) {
    return TimeTables.percentiles(f).markdown()
        + "\nQuantiles: %s.\n".formatted(Quantile.DEFINITION);
  }

  private static String trust(Findings f) {
    return Trust.of(f).stream()
        .map(t -> "- %s: %s\n".formatted(t.question(), text(t.answer())))
        .collect(Collectors.joining());
  }

  private static String warnings(Findings f) {
    return f.warnings().stream()
        .map(w -> "- Warning: %s\n".formatted(text(w)))
        .collect(Collectors.joining());
  }

  private static String steps(Findings f) {
    if (f.selection().commands() || (f.selection().complete() && !f.comparable())) {
      return "";
    }
    return f.ladder()
        .map(
            c ->
                "%s\n\n%s\n%s"
                    .formatted(
                        text(StepTables.summary(c)),
                        StepTables.waterfall(c).markdown(),
                        table(StepTables.last(c))))
        .orElse(
            "No ladder ran over these data on this machine. Run: %s\n"
                .formatted(Launcher.command("experiment ladder")));
  }

  private static String evidence(Findings f) {
    if (f.selection().commands()) {
      return "";
    }
    return "%s\n%s\n%s"
            .formatted(
                table(EvidenceTable.of(f)), table(PlanTable.of(f)), list(PlanTable.problems(f)))
            .stripTrailing()
        + "\n";
  }

  private static String replay(Findings f) {
    return f.comparable() && Replays.ofBothSides(f)
        ? Charts.replay(f).table().markdown() + "\n" + list(Replays.says(f))
        : "";
  }

  private static String reliability(Findings f) {
    return f.reliability()
        .map(ReliabilityText::new)
        .map(
            r ->
                Stream.of(
                        "**%s.** %s\n"
                            .formatted(
                                text(r.verdict()), text(String.join(" ", r.basis(f.selection())))),
                        table(r.objectives()),
                        list(r.notes()),
                        captioned(r.incidents()),
                        captioned(r.written()))
                    .filter(block -> !block.isEmpty())
                    .collect(Collectors.joining("\n")))
        .orElse("");
  }

  private static String lineage(LineageBlock block) {
    return "%s\n%s\n%s"
            .formatted(list(block.notes()), table(block.edges()), table(block.columns()))
            .stripTrailing()
        + "\n";
  }

  private static String notes(Findings f) {
    return "\n" + list(TimeTables.notes(f));
  }

  private static String saving(Findings f) {
    return Stream.of(TimeTables.saving(f), f.compaction())
        .filter(sentence -> !sentence.isEmpty())
        .map(sentence -> "\n%s\n".formatted(text(sentence)))
        .collect(Collectors.joining());
  }

  private static String section(String title, String body) {
    return body.isEmpty() ? "" : "\n## %s\n\n%s".formatted(title, body);
  }

  private static String table(Grid grid) {
    return grid.isEmpty() ? "" : grid.markdown();
  }

  private static String captioned(Grid grid) {
    return grid.isEmpty() ? "" : "%s:\n\n%s".formatted(text(grid.caption()), grid.markdown());
  }

  private static String list(List<String> lines) {
    return lines.stream().map(l -> "- %s\n".formatted(text(l))).collect(Collectors.joining());
  }
}
