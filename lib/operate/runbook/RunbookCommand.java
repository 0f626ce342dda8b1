//SOURCES ../../project/LabException.java
package operate.runbook;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import project.LabException;

/**
 * One command of a runbook, in words that no shell has to take apart: a person can type it, and a
 * program can start it.
 *
 * @param file the runbook, as error messages name it
 * @param line where it stands
 * @param text as it is typed in the root of the checkout, {@code scripts/jbangw inspect --top 3};
 *     {@code $DAY} is a value that differs from case to case
 * @param runs whether it may be run as it stands on healthy data, which a test does; the others are
 *     only looked up
 */
public record RunbookCommand(Path file, int line, String text, boolean runs) {
  private static final String LAUNCHER = "scripts/jbangw";
  private static final Pattern VALUE = Pattern.compile("\\$([A-Z_]+)");

  /** What a shell would give a meaning to, other than a value. */
  private static final Pattern SHELL = Pattern.compile("[\"'`\\\\|&;<>(){}*?~]|\\$(?![A-Z_])");

  /** Checks that its words are plain. */
  public RunbookCommand {
    Matcher odd = SHELL.matcher(text);
    if (odd.find()) {
      throw LabException.failed(
          "%s line %d: the command has a %s, wanted plain words and values like $DAY"
              .formatted(file, line, odd.group()));
    }
    if (text.startsWith(LAUNCHER) && !text.startsWith(LAUNCHER + " ")) {
      throw LabException.failed(
          "%s line %d: %s names no command of the lab".formatted(file, line, text));
    }
  }

  /** Whether it is a command of the lab. */
  public boolean isOfTheLab() {
    return text.startsWith(LAUNCHER + " ");
  }

  /** The values that it wants: DAY, DATA. */
  public SortedSet<String> values() {
    TreeSet<String> names = new TreeSet<>();
    Matcher value = VALUE.matcher(text);
    while (value.find()) {
      names.add(value.group(1));
    }
    return names;
  }

  /**
   * Its words with the values put in, of a command of the lab from the alias on; a value may be
   * several words.
   *
   * @throws LabException when a value is not known
   */
  public List<String> words(Map<String, String> values) {
    for (String name : values()) {
      if (!values.containsKey(name)) {
        throw LabException.failed(
            "%s line %d: $%s has no value (known: %s)"
                .formatted(file, line, name, String.join(", ", new TreeSet<>(values.keySet()))));
      }
    }
    String filled =
        VALUE.matcher(text).replaceAll(v -> Matcher.quoteReplacement(values.get(v.group(1))));
    String command = isOfTheLab() ? filled.substring(LAUNCHER.length()) : filled;
    return Arrays.asList(command.strip().split("\\s+"));
  }

  /**
   * The options it names, {@code --from}, in their order.
   *
   * @return without those that come in through a value
   */
  public List<String> options() {
    return Arrays.stream(text.split("\\s+"))
        .filter(word -> word.startsWith("--"))
        .map(word -> word.replaceFirst("=.*", ""))
        .toList();
  }
}
