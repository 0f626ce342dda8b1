//SOURCES Notebook.java
//SOURCES ../project/Quantity.java
package notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import project.Quantity;

/** The course as a console shows it. */
public final class CourseList {
  /** {@code About 20 s}, {@code 2 min}. */
  private static final Pattern DURATION = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(s|min)\\b");

  private CourseList() {}

  /**
   * What each notebook teaches, how long it takes, and its file; then how many there are.
   *
   * @param width characters of a line, at least as many as the longest word
   */
  public static String of(List<Notebook> notebooks, int width) {
    String indent = " ".repeat(5);
    String entries =
        notebooks.stream()
            .map(
                n ->
                    "%-4s %s%n".formatted(n.id(), n.title())
                        + wrapped(n.teaches(), width - indent.length()).stream()
                            .map(line -> indent + line + System.lineSeparator())
                            .collect(Collectors.joining())
                        + "%s%s, %s%n%n".formatted(indent, lower(n.duration()), n.file()))
            .collect(Collectors.joining());
    double seconds = notebooks.stream().mapToDouble(CourseList::seconds).sum();
    return entries
        + "%s, about %s together"
            .formatted(Quantity.count(notebooks.size(), "notebook"), time(seconds));
  }

  private static String lower(String duration) {
    return duration.substring(0, 1).toLowerCase(Locale.ROOT) + duration.substring(1);
  }

  /** 0 where the notebook does not say it in seconds or minutes. */
  private static double seconds(Notebook notebook) {
    Matcher said = DURATION.matcher(notebook.duration());
    if (!said.find()) {
      return 0;
    }
    return Double.parseDouble(said.group(1)) * (said.group(2).equals("s") ? 1 : 60);
  }

  private static String time(double seconds) {
    return seconds < 120 ? "%.0f s".formatted(seconds) : "%.0f min".formatted(seconds / 60);
  }

  /** Lines of at most {@code width} characters, as far as no word is longer. */
  static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
