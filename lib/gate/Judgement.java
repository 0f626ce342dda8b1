//SOURCES Check.java
//SOURCES ../project/Launcher.java
//SOURCES ../project/Quantity.java
//SOURCES ../project/TextTable.java
package gate;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import project.Launcher;
import project.Markdown;
import project.Quantity;
import project.TextTable;

/**
 * What the gate says.
 *
 * @param model of the job
 * @param checks in the order in which a reader should look at them
 * @param conditions one sentence about data, runs and machine
 */
public record Judgement(String model, List<Check> checks, String conditions) {

  /** Keeps the checks as they are now. */
  public Judgement {
    checks = List.copyOf(checks);
  }

  /** Whether the change may pass. */
  public boolean passed() {
    return checks.stream().noneMatch(Check::failed);
  }

  private TextTable table() {
    return new TextTable(
        "llll",
        List.of("check", "baseline", "now", "verdict"),
        checks.stream().map(c -> List.of(c.name(), c.baseline(), c.now(), c.word())).toList());
  }

  /** The closing sentence. */
  public String sentence() {
    List<Check> failed = checks.stream().filter(Check::failed).toList();
    if (failed.isEmpty()) {
      return "gate passed: %s, %s.".formatted(model, told());
    }
    String reasons = failed.stream().map(Judgement::reason).collect(Collectors.joining("; "));
    boolean wrong = failed.stream().anyMatch(c -> c.outcome() == Check.Outcome.WRONG);
    return "gate FAILED: %s, %d of %s: %s.%s"
        .formatted(
            model,
            failed.size(),
            Quantity.count(checks.size(), "check"),
            reasons,
            wrong ? "" : " If that is meant: " + Launcher.command("gate save"));
  }

  /** What may be said of checks that all let the change pass: those that are open say nothing. */
  private String told() {
    List<Check> open = checks.stream().filter(c -> c.outcome() == Check.Outcome.OPEN).toList();
    String all = Quantity.count(checks.size(), "check");
    return open.isEmpty()
        ? all + ", none got worse"
        : "%d of %s did not get worse; %s"
            .formatted(
                checks.size() - open.size(),
                all,
                open.stream()
                    .map(c -> "%s: %s".formatted(c.name(), c.word()))
                    .collect(Collectors.joining("; ")));
  }

  private static String reason(Check check) {
    return check.sentence().isEmpty() ? check.name() : check.sentence();
  }

  /** What there is to say of checks that let the change pass, a line each. */
  private List<String> notes() {
    Predicate<Check> silent = c -> c.failed() || c.sentence().isEmpty();
    return checks.stream()
        .filter(silent.negate())
        .map(c -> "note: %s".formatted(c.sentence()))
        .toList();
  }

  /** For a console: a table, notes, and one closing sentence. */
  public String text() {
    StringBuilder text = new StringBuilder(table().plain("")).append("\n\n");
    text.append(conditions).append('\n');
    notes().forEach(note -> text.append(note).append('\n'));
    return text.append(sentence()).toString();
  }

  /** For the summary of a job in a forge. */
  public String markdown() {
    StringBuilder text = new StringBuilder("## Gate of %s: ".formatted(Markdown.text(model)));
    text.append(passed() ? "passed" : "FAILED").append("\n\n");
    text.append(Markdown.text(sentence())).append("\n\n").append(table().markdown()).append('\n');
    text.append(Markdown.text(conditions)).append('\n');
    notes().forEach(note -> text.append("\n- ").append(Markdown.text(note)));
    return text.append(notes().isEmpty() ? "" : "\n").append('\n').toString();
  }
}
