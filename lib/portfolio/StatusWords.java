//SOURCES ModelRun.java
//SOURCES ../project/LabException.java
package portfolio;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import portfolio.ModelRun.Outcome;
import project.LabException;

/**
 * What the words in a log's status column mean; schedulers have their own.
 *
 * @param meanings by word in capitals
 */
public record StatusWords(Map<String, Meaning> meanings) {

  /** What a word says of a run. */
  public enum Meaning {
    SUCCESS,
    FAILED,
    ABORTED,
    /** It has no outcome: it still runs, or never began. */
    NONE;

    /** The outcome of the run; empty for one that has none. */
    Optional<Outcome> outcome() {
      return switch (this) {
        case SUCCESS -> Optional.of(Outcome.SUCCEEDED);
        case FAILED -> Optional.of(Outcome.FAILED);
        case ABORTED -> Optional.of(Outcome.ABORTED);
        case NONE -> Optional.empty();
      };
    }
  }

  /** The lab's own, and those of Airflow, YARN, Databricks, cron wrappers. */
  private static final Map<Meaning, List<String>> KNOWN =
      Map.of(
          Meaning.SUCCESS,
          List.of("SUCCESS", "SUCCEEDED", "SUCCESSFUL", "OK", "COMPLETED", "FINISHED", "DONE"),
          Meaning.FAILED,
          List.of("FAILED", "FAILURE", "FAIL", "ERROR", "TIMEOUT", "TIMEDOUT", "TIMED_OUT"),
          Meaning.ABORTED,
          List.of("ABORTED", "KILLED", "CANCELLED", "CANCELED", "INTERRUPTED", "TERMINATED"),
          Meaning.NONE,
          List.of("RUNNING", "QUEUED", "PENDING", "STARTED", "SKIPPED", "UPSTREAM_FAILED"));

  /** The known words. */
  public static StatusWords known() {
    return with(Map.of());
  }

  /**
   * The known words and the reader's own.
   *
   * @param more {@code success}, {@code failed}, {@code aborted} or {@code none} by word
   * @throws LabException for another meaning
   */
  public static StatusWords with(Map<String, String> more) {
    Map<String, Meaning> meanings = new HashMap<>();
    KNOWN.forEach((meaning, words) -> words.forEach(w -> meanings.put(w, meaning)));
    more.forEach((word, meaning) -> meanings.put(normal(word), meaning(word, meaning)));
    return new StatusWords(Map.copyOf(meanings));
  }

  private static Meaning meaning(String word, String meaning) {
    return Arrays.stream(Meaning.values())
        .filter(m -> m.name().equalsIgnoreCase(meaning))
        .findFirst()
        .orElseThrow(
            () ->
                LabException.usage(
                    "--status %s=%s: '%s' is no meaning (wanted success, failed, aborted or none)"
                        .formatted(word, meaning, meaning)));
  }

  /** What a word means; empty when nobody says. */
  Optional<Meaning> meaning(String word) {
    return Optional.ofNullable(meanings.get(normal(word)));
  }

  private static String normal(String word) {
    return word.strip().toUpperCase(Locale.ROOT).replace(' ', '_');
  }
}
