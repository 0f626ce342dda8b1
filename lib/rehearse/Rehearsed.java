//SOURCES Fault.java
//SOURCES Said.java
//SOURCES ../operate/runbook/KnownFailure.java
//SOURCES ../operate/slo/IncidentRecord.java
//SOURCES ../runs/Run.java
package rehearse;

import java.util.List;
import java.util.Optional;
import operate.runbook.KnownFailure;
import operate.slo.IncidentRecord;
import runs.Run;

/**
 * How a rehearsal went.
 *
 * @param fault what was made to happen
 * @param done what exactly
 * @param healthy the run whose output was there before
 * @param shown what the command said that met the fault
 * @param showingRun its line in the run log; empty when it was refused before it started
 * @param previousKept whether readers still had the output of {@code healthy} while the fault was
 *     there
 * @param entry of the runbook that explains it
 * @param confirmed the runbook's commands to confirm it
 * @param fixed its commands that were typed to repair it
 * @param verified its commands to verify that, the comparison of the outputs at the end
 * @param repairingRun which made the table right again
 * @param evidence what Spark's numbers say, empty where nothing
 * @param explained the runbook's entry that what was said leads to; empty when none does
 * @param incident what is written down
 */
public record Rehearsed(
    Fault fault,
    String done,
    Run healthy,
    Said shown,
    Optional<Run> showingRun,
    boolean previousKept,
    KnownFailure entry,
    List<Said> confirmed,
    List<Said> fixed,
    List<Said> verified,
    Optional<Run> repairingRun,
    String evidence,
    Optional<KnownFailure> explained,
    IncidentRecord incident) {

  /** Whether the fault was noticed, explained by the runbook, and repaired by its commands. */
  public boolean succeeded() {
    return problem().isEmpty();
  }

  /** Why it is no success, a sentence without a full stop; empty when it is one. */
  public Optional<String> problem() {
    if (fault.failsTheRun() && shown.succeeded()) {
      return Optional.of("The fault was not noticed: %s succeeded".formatted(shown.typed()));
    }
    String led = explained.map(KnownFailure::id).orElse("no entry");
    if (!led.equals(entry.id())) {
      return Optional.of(
          "What was said leads to %s of the runbook, wanted %s: %s"
              .formatted(led, entry.id(), shown.sentence()));
    }
    if (repairingRun.isEmpty()) {
      return Optional.of("No command of the fix made the job succeed");
    }
    return verified.stream()
        .filter(said -> !said.succeeded())
        .findFirst()
        .map(said -> "After the fix %s failed: %s".formatted(said.typed(), said.sentence()));
  }

  /** {@code 12.3 s}; {@code not repaired}. */
  String repairTime() {
    return incident.repairSec().isPresent()
        ? "%.1f s".formatted(incident.repairSec().getAsDouble())
        : "not repaired";
  }
}
