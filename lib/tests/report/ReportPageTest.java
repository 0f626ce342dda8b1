//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Browser.java
//SOURCES SampleEvidence.java
//SOURCES SampleExperiment.java
//SOURCES SampleLab.java
//SOURCES SampleRuns.java
package tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tests.report.SampleRuns.experiment;
import static tests.report.SampleRuns.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import runs.Run;

/** The page in a browser without a network. */
@Tag("browser")
class ReportPageTest {
  private static final String FINISHED =
      "document.documentElement?.dataset.chartsDrawn !== undefined";

  /** Plots with at least one bar or point that has a size, per chart. */
  private static final String PLOTS =
      "[...document.querySelectorAll('.plot')].filter(p =>"
          + " [...p.querySelectorAll('.point path, path.point, .points path')].some(b => {"
          + " const r = b.getBoundingClientRect(); return r.width > 1 && r.height > 1; })).length";

  private static final String SIDEWAYS =
      "document.documentElement.scrollWidth - document.documentElement.clientWidth";

  @TempDir static Path folder;
  static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    browser = Browser.start();
  }

  @AfterAll
  static void stop() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }

  private static Path page(String name, List<Run> runs) {
    SampleLab lab = SampleLab.in(folder.resolve(name)).with(runs);
    return lab.report().files().get(0);
  }

  private static void open(Path page, int width) throws IOException {
    browser.open(page, width, 900);
    browser.await(FINISHED);
    assertEquals(List.of(), browser.requests(page));
    assertEquals(List.of(), browser.complaints());
    assertEquals(0, browser.evaluate(SIDEWAYS).asInt());
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1280})
  void everyChartIsDrawnWithoutNetworkOrComplaint(int width) throws IOException {
    Path page = page("three-" + width, experiment(3));
    open(page, width);
    assertEquals("5", browser.evaluate("document.documentElement.dataset.chartsDrawn").asText());
    assertEquals(5, browser.evaluate(PLOTS).asInt());
    assertEquals(
        5, browser.evaluate("document.querySelectorAll('.chart .scroll table').length").asInt());
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1280})
  void manyRunsFit(int width) throws IOException {
    open(page("many-" + width, experiment(62)), width);
    assertEquals(5, browser.evaluate(PLOTS).asInt());
    assertEquals(
        124, browser.evaluate("document.querySelectorAll('#figure-runs tbody tr').length").asInt());
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1280})
  void theChartsOfAnExperimentAreDrawnBesideTheirTables(int width) throws IOException {
    SampleExperiment tuned = SampleExperiment.pair("exp-2", 500, "none", 12.4, "all", 3.7, 6);
    SampleLab lab = SampleLab.in(folder.resolve("experiment-" + width));
    lab.with(SampleExperiment.ladder("exp-1", 1, 6)).with(tuned);
    for (Run run : tuned.runs()) {
      lab.evidence(run, SampleEvidence.shuffled());
    }
    open(lab.report().files().get(0), width);
    assertEquals(7, browser.evaluate(PLOTS).asInt());
    for (String chart : List.of("waterfall", "replay")) {
      int height =
          browser.evaluate("document.getElementById('%s').offsetHeight".formatted(chart)).asInt();
      assertTrue(height > 200, chart + " is " + height + " high");
    }
    assertEquals(
        "12.4 s|3.70 s|1.14x|1.75x|1.22x|1.27x|1.08x|1.00x",
        browser.evaluate(texts("waterfall")).asText());
  }

  private static String texts(String chart) {
    return "[...document.querySelectorAll('#%s .bartext')].map(t => t.textContent).join('|')"
        .formatted(chart);
  }

  @Test
  void theBarsAreLabelledWithTheNumbersOfTheTable() throws IOException {
    open(page("labels", experiment(3)), 1280);
    String texts = browser.evaluate(texts("percentiles")).asText();
    assertEquals("12.4 s|12.6 s|3.74 s|3.87 s", texts);
  }

  @Test
  void oneVariantAloneIsDrawn() throws IOException {
    open(page("alone", List.of(run("baseline", 1, 12), run("baseline", 2, 13))), 1280);
    assertEquals(5, browser.evaluate(PLOTS).asInt());
  }

  @Test
  void withoutAClaimThereIsNoChart() throws IOException {
    Run baseline = run("baseline", 1, 12);
    Run wrong = SampleRuns.withOutput(run("optimized", 2, 4), "bad");
    open(page("different", List.of(baseline, wrong)), 390);
    assertEquals(0, browser.evaluate("document.querySelectorAll('.plot').length").asInt());
  }

  @Test
  void inTheDarkTextIsLightAndTheChartsTooAreDark() throws IOException {
    Path page = page("dark", experiment(2));
    dark("dark");
    try {
      open(page, 1280);
      assertTrue(brightness("document.querySelector('h2')", "color") > 600);
      assertTrue(brightness("document.querySelector('.plot .xtick text')", "fill") > 400);
      assertTrue(brightness("document.body", "backgroundColor") < 120);
    } finally {
      dark("light");
    }
  }

  private static void dark(String scheme) throws IOException {
    browser.call(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Red, green and blue of a computed colour, added up. */
  private static int brightness(String element, String property) throws IOException {
    return browser
        .evaluate(
            "getComputedStyle(%s).%s.match(/\\d+/g).slice(0, 3).reduce((s, c) => s + +c, 0)"
                .formatted(element, property))
        .asInt();
  }

  @Test
  void aBrowserThatCannotUnpackSaysSoAndKeepsTheTables() throws IOException {
    Path page = page("old", experiment(2));
    String html = Files.readString(page);
    Files.writeString(
        page, html.replace("lab.start();", "delete window.DecompressionStream; lab.start();"));
    open(page, 390);
    assertTrue(
        browser
            .evaluate("document.getElementById('notice').innerText")
            .asText()
            .startsWith("The charts could not be drawn"));
    assertEquals("0", browser.evaluate("document.documentElement.dataset.chartsDrawn").asText());
    assertTrue(
        browser.evaluate("document.querySelector('#figure-runs table').offsetHeight").asInt() > 0);
  }
}
