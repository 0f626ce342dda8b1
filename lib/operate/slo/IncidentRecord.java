package operate.slo;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An incident that somebody, or a rehearsal, wrote down: a line of {@code ops/incidents.csv}. What
 * the run log alone shows is an {@link Incident}.
 *
 * @param incidentId unique
 * @param modelName as in the run log
 * @param kind what went wrong, {@code schema_drift}
 * @param began when the fault was there, UTC
 * @param detected when somebody or something noticed
 * @param repaired when the table was right again; empty while it is not
 * @param repairSec seconds the repair took; empty while it is not done
 * @param fix what was done, empty while nothing was
 * @param runFailed id of the run that showed the fault, empty when there was none
 * @param runRecovered id of the run that made the table right again, empty when there was none
 * @param parity whether the output afterwards is the healthy one: {@code equal} or {@code
 *     different}; empty when nobody compared
 * @param rehearsal whether the fault was made on purpose
 */
public record IncidentRecord(
    String incidentId,
    String modelName,
    String kind,
    Instant began,
    Instant detected,
    Optional<Instant> repaired,
    OptionalDouble repairSec,
    String fix,
    String runFailed,
    String runRecovered,
    String parity,
    boolean rehearsal) {

  /** An incident is repaired, and that took a time, or neither. */
  public IncidentRecord {
    if (repaired.isPresent() != repairSec.isPresent()) {
      throw new IllegalArgumentException(
          "repaired and repair_sec go together, wanted both or none of them");
    }
    if (repairSec.isPresent()
        && !(repairSec.getAsDouble() >= 0 && Double.isFinite(repairSec.getAsDouble()))) {
      throw new IllegalArgumentException(
          "repair_sec is %s, wanted seconds from 0".formatted(repairSec.getAsDouble()));
    }
  }

  /** Whether it is not repaired yet. */
  public boolean isOpen() {
    return repaired.isEmpty();
  }
}
