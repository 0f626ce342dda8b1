//DEPS info.picocli:picocli:4.7.7
//SOURCES Course.java
package notebook;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  /**
   * The same, of which each gets a file of its own in one folder.
   *
   * @throws LabException also when two of them would get the same
   */
  public List<Notebook> findToWrite(Course course) {
    List<Notebook> found = find(course);
    Map<String, Path> files = new HashMap<>();
    for (Notebook notebook : found) {
      // On some file systems X.html is x.html.
      String name = notebook.file().getFileName().toString().toLowerCase(Locale.ROOT);
      Path other = files.put(name, notebook.file());
      if (other != null) {
        throw LabException.usage(
            "Found two notebooks of one file name, %s and %s, wanted names that differ: the second"
                    .formatted(other, notebook.file())
                + " would replace what is written of the first. Name one at a time, each with an"
                + " --out FOLDER of its own");
      }
    }
    return found;
  }

  /** Whether the whole course is among them. */
  public boolean isAll() {
    return names.contains(Course.ALL);
  }
}
