//SOURCES Answers.java
//SOURCES ChartFont.java
//SOURCES Findings.java
//SOURCES FindingsReader.java
//SOURCES Headline.java
//SOURCES HtmlPage.java
//SOURCES MarkdownReports.java
//SOURCES PercentileChart.java
//SOURCES TimeTables.java
//SOURCES ../project/AtomicFile.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Launcher.java
//SOURCES ../project/Workspace.java
package report;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import project.AtomicFile;
import project.LabException;
import project.Launcher;
import project.Workspace;

/**
 * A written report.
 *
 * @param sentence the result in one sentence
 * @param beforeAfter the table under it, for a console
 * @param compaction what the compacted input cost and when it pays back; empty where no experiment
 *     tried it
 * @param sameAnswer whether no output is known to differ from another
 * @param files what was written, in the order a reader opens them
 * @param warnings a sentence each: lines left out, runs that mislead
 * @param problems a sentence each for what is missing from the report; empty when it is complete
 */
public record Report(
    String sentence,
    String beforeAfter,
    String compaction,
    boolean sameAnswer,
    List<Path> files,
    List<String> warnings,
    List<String> problems) {

  /**
   * Writes the report of one experiment into the ops folder and prints what a reader wants to see
   * at once: the table, where to look, and the result in one sentence. Progress and problems go to
   * stderr.
   *
   * @param id of an experiment with at least one complete round
   * @return the exit code: 0 when nothing is missing from the report and no output differs
   */
  public static int show(Workspace workspace, String job, String id) {
    Report report = write(workspace, workspace.runs(), workspace.ops(""), job, Optional.of(id));
    report.warnings().forEach(w -> System.err.println("warning: " + w));
    System.out.printf("%n%s%n", report.beforeAfter());
    if (!report.compaction().isEmpty()) {
      System.out.println(report.compaction());
    }
    System.out.printf("Look at %s (opens offline).%n", workspace.fromHere(report.files().get(0)));
    System.out.println(report.sentence());
    report.problems().forEach(p -> System.err.println("error: " + p));
    return report.sameAnswer() && report.problems().isEmpty() ? 0 : LabException.FAILED;
  }

  /**
   * Writes the report of {@code job} from the run log {@code runs}, and from what lies beside it,
   * into the folder {@code out}. With typed runs of one variant only, the report shows that one and
   * names the other as a problem.
   *
   * @param experiment id of the experiment to report, whatever its job; empty for the newest
   *     comparison
   * @throws LabException when there is nothing to report, or a file cannot be written
   */
  public static Report write(
      Workspace workspace, Path runs, Path out, String job, Optional<String> experiment) {
    Findings findings = FindingsReader.read(workspace, runs, job, experiment);
    List<String> problems = new ArrayList<>();
    if (!findings.missing().isEmpty()) {
      problems.add(findings.missing());
    }
    List<Path> files = new ArrayList<>();
    try {
      files.add(write(out.resolve("report.html"), HtmlPage.of(findings)));
      files.add(write(out.resolve("report.md"), MarkdownReports.full(findings)));
      files.add(write(out.resolve("summary_report.md"), MarkdownReports.summary(findings)));
      files.add(write(out.resolve("p95_summary.md"), MarkdownReports.percentileSummary(findings)));
      files.add(write(out.resolve("cost_summary.md"), MarkdownReports.costSummary(findings)));
      writeChart(findings, out.resolve("p95_chart.png"), files, problems);
    } catch (UncheckedIOException e) {
      throw LabException.failed(
          ("Cannot write the report into %s: %s. What was there is still there; make room or choose"
                  + " another folder with --out, then run: %s")
              .formatted(workspace.fromHere(out), e.getCause(), Launcher.command("report")),
          e);
    }
    return new Report(
        Headline.of(findings).sentence(),
        TimeTables.beforeAfter(findings).plain(),
        findings.compaction(),
        findings.answers().state() != Answers.State.DIFFERENT,
        List.copyOf(files),
        findings.warnings(),
        List.copyOf(problems));
  }

  private static Path write(Path file, String text) {
    AtomicFile.write(file, text);
    return file;
  }

  /** The picture comes last: it is the only output that a machine may be unable to make. */
  private static void writeChart(
      Findings findings, Path file, List<Path> files, List<String> problems) {
    try {
      PercentileChart.write(findings, file);
      files.add(file);
    } catch (ChartFont.Missing e) {
      problems.add(e.getMessage());
    }
  }
}
