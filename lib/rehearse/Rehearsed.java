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
 * @param problem why this is no success, a sentence; empty when the fault was noticed, explained
 *     and repaired
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
    Optional<String> problem,
    IncidentRecord incident) {

  /** Whether the fault was noticed, explained by the runbook, and repaired by its commands. */
  public boolean succeeded() {
    return problem.isEmpty();
  }

  /** {@code 12.3 s}; {@code not repaired}. */
  String repairTime() {
    return incident.repairSec().isPresent()
        ? "%.1f s".formatted(incident.repairSec().getAsDouble())
        : "not repaired";
  }
}
