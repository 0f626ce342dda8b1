//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Browser.java
//SOURCES SampleEvidence.java
//SOURCES SampleLab.java
//SOURCES SampleRuns.java
//SOURCES ../../operate/lineage/LineageLog.java
package tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tests.report.SampleRuns.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import operate.lineage.LineageLog;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import runs.Run;

/** The picture of the lineage in a browser. */
@Tag("browser")
class LineagePageTest {
  private static final String FINISHED =
      "document.documentElement?.dataset.chartsDrawn !== undefined";

  /** The height in pixels of the smallest letters of the part that is shown. */
  private static final String LETTERS =
      "(() => { const part = [...document.querySelectorAll('.lineage > svg')].filter(s =>"
          + " getComputedStyle(s).display !== 'none')[0]; return part.classList[0] + ' ' +"
          + " Math.round(11.5 * part.getScreenCTM().a) })()";

  @TempDir Path folder;

  private Path page() {
    SampleLab lab = SampleLab.in(folder);
    LineageLog log = new LineageLog(folder.resolve("ops/model_lineage.csv"));
    for (Run run : List.of(run("baseline", 1, 12), run("optimized", 2, 4))) {
      lab.with(List.of(run)).evidence(run, SampleEvidence.broadcast());
      log.append(run.startTime(), "read", run.jobName(), "data/raw/transactions", "v", run.runId());
      log.append(
          run.endTime(), "write", run.jobName(), "data/silver/daily_sales/x", "w", run.runId());
    }
    return lab.report().files().get(0);
  }

  @Test
  void itCanBeReadInALargeAndInASmallWindow() throws IOException {
    Path page = page();
    try (Browser browser = Browser.start()) {
      for (int width : new int[] {1280, 390}) {
        browser.open(page, width, 900);
        browser.await(FINISHED);
        assertEquals(List.of(), browser.complaints());
        assertEquals(
            0,
            browser
                .evaluate(
                    "document.documentElement.scrollWidth - document.documentElement.clientWidth")
                .asInt());
        String shown = browser.evaluate(LETTERS).asText();
        assertTrue(shown.startsWith(width == 390 ? "narrow " : "wide "), shown);
        assertTrue(Integer.parseInt(shown.split(" ")[1]) >= 10, shown);
      }
    }
  }
}
