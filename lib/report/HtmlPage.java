//SOURCES Charts.java
//SOURCES Findings.java
//SOURCES Headline.java
//SOURCES Hero.java
//SOURCES Html.java
//SOURCES LineageBlock.java
//SOURCES Method.java
//SOURCES OutputTables.java
//SOURCES Page.java
//SOURCES PlanTable.java
//SOURCES ReliabilityText.java
//SOURCES Replays.java
//SOURCES RunTables.java
//SOURCES RunsChart.java
//SOURCES StepTables.java
//SOURCES StepsChart.java
//SOURCES TimeTables.java
//SOURCES Trust.java
//SOURCES ../project/Launcher.java
//FILES report/report.css=report.css
package report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import project.Launcher;
import project.Packed;

/** {@code report.html}: what the runs show, in one page. */
final class HtmlPage {
  private final Findings f;
  private final List<Chart> drawn = new ArrayList<>();
  private int sections;

  private HtmlPage(Findings findings) {
    this.f = findings;
  }

  /** The whole page. */
  static String of(Findings findings) {
    return new HtmlPage(findings).page();
  }

  private String page() {
    String main =
        "<p class=\"notice\" id=\"notice\" hidden></p>\n"
            + trust()
            + section(
                "Before and after",
                table(TimeTables.beforeAfter(f)) + list("notes", TimeTables.notes(f)))
            + times()
            + steps()
            + evidence()
            + section("Is it the same answer?", answers())
            + reliability()
            + f.lineage().map(this::lineage).orElse("")
            + section("All runs", runs())
            + section("Method and limits", list("method", Method.lines(f.selection())));
    return new Page(
            Headline.of(f).lead(),
            Packed.text("/report/report.css"),
            Hero.html(f) + "<main>\n" + main + "</main>\n",
            "",
            drawn.stream().map(Chart::script).toList())
        .html();
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

  private String trust() {
    String facts =
        Trust.of(f).stream()
            .map(
                t ->
                    "<div><dt>%s</dt><dd>%s</dd></div>%n"
                        .formatted(Html.escape(t.question()), Html.prose(t.answer())))
            .collect(Collectors.joining("", "<dl class=\"facts\">\n", "</dl>\n"));
    return section("Can I trust it?", facts + list("warnings", f.warnings()));
  }

  /** No bars of unequal answers: a picture is a claim. */
  private boolean pictures() {
    return f.comparable() || !f.selection().complete();
  }

  private String figures(List<Chart> charts) {
    drawn.addAll(charts);
    return charts.stream()
        .map(Chart::html)
        .collect(Collectors.joining("", "<div class=\"charts\">\n", "</div>\n"));
  }

  private String times() {
    return pictures()
        ? section(
            "Every run",
            figures(List.of(RunsChart.of(f), Charts.percentiles(f)))
                + table(TimeTables.percentiles(f)))
        : "";
  }

  private String steps() {
    if (!pictures() || f.selection().commands()) {
      return "";
    }
    String none =
        "<p>No ladder ran over these data on this machine. Run: %s</p>%n"
            .formatted(Html.escape(Launcher.command("experiment ladder")));
    return section("What each step contributes", f.ladder().map(this::steps).orElse(none));
  }

  private String steps(Contributions c) {
    Grid last = StepTables.last(c);
    return "<p>%s</p>%n".formatted(Html.prose(StepTables.summary(c)))
        + figures(List.of(StepsChart.of(c)))
        + table(last);
  }

  private static String list(String kind, List<String> sentences) {
    return sentences.isEmpty()
        ? ""
        : sentences.stream()
            .map(s -> "<li>%s</li>%n".formatted(Html.prose(s)))
            .collect(Collectors.joining("", "<ul class=\"%s\">\n".formatted(kind), "</ul>\n"));
  }

  private String evidence() {
    if (f.selection().commands()) {
      return "";
    }
    return section(
        "What Spark did",
        (pictures() ? figures(Charts.evidence(f)) : "")
            + table(EvidenceTable.of(f))
            + table(PlanTable.of(f))
            + list("notes", PlanTable.problems(f))
            + replay());
  }

  private String replay() {
    return f.comparable() && Replays.ofBothSides(f)
        ? figures(List.of(Charts.replay(f))) + list("notes", Replays.says(f))
        : "";
  }

  private String answers() {
    String parity = table(OutputTables.parity(f));
    String none =
        "<p>No row-by-row comparison of these runs is in parity.csv; %s.</p>%n"
            .formatted(f.answers().identical() ? "the fingerprints are equal" : "see above");
    return (parity.isEmpty() ? none : parity) + table(OutputTables.quality(f));
  }

  private String reliability() {
    return f.reliability()
        .map(ReliabilityText::new)
        .map(
            r ->
                section(
                    ReliabilityText.TITLE,
                    "<p><strong>%s</strong> %s</p>%n"
                            .formatted(
                                Html.prose(r.verdict() + "."),
                                Html.prose(String.join(" ", r.basis(f.selection()))))
                        + table(r.objectives())
                        + list("notes", r.notes())
                        + table(r.incidents())
                        + table(r.written())))
        .orElse("");
  }

  private String lineage(LineageBlock block) {
    return section(
        LineageBlock.TITLE,
        "<div class=\"picture\">\n%s</div>%n".formatted(block.svg())
            + list("notes", block.notes())
            + table(block.edges())
            + table(block.columns()));
  }

  private String runs() {
    return Stream.of(RunTables.compared(f), RunTables.failures(f), RunTables.notCompared(f))
        .map(HtmlPage::table)
        .collect(Collectors.joining());
  }

  private static String table(Grid grid) {
    return grid.isEmpty() ? "" : grid.html();
  }
}
