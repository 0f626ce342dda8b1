//SOURCES ../project/LabException.java
//SOURCES ../project/Launcher.java
//SOURCES ../project/Publication.java
package spark;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import project.LabException;
import project.Launcher;
import project.Publication;

/**
 * Turns what Spark throws into one sentence: what was found, what was wanted, what to type next.
 * Spark wraps causes several levels deep, and some arrive only as text inside a message, so the
 * whole chain is searched. The texts are those of Spark 3.5.9; {@code FailuresTest} provokes them.
 */
public final class Failures {

  /**
   * A known cause.
   *
   * @param evidence text that gives it away, its groups are what the sentence names
   * @param sentence in which {@code {1}} becomes the first group, {@code {remake}} what writes what
   *     the first group names
   */
  private record Known(Pattern evidence, String sentence) {
    static Known of(String evidence, String sentence) {
      return new Known(Pattern.compile(evidence), sentence);
    }
  }

  /** The first that is found wins: a full disk or heap comes before what it leads to. */
  private static final List<Known> KNOWN =
      List.of(
          Known.of(
              "No space left on device|Disk quota exceeded",
              "The disk is full. Free some space (data/ holds the tables), then run it again;"
                  + " generate_data can make fewer --rows"),
          Known.of(
              "Not enough memory to build and broadcast the table",
              "The heap is too small to broadcast a table. Give the job more: --memory 4g; or do"
                  + " without: "
                  + Launcher.command("optimized --join salted")),
          Known.of(
              "OutOfMemoryError|Java heap space|GC overhead",
              "The heap is full. Give a job more: --memory 4g; for any other command: "
                  + Launcher.command("run --java-options=-Xmx4g COMMAND")),
          Known.of(
              "SparkContext was shut down",
              "Spark was stopped while it worked: interrupted, or out of heap (then the lines above"
                  + " say so, and --memory 4g gives a job more)"),
          Known.of(
              "System memory \\d+ must be at least \\d+",
              "The heap is too small for Spark, which wants 450 MiB. Give it more: --memory 1g"),
          Known.of(
              "file:(\\S.*?) is not a Parquet file",
              "{1} is damaged: not a complete Parquet file. {remake}"),
          Known.of(
              "Could not read footer for file: file:(\\S.*?)\\. Please",
              "{1} is damaged: not a complete Parquet file. {remake}"),
          Known.of(
              "cannot be converted in file file:(\\S.*?)\\. Column: \\[(.*?)\\], Expected: (.*?),"
                  + " Found: (\\w+)",
              "{1} has another type in column {2}: wanted {3}, found {4}. {remake}"),
          Known.of(
              "File file:(\\S.*?) does not exist",
              "{1} disappeared while it was read. Is another command writing there? {remake}"),
          Known.of(
              "Encountered error while reading file file:(\\S.*?)\\. Details",
              "{1} is damaged: its content cannot be read. {remake}"),
          Known.of(
              "Path does not exist: file:(\\S.*?)\\.?(?:\\n|$)", "{1} does not exist. {remake}"),
          Known.of(
              "UNABLE_TO_INFER_SCHEMA",
              "An input folder holds no Parquet file. Look at the data: "
                  + Launcher.command("inspect")),
          Known.of(
              "with name `(.+?)` cannot be resolved\\.(?: Did you mean one of the following\\?"
                  + " \\[(.*?)\\])?",
              "The column {1} is not in the input (found: {2}). Look at its schema: "
                  + Launcher.command("inspect")),
          Known.of(
              "USING column `(.+?)` cannot be resolved on the \\w+ side of the join\\. The"
                  + " \\w+-side columns: \\[(.*?)\\]",
              "The column {1} is not in the input (found: {2}). Look at its schema: "
                  + Launcher.command("inspect")),
          Known.of(
              "(?:Mkdirs failed to create|Parent path is not a directory:) file:(\\S.*?)"
                  + "(?:/_temporary\\S*)?(?: \\(exists.*)?(?:\\n|$)",
              "{1} cannot be written. Make its folder writable, or work in another one"),
          Known.of(
              "(?:AccessDeniedException: |FileNotFoundException: )?(?:file:)?([^\\s:]+)"
                  + "(?:: | \\()Permission denied",
              "{1}: permission denied. Make it readable and writable, or work in another folder"),
          Known.of(
              "AccessDeniedException: (\\S+)",
              "{1}: permission denied. Make it readable and writable, or work in another folder"),
          Known.of(
              "Permission denied|not writable",
              "Permission denied. Make data/ and ops/ readable and writable"),
          Known.of(
              "(?:Could not parse Master URL: '|Invalid master URL: )([^'\\n]*)",
              "'{1}' is not a Spark master that works here (wanted local[2], or"
                  + " spark://host:7077 of a cluster)"),
          Known.of(
              "(spark\\.\\S+) should be (.+?), but was (.*)",
              "The setting {1} is no {2}: '{3}'. Correct it where it comes from: --conf or conf/"));

  private Failures() {}

  /**
   * The sentence for {@code thrown}; the cause is kept for {@code --stacktrace}.
   *
   * @param remake what to do about a damaged input: a sentence that ends in a command
   */
  public static LabException explain(Throwable thrown, String remake) {
    LabException own =
        chain(thrown)
            .filter(LabException.class::isInstance)
            .map(LabException.class::cast)
            .findFirst()
            .orElse(null);
    if (own != null) {
      return own;
    }
    String all = String.join("\n", chain(thrown).map(String::valueOf).toList());
    return KNOWN.stream()
        .map(known -> sentence(known, all, remake))
        .flatMap(Optional::stream)
        .findFirst()
        .map(sentence -> LabException.failed(sentence, thrown))
        .orElseGet(
            () ->
                LabException.failed(
                    "Spark failed: %s. Run it again with --stacktrace to see where."
                        .formatted(innermost(thrown)),
                    thrown));
  }

  private static Optional<String> sentence(Known known, String all, String remake) {
    Matcher m = known.evidence().matcher(all);
    if (!m.find()) {
      return Optional.empty();
    }
    String sentence = known.sentence();
    for (int g = 1; g <= m.groupCount(); g++) {
      String found = m.group(g) == null ? "none alike" : readable(m.group(g));
      sentence = sentence.replace("{" + g + "}", found);
      sentence = g == 1 ? sentence.replace("{remake}", remake(found, remake)) : sentence;
    }
    return Optional.of(sentence);
  }

  /** Spark's quoting, Hadoop's URIs and the lab's hidden folders as people write them. */
  private static String readable(String found) {
    String path = found.replace("`", "").replaceFirst("^/{2,}", "/").replace("%20", " ");
    return Publication.visible(path);
  }

  private static String remake(String path, String input) {
    return path.contains("/silver/") ? "Run again the job that writes it" : input;
  }

  private static Stream<Throwable> chain(Throwable thrown) {
    return Stream.iterate(thrown, t -> t != null, Throwable::getCause).limit(20);
  }

  private static String innermost(Throwable thrown) {
    Throwable root = chain(thrown).reduce((a, b) -> b).orElse(thrown);
    String message = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    return root.getClass().getSimpleName() + ": " + message.replaceFirst("\\.$", "");
  }
}
