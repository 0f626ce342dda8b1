//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../notebook/Course.java
//SOURCES ../../notebook/JupyterNotebook.java
package tests.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import notebook.Cell;
import notebook.Course;
import notebook.ExpectedOutput;
import notebook.JupyterNotebook;
import notebook.Notebook;
import notebook.NotebookReader;
import org.junit.jupiter.api.Test;

/** Notebooks as Jupyter has them: the rules of its format 4.5, and nothing lost. */
class JupyterNotebookTest {
  private static final String TEXT =
      """
      # C3. Title "quoted"

      *About 20 s.* What it teaches.

      ```java
      int x = 1;

      x
      ```

      ```output
      1
      ```

      ```java
      var s = "é \\\\ <b>";
      ```

      ![The bars](images/C3_1.svg)

      ![Another picture](images/other.svg)

      ```sh
      ls
      ```

      ```java
      2
      ```

      ```output
      2
      ```
      """;

  private static Notebook notebook() {
    return NotebookReader.parse(Path.of("notebooks/C3_title.md"), TEXT);
  }

  private static JsonNode json(Notebook notebook) throws IOException {
    return new ObjectMapper().readTree(JupyterNotebook.json(notebook));
  }

  private static String source(JsonNode cell) {
    List<String> lines = new ArrayList<>();
    cell.get("source").forEach(line -> lines.add(line.asText()));
    return String.join("", lines);
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** What the schema of nbformat 4.5 asks of a notebook without outputs. */
  private static void assertValid(JsonNode root) {
    assertEquals(Set.of("cells", "metadata", "nbformat", "nbformat_minor"), names(root));
    assertEquals(4, root.get("nbformat").intValue());
    assertEquals(5, root.get("nbformat_minor").intValue());
    JsonNode kernel = root.at("/metadata/kernelspec");
    assertEquals("spark-lab-java", kernel.get("name").asText());
    assertEquals("Java 17 + Spark (lab)", kernel.get("display_name").asText());
    assertEquals("java", kernel.get("language").asText());
    assertEquals("java", root.at("/metadata/language_info/name").asText());
    Set<String> ids = new HashSet<>();
    for (JsonNode cell : root.get("cells")) {
      boolean code = cell.get("cell_type").asText().equals("code");
      assertTrue(code || cell.get("cell_type").asText().equals("markdown"), cell.toString());
      assertEquals(
          code
              ? Set.of("cell_type", "execution_count", "id", "metadata", "outputs", "source")
              : Set.of("cell_type", "id", "metadata", "source"),
          names(cell));
      assertTrue(cell.get("id").asText().matches("[a-zA-Z0-9-_]{1,64}"), cell.toString());
      assertTrue(ids.add(cell.get("id").asText()), cell.toString());
      assertTrue(cell.get("metadata").isObject(), cell.toString());
      assertTrue(cell.get("source").isArray(), cell.toString());
      cell.get("source").forEach(line -> assertTrue(line.isTextual(), cell.toString()));
      if (code) {
        assertTrue(cell.get("execution_count").isNull(), cell.toString());
        assertTrue(cell.get("outputs").isArray() && cell.get("outputs").isEmpty());
      }
    }
  }

  @Test
  void cellsInTheOrderOfTheFile() throws IOException {
    JsonNode root = json(notebook());
    assertValid(root);
    List<String> cells = new ArrayList<>();
    root.get("cells")
        .forEach(c -> cells.add(c.get("id").asText() + " " + c.get("cell_type").asText()));
    assertEquals(
        List.of(
            "C3-01 markdown",
            "C3-02 code",
            "C3-03 code",
            "C3-04 markdown",
            "C3-05 code"),
        cells);
    assertEquals(
        "int x = 1;\n\nx\n\n// Expected output:\n// 1", source(root.get("cells").get(1)));
    assertEquals("var s = \"é \\\\ <b>\";", source(root.get("cells").get(2)));
    assertEquals("2\n\n// Expected output:\n// 2", source(root.get("cells").get(4)));
  }

  /** The cell shows its picture itself; the file would not be where the notebook looks. */
  @Test
  void aCellsPictureIsNotShownTwice() throws IOException {
    assertEquals(
        "![Another picture](images/other.svg)\n\n```sh\nls\n```",
        source(json(notebook()).get("cells").get(3)));
  }

  @Test
  void theSameNotebookGivesTheSameBytes() {
    String first = JupyterNotebook.json(notebook());
    assertEquals(first, JupyterNotebook.json(notebook()));
    assertTrue(first.endsWith("}\n"));
    assertFalse(first.contains("\r"));
  }

  @Test
  void everyNotebookOfTheCourseIsValidAndComplete() throws IOException {
    List<Notebook> course = Course.here().find(List.of(Course.ALL));
    assertFalse(course.isEmpty());
    for (Notebook notebook : course) {
      JsonNode root = json(notebook);
      assertValid(root);
      List<String> code = new ArrayList<>();
      StringBuilder prose = new StringBuilder();
      for (JsonNode cell : root.get("cells")) {
        if (cell.get("cell_type").asText().equals("code")) {
          code.add(source(cell));
        } else {
          prose.append(source(cell)).append('\n');
        }
      }
      assertEquals(
          notebook.cells().stream().map(Cell::code).map(String::strip).toList(),
          code.stream().map(cell -> cell.split("\n\n// Expected output:\n")[0]).toList());
      // What the kernel compares is what the notebook expects.
      assertEquals(
          notebook.cells().stream().map(cell -> cell.expected().map(ExpectedOutput::text)).toList(),
          code.stream().map(cell -> ExpectedOutput.atEndOf(cell).map(ExpectedOutput::text)).toList());
      String lost =
          Files.readString(notebook.file())
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("```") && !line.startsWith("!["))
              .filter(line -> !prose.toString().contains(line.strip()))
              .filter(line -> code.stream().noneMatch(cell -> cell.contains(line.strip())))
              .collect(Collectors.joining("\n"));
      assertEquals("", lost, notebook.file().toString());
    }
  }
}
