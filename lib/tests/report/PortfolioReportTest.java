//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../portfolio/SimulatedHistory.java
//SOURCES ../../report/PortfolioReport.java
package tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portfolio.FixList;
import portfolio.FixRules;
import portfolio.ModelFacts;
import portfolio.ModelHistory;
import portfolio.ModelRun;
import portfolio.ModelRun.Outcome;
import portfolio.Portfolio;
import portfolio.SimulatedHistory;
import portfolio.Simulation;
import report.PortfolioReport;
import report.PortfolioView;

class PortfolioReportTest {
  @TempDir Path temp;

  static PortfolioView view(List<ModelHistory> models) {
    Portfolio portfolio = Portfolio.of(models, Optional.empty(), Optional.empty(), ZoneOffset.UTC);
    return new PortfolioView(
        portfolio,
        FixList.of(portfolio, FixRules.DEFAULTS),
        FixRules.DEFAULTS,
        "runs.csv",
        7,
        2,
        List.of("2 lines left out: job_name is empty (first: line 3)"),
        Optional.empty());
  }

  static PortfolioView simulated() {
    return view(
        SimulatedHistory.of(new Simulation(65, 90, 42, 1, LocalDate.of(2026, 1, 1))).histories());
  }

  /** Hourly runs, of which every tenth failed, of a model of this name. */
  private static ModelHistory model(String name, int runs) {
    List<ModelRun> made = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      Instant start = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(3600L * i);
      Outcome outcome = i % 10 == 5 ? Outcome.FAILED : Outcome.SUCCEEDED;
      made.add(new ModelRun(start, start.plusSeconds(60), 60, outcome, 0.05, false));
    }
    ModelFacts facts = new ModelFacts("o", "T1", "hourly", List.of(), List.of("t." + name), false);
    return new ModelHistory(name, name, facts, made);
  }

  private String page(PortfolioView view) throws IOException {
    return Files.readString(PortfolioReport.write(view, temp).files().get(0));
  }

  private static List<String> all(String html, String pattern) {
    return Pattern.compile(pattern).matcher(html).results().map(MatchResult::group).toList();
  }

  @Test
  void thePageIsSmallAndNeedsNothingElse() throws IOException {
    String html = page(simulated());
    assertTrue(html.length() < 500_000, html.length() + " characters");
    assertEquals(List.of(), all(html, "(src|href)=\"(?!data:|#)[^\"]*\""));
    assertEquals(List.of(), all(html, "url\\((?!data:)|@import|https?://(?!www.w3.org/2000/svg)"));
    assertEquals(65, all(html, "<svg class=\"spark\"").size());
  }

  @Test
  void aSimulatedHistoryIsCalledSoOnEveryPart() throws IOException {
    PortfolioReport report = PortfolioReport.write(simulated(), temp);
    String html = Files.readString(report.files().get(0));
    String markdown = Files.readString(report.files().get(1));
    assertTrue(html.contains("<title>Portfolio (simulated)</title>"));
    List<String> captions = all(html, "<caption>[^<]*</caption>");
    assertEquals(4, captions.size());
    captions.forEach(c -> assertTrue(c.contains("(simulated)"), c));
    assertTrue(html.contains("Fix these first (simulated)"));
    List<String> tables = all(markdown, "(?m)^## .*\n\n(?=\\|)");
    assertEquals(5, tables.size());
    tables.forEach(t -> assertTrue(t.contains("(simulated)"), t));
    String start = "Simulated: 65 of these 65 models do not exist.";
    assertTrue(report.console().startsWith(start), report.console());
    assertTrue(html.contains(start) && markdown.contains(start));
    all(report.console(), "(?m)^(Fix these|By tier|Cost by).*")
        .forEach(t -> assertTrue(t.endsWith("(simulated)"), t));
  }

  @Test
  void aRealOneIsNot() throws IOException {
    PortfolioReport report = PortfolioReport.write(view(List.of(model("m", 200))), temp);
    assertFalse(Files.readString(report.files().get(0)).contains("(simulated)"));
    assertTrue(report.console().startsWith("1 of 1 model wastes up to "), report.console());
  }

  @Test
  void theListSaysWhatIsWrongWhyAndWhatItCosts() {
    String console = PortfolioReport.write(simulated(), temp).console();
    String headline = "4 of 65 models are broken now (2 not repaired, 2 stale), 9 more waste up to ";
    assertTrue(console.contains(headline), console);
    assertTrue(
        console.contains(" invoices_features   T2    finance-analytics    not repaired  "),
        console);
    assertTrue(console.contains("336 runs failed since 2026-03-18 00:21, 14 days ago"), console);
  }

  @Test
  void aWeekOrLessIsNoMonth() {
    String console = PortfolioReport.write(view(List.of(model("m", 100))), temp).console();
    assertTrue(console.contains(" EUR in the log"), console);
    assertFalse(console.contains("EUR a month"), console);
  }

  @Test
  void whatWasReadIsSaid() throws IOException {
    String html = page(view(List.of(model("m", 200))));
    assertTrue(html.contains("Log: runs.csv, 7 lines, 2 of them left out; looked at as of "));
    assertTrue(html.contains("2 lines left out: job_name is empty (first: line 3)."));
  }

  @Test
  void aNameCannotBecomeMarkup() throws IOException {
    PortfolioReport report =
        PortfolioReport.write(view(List.of(model("<script>alert(1)</script>|", 200))), temp);
    assertFalse(Files.readString(report.files().get(0)).contains("<script>alert"));
    assertTrue(
        Files.readString(report.files().get(1)).contains("\\<script>alert(1)\\</script>\\|"));
  }

  @Test
  void whatNeverSucceededAndWhatRanOnceHaveARow() {
    List<ModelRun> failed =
        List.of(
            new ModelRun(Instant.EPOCH, Instant.EPOCH.plusSeconds(9), 9, Outcome.FAILED, 0, false));
    ModelFacts unknown = new ModelFacts("", "", "", List.of(), List.of(), false);
    PortfolioReport report =
        PortfolioReport.write(view(List.of(new ModelHistory("m", "m", unknown, failed))), temp);
    assertTrue(
        report.console().contains("No rule finds anything to fix in 1 model."), report.console());
    assertTrue(report.console().contains("100 % (5.0 % to 100 %)"), report.console());
  }
}
