//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../notebook/CourseGuide.java
package tests.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import notebook.Course;
import notebook.CourseGuide;
import notebook.CourseGuide.Part;
import notebook.Notebook;
import org.junit.jupiter.api.Test;

/** The parts of the course and its words, as the page of the course has them. */
class CourseGuideTest {
  private static final String TEXT =
      """
      # The course

      ### A. Know it

      One
      *two*.

      | | Notebook |
      |---|---|
      | A1 | [One](A1_one.md) |

      ### C. Make it fast
      | | Notebook |

      ## Words

      | Word | Meaning |
      |---|---|
      | salt | a number |
      """;

  @Test
  void partsWithWhatIsSaidOfThemAndTheWords() {
    CourseGuide guide = CourseGuide.parse(TEXT);
    Part first = new Part("A", "Know it", "One\n*two*.");
    assertEquals(List.of(first, new Part("C", "Make it fast", "")), guide.parts());
    assertEquals(Optional.of(first), guide.part("A1"));
    assertEquals(Optional.empty(), guide.part("B1"));
    assertEquals("| Word | Meaning |\n|---|---|\n| salt | a number |", guide.words());
  }

  @Test
  void whatSaysNothing() {
    assertEquals(new CourseGuide(List.of(), ""), CourseGuide.parse("# The course\n"));
  }

  /** The file itself: each notebook stands in the table of its part, with its own title. */
  @Test
  void everyNotebookOfTheCourseStandsInItsPart() throws IOException {
    Course course = Course.here();
    String readme =
        Files.readString(course.workspace().root().resolve("notebooks/README.md"));
    CourseGuide guide = CourseGuide.of(course);
    assertEquals(List.of("A", "B", "C", "D"), guide.parts().stream().map(Part::letter).toList());
    assertTrue(guide.words().contains("\n| salt | "), guide.words());
    for (Notebook notebook : course.find(List.of(Course.ALL))) {
      Part part = guide.part(notebook.id()).orElseThrow();
      String section = readme.split("\n### " + part.letter() + "\\. ")[1].split("\n##")[0];
      String row =
          "\n| %s | [%s](%s) | "
              .formatted(notebook.id(), notebook.title(), notebook.file().getFileName());
      assertTrue(section.contains(row), "missing in part " + part.letter() + ":" + row);
    }
  }
}
