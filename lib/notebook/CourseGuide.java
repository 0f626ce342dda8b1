//SOURCES Course.java
package notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code notebooks/README.md} says of the course as a whole.
 *
 * @param parts in their order
 * @param words the glossary, Markdown; empty where there is none
 */
public record CourseGuide(List<Part> parts, String words) {
  /** A heading, and what stands between it and the table of its notebooks. */
  private static final Pattern PART =
      Pattern.compile("(?m)^### ([A-Z])\\. (.+)\\n((?:(?![|#]).*\\n)*)");

  private static final Pattern WORDS = Pattern.compile("(?ms)^## Words\\n(.*?)(?=^## |\\z)");

  /**
   * A part of the course.
   *
   * @param letter that the ids of its notebooks begin with
   * @param prose one or more sentences, Markdown
   */
  public record Part(String letter, String title, String prose) {}

  /** Of a course; nothing where it has no such file. */
  public static CourseGuide of(Course course) {
    Path file = course.workspace().root().resolve("notebooks/README.md");
    try {
      return Files.isRegularFile(file)
          ? parse(Files.readString(file))
          : new CourseGuide(List.of(), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of the text of that file. */
  public static CourseGuide parse(String markdown) {
    List<Part> parts =
        PART.matcher(markdown)
            .results()
            .map(m -> new Part(m.group(1), m.group(2).strip(), m.group(3).strip()))
            .toList();
    Matcher words = WORDS.matcher(markdown);
    return new CourseGuide(parts, words.find() ? words.group(1).strip() : "");
  }

  /** The part that a notebook belongs to. */
  public Optional<Part> part(String id) {
    return parts.stream().filter(part -> id.startsWith(part.letter)).findFirst();
  }
}
