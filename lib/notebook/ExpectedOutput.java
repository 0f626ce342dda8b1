package notebook;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a cell should print. Durations are not compared, since no two runs take the same time; an
 * ellipsis (…) stands for any text within a line, and for any lines where it is alone in its own.
 *
 * @param line of its first line in the file, from 1
 * @param text as it stands in the file
 */
public record ExpectedOutput(int line, String text) {
  private static final Pattern DURATION =
      Pattern.compile("\\d+(\\.\\d+)?(?= ?(ms|s|min|h)(?![\\p{Alnum}_]))");

  private static final String ANY = "…";

  private static final String COMMENT = "// Expected output:";

  /** At the end of a cell: the line above, and below it comments to the end. */
  private static final Pattern AT_END =
      Pattern.compile("(?m)^" + COMMENT + "\\h*\\R((?:^//.*(?:\\R|\\z))+)\\s*\\z");

  /** What a cell of Jupyter says at its end that it should print; lines are those of the cell. */
  public static Optional<ExpectedOutput> atEndOf(String code) {
    Matcher comment = AT_END.matcher(code);
    if (!comment.find()) {
      return Optional.empty();
    }
    int line = 2 + (int) code.substring(0, comment.start()).lines().count();
    String text =
        comment
            .group(1)
            .lines()
            .map(l -> l.replaceFirst("^// ?", "") + "\n")
            .collect(Collectors.joining());
    return Optional.of(new ExpectedOutput(line, text));
  }

  /** The same as a comment for the end of a cell: Jupyter sends code to the kernel, and no more. */
  public String comment() {
    return text.lines()
        .map(line -> ("// " + line).stripTrailing())
        .collect(Collectors.joining("\n", COMMENT + "\n", "\n"));
  }

  /** Whether {@code printed} is what was expected. */
  public boolean matches(String printed) {
    String pattern =
        text.lines().map(ExpectedOutput::pattern).collect(Collectors.joining()).stripTrailing();
    String lines = lines(printed).stream().map(l -> l + "\n").collect(Collectors.joining());
    return Pattern.compile(pattern).matcher(lines).matches();
  }

  private static String pattern(String line) {
    if (line.strip().equals(ANY)) {
      return "(?:.*\\n)*?";
    }
    return List.of(masked(line).split(ANY, -1)).stream()
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"))
        + "\\n";
  }

  private static List<String> lines(String text) {
    return text.strip().isEmpty()
        ? List.of()
        : text.stripTrailing().lines().map(l -> masked(l)).toList();
  }

  private static String masked(String line) {
    return DURATION.matcher(line.stripTrailing()).replaceAll(Matcher.quoteReplacement("#"));
  }
}
