//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../notebook/CourseList.java
//SOURCES ../../notebook/NotebookReader.java
package tests.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import notebook.CourseList;
import notebook.Notebook;
import notebook.NotebookReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The course as a console shows it. */
class CourseListTest {
  private static Notebook notebook(String id, String duration, String teaches) {
    return NotebookReader.parse(
        Path.of("notebooks/" + id + "_x.md"),
        "# %s. A title\n\n*%s.* %s\n".formatted(id, duration, teaches));
  }

  @Test
  void whatItTeachesIsWrapped() {
    String list =
        CourseList.of(
            List.of(
                notebook("C3", "About 20 s", "one two three four five six"),
                notebook("C10", "About 1 min", "seven")),
            20);
    assertEquals(
        """
        C3   A title
             one two three
             four five six
             about 20 s, notebooks/C3_x.md

        C10  A title
             seven
             about 1 min, notebooks/C10_x.md

        2 notebooks, about 80 s together\
        """
            .lines()
            .toList(),
        list.lines().toList());
  }

  @ParameterizedTest
  @CsvSource({"About 20 s,20 s", "About 3 min,3 min", "About 1.5 min,90 s", "A while,0 s"})
  void howLongTheyTakeTogether(String duration, String together) {
    String list = CourseList.of(List.of(notebook("C3", duration, "It.")), 80);
    assertTrue(list.endsWith("1 notebook, about " + together + " together"), list);
  }

  @Test
  void noLineIsWiderThanTheConsole() {
    String words = "word ".repeat(60).strip();
    String list = CourseList.of(List.of(notebook("C3", "About 20 s", words)), 60);
    assertTrue(list.lines().allMatch(line -> line.length() <= 60), list);
    assertEquals(
        words,
        list.lines()
            .filter(line -> line.contains("word"))
            .map(String::strip)
            .collect(Collectors.joining(" ")));
  }
}
