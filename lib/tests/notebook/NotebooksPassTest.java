//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../notebook/Course.java
//SOURCES ../../notebook/NotebookRunner.java
//SOURCES ../../notebook/Transcript.java
package tests.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import notebook.Course;
import notebook.Notebook;
import notebook.NotebookRunner;
import notebook.Transcript;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tests.spark.LocalSession;

/** Every notebook of the course passes. */
@Tag("spark")
class NotebooksPassTest {
  @BeforeAll
  static void makeRoom() {
    LocalSession.stop();
  }

  static Stream<Named<Notebook>> notebooks() {
    return Course.here().find(List.of(Course.ALL)).stream().map(n -> Named.of(n.id(), n));
  }

  @ParameterizedTest
  @MethodSource
  void notebooks(Notebook notebook) {
    assertEquals("", Transcript.failure(NotebookRunner.run(notebook, cell -> {})).orElse(""));
  }
}
