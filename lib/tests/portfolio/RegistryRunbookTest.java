//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES SmallLab.java
package tests.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import operate.slo.SloFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portfolio.RegistryFinding;

/** Whether there is a runbook, and whether it says what registry and objectives say. */
class RegistryRunbookTest {
  private static final String GOOD = SmallLab.GOOD;
  private static final String FILE = "ops/runbooks/m.md";

  @TempDir Path root;

  private SmallLab lab;

  @BeforeEach
  void aGoodLab() throws IOException {
    lab = SmallLab.in(root);
  }

  private List<String> found(String runbook, Optional<SloFile> slos) throws IOException {
    lab.write(FILE, runbook);
    return lab.check(GOOD, slos).stream().map(RegistryFinding::found).toList();
  }

  @Test
  void everyTierNeedsARunbookAndTheThirdIsOnlyWarned() throws IOException {
    Files.delete(root.resolve("ops/runbooks/m.md"));
    assertEquals("m is T1 and has no runbook", lab.only(GOOD).found());
    assertEquals("m is T2 and has no runbook", lab.only(GOOD.replace(",T1,", ",T2,")).found());
    RegistryFinding third = lab.only(GOOD.replace(",T1,", ",T3,"));
    assertEquals("m is T3 and has no runbook", third.found());
    assertFalse(third.isError());
    Files.delete(root.resolve("ops/runbooks"));
    assertEquals("mkdir -p ops/runbooks && ${EDITOR:-vi} ops/runbooks/m.md", lab.only(GOOD).next());
  }

  @Test
  void itSaysWhatTheRowSays() throws IOException {
    String good = SmallLab.runbook(GOOD);
    assertEquals(List.of(), found(good, Optional.empty()));
    assertEquals(
        List.of(FILE + " line 3: Tier is T2, the registry has T1"),
        found(good.replace("Tier: T1", "Tier: T2"), Optional.empty()));
    assertEquals("${EDITOR:-vi} " + FILE, lab.check(GOOD, Optional.empty()).get(0).next());
    assertEquals(
        List.of(FILE + " is the runbook of n"),
        found(good.replace("RUNBOOK - m", "RUNBOOK - n"), Optional.empty()));
    assertEquals(
        List.of(FILE + " line 1: '# m' is not the title, wanted # RUNBOOK - model_name"),
        found("# m\n", Optional.empty()));
  }

  @Test
  void itPromisesWhatTheObjectivesAre() throws IOException {
    String yaml = "models:\n- model: m\n  success_rate_percent: 99.9\n";
    Optional<SloFile> slos = Optional.of(SloFile.parse("slo.yaml", yaml));
    String good = SmallLab.runbook(GOOD);
    assertEquals(
        List.of(
            FILE
                + " line 16: the SLO 'Freshness' is not in ops/slo.yaml (there: Success rate ≥"
                + " 99.9 %)",
            FILE + " lacks the SLO 'Success rate ≥ 99.9 %' of ops/slo.yaml"),
        found(good, slos));
    assertEquals(
        List.of(), found(good.replace("- Freshness\n", "- Success rate ≥ 99.9 %\n"), slos));
  }
}
