//SOURCES RunbookCommand.java
//SOURCES RunbookPhase.java
package operate.runbook;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One failure that a runbook knows.
 *
 * @param id its anchor in the file, {@code late_data}: what else in the lab names it by
 * @param title its heading
 * @param line of the heading
 * @param lastRehearsed when its fix was last tried and how that went, {@code 2026-11-26, repaired
 *     in 42 s}; {@code never}
 * @param symptoms what is seen, a line each; {@code …} stands for any text
 * @param commands of each phase, in the order they are typed; a phase may have none, a fix has some
 */
public record KnownFailure(
    String id,
    String title,
    int line,
    String lastRehearsed,
    List<String> symptoms,
    Map<RunbookPhase, List<RunbookCommand>> commands) {
  /** When it was not rehearsed yet. */
  static final String NEVER = "never";

  /** Stands for any text in a symptom. */
  private static final String ANY = "…";

  /** Whether it was rehearsed. */
  public boolean isRehearsed() {
    return !lastRehearsed.equals(NEVER);
  }

  /** The commands that repair it. */
  public List<RunbookCommand> fix() {
    return commands.get(RunbookPhase.FIX);
  }

  /** Whether one of the symptoms stands somewhere in what was said, however its lines break. */
  public boolean explains(String said) {
    String line = oneLine(said);
    return symptoms.stream().anyMatch(symptom -> pattern(symptom).matcher(line).find());
  }

  private static Pattern pattern(String symptom) {
    return Pattern.compile(
        Arrays.stream(oneLine(symptom).split(ANY, -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*?")));
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
