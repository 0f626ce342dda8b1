//SOURCES Environment.java
//SOURCES Run.java
package runs;

import java.util.List;
import java.util.stream.Collectors;

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
   * Whether an arm would go on with other Spark settings.
   *
   * @param arm its label
   * @param earlier its runs so far
   * @param now the {@link Environment#confHash()} that a run would have
   * @return in words; empty when nothing differs
   */
  public static String settingsDifference(String arm, List<Run> earlier, String now) {
    return earlier.stream()
        .map(run -> run.environment().confHash())
        .filter(found -> differs(found, now))
        .findFirst()
        .map(
            found ->
                "other Spark settings of %s (conf/ makes %s instead of %s)"
                    .formatted(arm, now, found))
        .orElse("");
  }

  private static boolean differs(Object found, Object now) {
    return isKnown(found) && isKnown(now) && !found.equals(now);
  }

  private static boolean isKnown(Object value) {
    return !value.toString().isEmpty() && !value.toString().equals("0");
  }
}
