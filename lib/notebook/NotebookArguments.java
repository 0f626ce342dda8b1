//DEPS info.picocli:picocli:4.7.7
//SOURCES Course.java
package notebook;

import java.util.List;
import picocli.CommandLine.Parameters;
import project.LabException;

/** Which notebooks a command is about. */
public final class NotebookArguments {
  @Parameters(paramLabel = "NOTEBOOK", arity = "1..*", description = "all, ids as C3, or files.")
  private List<String> names;

  /**
   * The notebooks.
   *
   * @throws LabException when one is not there, or is no notebook
   */
  public List<Notebook> find(Course course) {
    List<Notebook> found = course.find(names);
    for (Notebook notebook : found) {
      if (notebook.cells().isEmpty()) {
        throw LabException.failed(
            "%s:1: found a notebook without cells, wanted a fence ```java: nothing would be run"
                .formatted(notebook.file()));
      }
    }
    return found;
  }

  /** Whether the whole course is among them. */
  public boolean isAll() {
    return names.contains(Course.ALL);
  }
}
