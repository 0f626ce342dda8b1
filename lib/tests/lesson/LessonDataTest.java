//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../lesson/LessonData.java
package tests.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import lesson.LessonData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import project.Workspace;

/** The small tables of the course, when they are not there yet. */
class LessonDataTest {
  @TempDir Path temp;

  /** They take seconds, in which nothing else is said. */
  @Test
  void thatTheyAreMadeIsSaidBefore() {
    PrintStream before = System.err;
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      assertThrows(
          IllegalStateException.class,
          () ->
              LessonData.in(
                  new Workspace(temp, false),
                  folder -> {
                    throw new IllegalStateException(folder.toString());
                  }));
    } finally {
      System.setErr(before);
    }
    assertEquals(
        "Generating the small tables of the course in %s, once: 400,000 transactions ...%n"
            .formatted(temp.resolve("data/lessons")),
        err.toString(StandardCharsets.UTF_8));
  }
}
