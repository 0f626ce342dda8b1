//SOURCES ../project/CsvLine.java
//SOURCES ../project/LabException.java
package portfolio;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import project.CsvLine;
import project.LabException;

/**
 * Where the columns of a log are.
 *
 * @param separator between values
 * @param count how many values a line has
 * @param places index by the lab's own name, of the columns that are there
 */
record HistoryColumns(char separator, int count, Map<String, Integer> places) {
  /** What a log must have, for help and error messages. */
  static final String WANTED = "job_name, start_time, end_time or duration_sec, status";

  private static final List<String> REQUIRED = List.of("job_name", "start_time", "status");
  private static final String END = "end_time";
  private static final String DURATION = "duration_sec";

  /** Of the lab's own log. */
  static final String SETTINGS = "settings";

  private static final List<String> OPTIONAL =
      List.of(
          END,
          DURATION,
          "variant",
          SETTINGS,
          "pair",
          "cost_eur",
          "cluster_cost_eur_hr",
          "tier",
          "owner",
          "schedule",
          "simulated");

  /** Spreadsheets write semicolons where the comma is a decimal point. */
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

  /**
   * The columns that a header names; capitals do not matter.
   *
   * @param given the file's name of a column by the lab's
   * @throws LabException naming what is missing and what is there
   */
  static HistoryColumns of(Path file, String header, Map<String, String> given) {
    check(given);
    HistoryColumns best = null;
    List<String> names = List.of();
    for (char separator : SEPARATORS) {
      List<String> found = CsvLine.fields(header, separator).orElse(List.of());
      if (best == null || found.size() > best.count) {
        best = new HistoryColumns(separator, found.size(), places(found, given));
        names = found;
      }
    }
    List<String> missing = best.missing();
    if (!missing.isEmpty()) {
      String first = missing.get(0).split(" ")[0];
      throw LabException.failed(
          ("%s has no column %s (found: %s), wanted %s. If it has another name there, say so:"
                  + " --column %s=NAME")
              .formatted(file, String.join(", ", missing), shown(names), WANTED, first));
    }
    return best;
  }

  private static void check(Map<String, String> given) {
    for (String own : given.keySet()) {
      if (!REQUIRED.contains(own) && !OPTIONAL.contains(own)) {
        throw LabException.usage(
            "--column %s=%s: '%s' is no column of the lab's (wanted one of %s, %s)"
                .formatted(
                    own,
                    given.get(own),
                    own,
                    String.join(", ", REQUIRED),
                    String.join(", ", OPTIONAL)));
      }
    }
  }

  private static Map<String, Integer> places(List<String> names, Map<String, String> given) {
    List<String> plain = names.stream().map(HistoryColumns::plain).toList();
    Map<String, Integer> places = new HashMap<>();
    List<String> own = new ArrayList<>(REQUIRED);
    own.addAll(OPTIONAL);
    for (String column : own) {
      int place = plain.indexOf(plain(given.getOrDefault(column, column)));
      if (place >= 0) {
        places.put(column, place);
      }
    }
    return Map.copyOf(places);
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private List<String> missing() {
    List<String> missing = new ArrayList<>();
    REQUIRED.stream().filter(c -> !places.containsKey(c)).forEach(missing::add);
    if (!places.containsKey(END) && !places.containsKey(DURATION)) {
      missing.add(END + " or " + DURATION);
    }
    return missing;
  }

  private static String shown(List<String> names) {
    int few = 12;
    return names.size() > few
        ? String.join(", ", names.subList(0, few)) + " and %d more".formatted(names.size() - few)
        : String.join(", ", names);
  }

  /** The values of a line; empty when it has not as many as the header. */
  Optional<List<String>> fields(String line) {
    return CsvLine.fields(line, separator).filter(f -> f.size() == count);
  }

  /** A value of a line, stripped; empty when the log has no such column. */
  String value(List<String> fields, String column) {
    Integer place = places.get(column);
    return place == null ? "" : fields.get(place).strip();
  }

  /** A number as this file writes it: with semicolons between values a comma is a decimal point. */
  double number(String text) {
    return Double.parseDouble(separator == ';' ? text.replace(',', '.') : text);
  }
}
