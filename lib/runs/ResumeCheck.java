//SOURCES Environment.java
//SOURCES EnvironmentProbe.java
//SOURCES Run.java
//SOURCES SettingsFiles.java
//SOURCES ../project/Differences.java
//SOURCES ../spark/SessionSpec.java
package runs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import project.Differences;
import spark.SessionSpec;

/**
 * Whether an experiment that was stopped would go on under the conditions of its earlier runs: a
 * report compares none of its runs when they differ.
 */
public final class ResumeCheck {
  private ResumeCheck() {}

  /**
   * What differs.
   *
   * @param earlier the runs of the experiment so far
   * @param now what a run would find; what is not known is empty or 0
   * @return in words, {@code cores 4 instead of 2, Java 21.0.2+13 instead of 17.0.15+6}; empty when
   *     nothing differs
   */
  public static String difference(List<Run> earlier, Environment now) {
    return Environment.MACHINE.entrySet().stream()
        .flatMap(
            trait ->
                earlier.stream()
                    .map(run -> trait.getValue().apply(run.environment()))
                    .filter(found -> differs(found, trait.getValue().apply(now)))
                    .limit(1)
                    .map(
                        found ->
                            "%s %s instead of %s"
                                .formatted(trait.getKey(), trait.getValue().apply(now), found)))
        .collect(Collectors.joining(", "));
  }

  /**
   * The Spark settings of an arm that would be others.
   *
   * @param earlier its runs so far
   * @param now what its next run would have
   * @param kept the settings of earlier runs
   * @return in words, {@code spark.sql.shuffle.partitions 5 instead of 4}; empty when none differs
   */
  public static List<String> settingsDifferences(
      List<Run> earlier, SessionSpec now, SettingsFiles kept) {
    String hash = EnvironmentProbe.hash(now);
    return earlier.stream()
        .map(run -> run.environment().confHash())
        .filter(found -> differs(found, hash))
        .findFirst()
        .map(found -> differences(kept.read(found), SettingsFiles.shown(now.conf())))
        .orElse(List.of());
  }

  private static List<String> differences(
      Optional<Map<String, String>> then, Map<String, String> now) {
    List<String> found =
        then.map(before -> Differences.of(now, before, "nothing").stream().sorted().toList())
            .orElse(List.of());
    return found.isEmpty() ? List.of("other Spark settings, which were not written down") : found;
  }

  private static boolean differs(Object found, Object now) {
    return isKnown(found) && isKnown(now) && !found.equals(now);
  }

  private static boolean isKnown(Object value) {
    return !value.toString().isEmpty() && !value.toString().equals("0");
  }
}
