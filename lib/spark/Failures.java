//SOURCES ../project/LabException.java
//SOURCES ../project/Launcher.java
package spark;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import project.LabException;
import project.Launcher;

/**
 * Turns what Spark throws into one sentence: what was found, what was wanted, what to type next.
 * Spark wraps causes several levels deep, and some arrive only as text inside a message, so the
 * whole chain is searched.
 */
public final class Failures {

  /** A known cause: text that gives it away, and the sentence for it. */
  private record Known(Pattern evidence, String sentence) {}

  private static final List<Known> KNOWN =
      List.of(
          new Known(
              Pattern.compile("No space left on device|Disk quota exceeded"),
              "The disk is full. Free some space (data/ holds the tables), or use fewer --rows"),
          new Known(
              Pattern.compile("(\\S+\\.parquet)\\S* is not a Parquet file"),
              "%s is damaged: not a complete Parquet file. Run: "
                  + Launcher.command("generate_data --overwrite")),
          new Known(
              Pattern.compile("file:(\\S+\\.parquet)\\b.*(?:FAILED_READ_FILE|Encountered error while reading)"),
              "%s cannot be read. Run: " + Launcher.command("generate_data --overwrite")),
          new Known(
              Pattern.compile("Encountered error while reading file file:(\\S+\\.parquet)"),
              "%s cannot be read. Run: " + Launcher.command("generate_data --overwrite")),
          new Known(
              Pattern.compile("(?:UNRESOLVED_COLUMN\\S*|cannot resolve).*?[`'\"]([A-Za-z_.`]+)[`'\"]"),
              "The column %s is not in the input. Compare its schema with: " + Launcher.command("inspect")),
          new Known(
              Pattern.compile("OutOfMemoryError|Java heap space|GC overhead"),
              "The job ran out of heap. Give it more: --memory 4g"),
          new Known(
              Pattern.compile("Permission denied|not writable|AccessDenied"),
              "A file or folder cannot be written or read: permission denied. Check the rights of data/ and ops/"),
          new Known(
              Pattern.compile("Could not parse Master URL: '([^']*)'"),
              "'%s' is not a Spark master (wanted local[2], spark://host:7077, …)"));

  private Failures() {}

  /** The sentence for {@code thrown}; the cause is kept for {@code --stacktrace}. */
  public static LabException explain(Throwable thrown) {
    if (thrown instanceof LabException lab) {
      return lab;
    }
    String all = String.join("\n", chain(thrown).map(String::valueOf).toList());
    return KNOWN.stream()
        .map(known -> sentence(known, all))
        .flatMap(Optional::stream)
        .findFirst()
        .map(sentence -> LabException.failed(sentence, thrown))
        .orElseGet(() -> LabException.failed("Spark failed: " + innermost(thrown), thrown));
  }

  private static Optional<String> sentence(Known known, String all) {
    Matcher m = known.evidence().matcher(all);
    if (!m.find()) {
      return Optional.empty();
    }
    return Optional.of(
        m.groupCount() == 0
            ? known.sentence()
            : known.sentence().formatted(m.group(1).replaceFirst("^file:/*", "/")));
  }

  private static Stream<Throwable> chain(Throwable thrown) {
    return Stream.iterate(thrown, t -> t != null, Throwable::getCause).limit(20);
  }

  private static String innermost(Throwable thrown) {
    Throwable root = chain(thrown).reduce((a, b) -> b).orElse(thrown);
    String message = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    return root.getClass().getSimpleName() + ": " + message;
  }
}
