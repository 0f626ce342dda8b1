//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../notebook/NotebookArguments.java
package tests.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import notebook.Course;
import notebook.NotebookArguments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import project.LabException;
import project.Workspace;

/** Notebooks that a reader names, and where they would get into each other's way. */
class NotebookArgumentsTest {
  private static final Course NONE = new Course(Workspace.here(), List.of());

  @TempDir Path temp;

  private String notebook(String name) throws IOException {
    Path file = temp.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "# X. Own\n\n*About 1 s.* Nothing.\n\n```java\n1\n```\n");
    return file.toString();
  }

  private static NotebookArguments named(String... files) {
    return CommandLine.populateCommand(new NotebookArguments(), files);
  }

  @ParameterizedTest
  @CsvSource({"n1/x.md, n2/x.md", "n1/x.md, n2/X.md"})
  void twoThatWouldBeWrittenToOneFileAreBothNamed(String one, String two) throws IOException {
    String first = notebook(one);
    String second = notebook(two);
    assertEquals(2, named(first, second).find(NONE).size());
    LabException e =
        assertThrows(LabException.class, () -> named(first, second).findToWrite(NONE));
    assertEquals(2, e.exitCode());
    assertTrue(e.getMessage().contains(first + " and " + second + ", wanted "), e.getMessage());
  }

  @Test
  void oneNamedTwiceIsOne() throws IOException {
    String file = notebook("n1/x.md");
    assertEquals(1, named(file, file).findToWrite(NONE).size());
    assertEquals(2, named(file, notebook("n2/y.md")).findToWrite(NONE).size());
  }
}
