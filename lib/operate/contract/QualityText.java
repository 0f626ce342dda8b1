//SOURCES CheckResult.java
//SOURCES TableFolder.java
//SOURCES TableQuality.java
//SOURCES ../../project/Quantity.java
//SOURCES ../../project/TextTable.java
package operate.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import operate.contract.CheckResult.Breached;
import operate.contract.CheckResult.NotChecked;
import project.Quantity;
import project.TextTable;

/**
 * What the command {@code quality} prints: a line for every check, every breach with its rows, and
 * the totals.
 *
 * @param tables those that were checked, in the order they are shown
 */
public record QualityText(Map<TableFolder, TableQuality> tables) {

  /** The table of all checks. */
  public String table() {
    List<List<String>> lines = new ArrayList<>();
    tables.forEach(
        (folder, quality) ->
            quality
                .results()
                .forEach(
                    r ->
                        lines.add(
                            List.of(
                                folder.name(),
                                r.rule().name(),
                                r instanceof NotChecked ? "" : r.rule().wanted(),
                                r instanceof NotChecked ? "" : r.found().text(),
                                r.verdict()))));
    List<String> header = List.of("table", "check", "wanted", "found", "verdict");
    return new TextTable("llrrl", header, lines).plain("");
  }

  /**
   * Every breach with the rows that show it, and why a rule was not checked; empty when all are
   * kept.
   */
  public String notes() {
    return tables.entrySet().stream()
        .flatMap(t -> t.getValue().results().stream().flatMap(r -> note(t.getKey(), r).stream()))
        .collect(Collectors.joining("\n"));
  }

  private static Optional<String> note(TableFolder folder, CheckResult result) {
    if (result instanceof Breached breached) {
      String examples =
          breached.examples().stream().map(e -> "\n  " + e).collect(Collectors.joining());
      return Optional.of(line(folder, result, breached.sentence()) + examples);
    }
    String why = "%s: %s".formatted(result.rule().name(), result.found().text());
    return result instanceof NotChecked ? Optional.of(line(folder, result, why)) : Optional.empty();
  }

  private static String line(TableFolder folder, CheckResult result, String sentence) {
    return "%s: %s, %s (%s)"
        .formatted(result.verdict(), folder.name(), sentence, result.rule().place());
  }

  /** {@code 4 tables, 51 checks: 49 passed, 1 warning, 1 error}. */
  public String totals() {
    List<CheckResult> results =
        tables.values().stream().flatMap(q -> q.results().stream()).toList();
    long notChecked = results.stream().filter(NotChecked.class::isInstance).count();
    long warnings = results.stream().filter(CheckResult::isWarning).count();
    long passed = results.size() - notChecked - warnings - errors();
    return "%s, %s: %s passed, %s, %s%s"
        .formatted(
            Quantity.count(tables.size(), "table"),
            Quantity.count(results.size(), "check"),
            Quantity.count(passed),
            Quantity.count(warnings, "warning"),
            Quantity.count(errors(), "error"),
            notChecked == 0 ? "" : ", %s not checked".formatted(Quantity.count(notChecked)));
  }

  /** How many breaches forbid to use a table. */
  public long errors() {
    return tables.values().stream().mapToLong(q -> q.errors().size()).sum();
  }
}
