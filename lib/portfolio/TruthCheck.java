//SOURCES FixList.java
//SOURCES ../project/CsvLog.java
//SOURCES ../project/LabException.java
package portfolio;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import project.CsvLog;
import project.LabException;

/**
 * What the rules found of what was planted in a simulated history.
 *
 * @param planted offenders, from the truth file
 * @param missed those that are not on the list for what they are
 * @param falseAlarms models on the list that are no offenders
 * @param innocent how many models are none
 */
public record TruthCheck(int planted, List<String> missed, List<String> falseAlarms, int innocent) {
  private static final List<String> COLUMNS = List.of("model_name", "offender", "kind");

  /**
   * Compares a list with the truth.
   *
   * @throws LabException when the truth file is missing or is none
   */
  public static TruthCheck of(Path truth, FixList list) {
    if (!Files.exists(truth)) {
      throw LabException.failed(
          "No truth file %s, wanted the one that portfolio simulate wrote beside the log"
              .formatted(truth));
    }
    Map<String, String> kinds =
        new CsvLog(truth, COLUMNS)
            .read().lines().stream()
                .filter(l -> l.get("offender").equals("true"))
                .collect(
                    Collectors.toMap(
                        l -> l.get("model_name"), l -> l.get("kind"), (a, b) -> a, TreeMap::new));
    return of(kinds, list);
  }

  /** The same with the truth at hand: what each offender is, by name. */
  static TruthCheck of(Map<String, String> kinds, FixList list) {
    Map<String, Set<String>> found = new TreeMap<>();
    for (FixList.Item item : list.items()) {
      found.put(
          item.model().name(),
          item.offences().stream()
              .map(o -> o.kind().words().replace(' ', '_'))
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    return new TruthCheck(
        kinds.size(),
        kinds.keySet().stream()
            .filter(m -> !found.getOrDefault(m, Set.of()).contains(kinds.get(m)))
            .map(m -> m + " (" + kinds.get(m) + ")")
            .toList(),
        found.keySet().stream().filter(m -> !kinds.containsKey(m)).toList(),
        list.looked() - kinds.size());
  }

  /**
   * {@code 12 of 12 planted offenders found, 1 false alarm among 53 other models (orders_joined)}.
   */
  public String sentence() {
    return "%d of %d planted offenders found%s, %d %s among %d other models%s"
        .formatted(
            planted - missed.size(),
            planted,
            missed.isEmpty() ? "" : " (missed: " + String.join(", ", missed) + ")",
            falseAlarms.size(),
            falseAlarms.size() == 1 ? "false alarm" : "false alarms",
            innocent,
            falseAlarms.isEmpty() ? "" : " (" + String.join(", ", falseAlarms) + ")");
  }
}
