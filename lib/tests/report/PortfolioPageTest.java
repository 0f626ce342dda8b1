//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Browser.java
//SOURCES PortfolioReportTest.java
package tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import report.PortfolioReport;

/** The portfolio's page in a browser without a network. */
@Tag("browser")
class PortfolioPageTest {
  private static final String FIRST =
      "document.querySelector('.sortable tbody tr:not([hidden]) th').textContent";
  private static final String SHOWN =
      "document.querySelectorAll('.sortable tbody tr:not([hidden])').length";

  @TempDir static Path folder;
  static Browser browser;
  static Path page;

  @BeforeAll
  static void start() throws IOException {
    page = PortfolioReport.write(PortfolioReportTest.simulated(), folder).files().get(0);
    browser = Browser.start();
  }

  @AfterAll
  static void stop() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }

  private static void open(int width) throws IOException {
    browser.open(page, width, 900);
    browser.await("document.documentElement?.dataset.chartsDrawn !== undefined");
  }

  private static void press(String column) throws IOException {
    browser.evaluate(
        "[...document.querySelectorAll('.sort')].find(b => b.textContent === '%s').click()"
            .formatted(column));
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1280})
  void itFitsAndAsksForNothing(int width) throws IOException {
    open(width);
    assertEquals(List.of(), browser.requests(page));
    assertEquals(List.of(), browser.complaints());
    assertEquals(
        0,
        browser
            .evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            .asInt());
    int height = browser.evaluate("document.querySelector('.pareto svg').clientHeight").asInt();
    assertTrue(height > 80, "the chart is %d high".formatted(height));
  }

  @Test
  void theModelsCanBeSortedByAnyNumber() throws IOException {
    open(1280);
    press("EUR a month");
    assertEquals("customers_features", browser.evaluate(FIRST).asText());
    press("EUR a month");
    assertEquals(
        "ascending",
        browser
            .evaluate("document.querySelector('[aria-sort]').getAttribute('aria-sort')")
            .asText());
    press("p50");
    String longest =
        browser
            .evaluate("document.querySelector('.sortable tbody tr td:nth-child(8)').textContent")
            .asText();
    assertTrue(longest.endsWith("h"), longest);
    press("model");
    assertEquals("budgets_clean", browser.evaluate(FIRST).asText());
  }

  @Test
  void theModelsCanBeFiltered() throws IOException {
    open(390);
    assertEquals(65, browser.evaluate(SHOWN).asInt());
    browser.evaluate(
        "const f = document.querySelector('.filter'); f.value = 'T1 hourly';"
            + " f.dispatchEvent(new Event('input'))");
    int shown = browser.evaluate(SHOWN).asInt();
    assertTrue(shown > 0 && shown < 65, shown + " are shown");
  }
}
