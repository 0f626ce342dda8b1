//SOURCES ../runs/Environment.java
//SOURCES ../runs/Run.java
//SOURCES ../project/Quantity.java
package report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import project.Quantity;
import runs.Environment;
import runs.Run;
import runs.Status;

/** What must be equal before two runs may be compared, and how a difference reads. */
final class Conditions {
  private static final Map<String, Function<Run, Object>> MACHINE = new LinkedHashMap<>();

  static {
    Environment.MACHINE.forEach(
        (name, trait) -> MACHINE.put(name, r -> trait.apply(r.environment())));
  }

  private static final Map<String, Function<Run, Object>> JOB = new LinkedHashMap<>();

  static {
    JOB.put("settings", Run::settings);
    JOB.put("conf_hash", r -> r.environment().confHash());
  }

  private Conditions() {}

  /** Equal for runs over the same data on the same machine with the same JVM. */
  static List<Object> outsideTheJob(Run run) {
    return List.of(
        run.data().fingerprint(),
        run.data().files(),
        MACHINE.values().stream().map(f -> f.apply(run)).toList());
  }

  /** What differs outside the job, in words; empty when nothing does. */
  static String outsideDifference(Run run, Run reference) {
    String data = dataDifference(run, reference);
    return data.isEmpty() ? firstDifference(MACHINE, run, reference) : data;
  }

  /** What differs in the job's own options and configuration, in words; empty when nothing does. */
  static String jobDifference(Run run, Run reference) {
    return firstDifference(JOB, run, reference);
  }

  private static String dataDifference(Run run, Run reference) {
    if (differs(run, run.data().rows(), reference.data().rows())) {
      return "data: %s instead of %s"
          .formatted(
              Quantity.count(run.data().rows(), "row"), Quantity.count(reference.data().rows()));
    }
    if (differs(run, run.data().fingerprint(), reference.data().fingerprint())) {
      return "data: other rows (fingerprint %s instead of %s)"
          .formatted(run.data().fingerprint(), reference.data().fingerprint());
    }
    if (differs(run, run.data().files(), reference.data().files())) {
      return "data: %s instead of %s"
          .formatted(
              Quantity.count(run.data().files(), "file"), Quantity.count(reference.data().files()));
    }
    return "";
  }

  private static String firstDifference(
      Map<String, Function<Run, Object>> traits, Run run, Run reference) {
    return traits.entrySet().stream()
        .filter(t -> differs(run, t.getValue().apply(run), t.getValue().apply(reference)))
        .map(
            t ->
                "%s %s instead of %s"
                    .formatted(
                        t.getKey(),
                        shown(t.getValue().apply(run)),
                        shown(t.getValue().apply(reference))))
        .findFirst()
        .orElse("");
  }

  private static String shown(Object value) {
    return value.toString().isEmpty() ? "(none)" : value.toString();
  }

  /** A run that failed early never learned some of its values: what is unknown does not differ. */
  private static boolean differs(Run run, Object value, Object reference) {
    boolean unknown = value.toString().isEmpty() || value.toString().equals("0");
    return !Objects.equals(value, reference) && !(unknown && run.status() != Status.SUCCESS);
  }
}
