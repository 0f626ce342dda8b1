//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES SampleExperiment.java
//SOURCES SampleLab.java
//SOURCES ../../report/Report.java
package tests.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the report says about the JVMs that the runs of a warm experiment shared. */
class WarmReportTest {
  private static final SampleExperiment TUNED =
      SampleExperiment.pair("exp-1", 100, "none", 12.4, "all", 3.7, 6);

  @TempDir Path folder;

  private void assertSays(SampleExperiment experiment, String... facts) throws IOException {
    SampleLab.in(folder).with(experiment).report();
    String page = Files.readString(folder.resolve("ops/report.md"));
    for (String fact : facts) {
      assertTrue(page.contains(fact), fact + " in " + page);
    }
  }

  @Test
  void oneThatRanThroughHadOneJvm() throws IOException {
    assertSays(
        new SampleExperiment(TUNED.warm().plan(), TUNED.runs()),
        "(A none, B all; all in one warm JVM)",
        "- All runs share one JVM, each with a session of its own");
  }

  @Test
  void oneThatWasStoppedHadMoreAndEachWasWarmedUp() throws IOException {
    assertSays(
        TUNED.warmStoppedAfter(2),
        "- Runs: 6 none, 6 all, 6 complete pairs; 4 runs of warm-up left out",
        "(A none, B all; in 2 warm JVMs, one after the other, each warmed up first)",
        "stopped and went on: its runs share 2 JVMs, one after the other, of which each was");
  }

  /** The first JVM got no further than its warm-up. */
  @Test
  void aJvmInWhichNothingCountedIsNotOne() throws IOException {
    assertSays(TUNED.warmStoppedAfter(0), "; 4 runs of warm-up left out", "; all in one warm JVM)");
  }
}
