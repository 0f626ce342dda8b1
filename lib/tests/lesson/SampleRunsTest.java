//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../lesson/SampleRuns.java
package tests.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import compare.Pair;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import lesson.SampleRuns;
import org.junit.jupiter.api.Test;
import project.LabException;
import project.Workspace;
import runs.ExperimentPlan.Kind;
import runs.Run;

/** What notebooks read of the kept runs. */
class SampleRunsTest {
  private final SampleRuns sample = SampleRuns.open();

  private static List<Integer> rounds(List<Run> runs) {
    return runs.stream().map(r -> r.pair().getAsInt()).toList();
  }

  @Test
  void runsAreThoseThatCountInTheOrderOfTheirRounds() {
    List<Run> runs = sample.runs(Kind.PAIR, "none");
    assertEquals(IntStream.rangeClosed(1, runs.size()).boxed().toList(), rounds(runs));
    assertEquals(List.of(0, 0), rounds(sample.warmUp(Kind.PAIR)));
  }

  @Test
  void aPairIsARoundInWhateverOrderTheLogIs() {
    List<Pair> pairs = sample.pairs(Kind.PAIR, "none", "all");
    List<Run> none = sample.runs(Kind.PAIR, "none");
    List<Run> all = sample.runs(Kind.PAIR, "all");
    assertTrue(pairs.size() >= 6, pairs.toString());
    for (int i = 0; i < pairs.size(); i++) {
      assertEquals(new Pair(none.get(i).durationSec(), all.get(i).durationSec()), pairs.get(i));
    }
    List<Run> turned = new ArrayList<>(sample.log());
    Collections.reverse(turned);
    SampleRuns other = new SampleRuns(sample.folder(), sample.plans(), turned);
    assertEquals(pairs, other.pairs(Kind.PAIR, "none", "all"));
  }

  @Test
  void aRoundWithOneSideIsNoPair() {
    Run third = sample.runs(Kind.PAIR, "all").get(2);
    List<Run> without = sample.log().stream().filter(r -> !r.equals(third)).toList();
    SampleRuns other = new SampleRuns(sample.folder(), sample.plans(), without);
    List<Pair> pairs = new ArrayList<>(sample.pairs(Kind.PAIR, "none", "all"));
    pairs.remove(2);
    assertEquals(pairs, other.pairs(Kind.PAIR, "none", "all"));
  }

  @Test
  void outsideACheckoutThereAreNone() {
    Workspace outside = new Workspace(Path.of("elsewhere").toAbsolutePath(), false);
    LabException e = assertThrows(LabException.class, () -> SampleRuns.in(outside));
    assertEquals(
        "This notebook needs the lab's own files, and %s is not inside a checkout of it. Clone the"
                .formatted(outside.root())
            + " repository, cd into it, and run: scripts/jbangw notebook list",
        e.getMessage());
  }

  @Test
  void anUnknownVariantIsNamedWithThoseThatThereAre() {
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> sample.runs(Kind.AA, "salted"));
    assertEquals(
        "the AA experiment has no runs of salted, it has [all, all-again]", e.getMessage());
  }
}
