//DEPS com.fasterxml.jackson.core:jackson-databind:2.15.2
//SOURCES Notebook.java
//SOURCES Picture.java
package notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A notebook as Jupyter has it, nbformat 4.5, without outputs. The same notebook gives the same
 * bytes.
 */
public final class JupyterNotebook {
  /** The name of the kernel that runs it, and what Jupyter calls it. */
  public static final String KERNEL = "spark-lab-java";

  public static final String KERNEL_NAME = "Java 17 + Spark (lab)";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** An image that stands alone in its line. */
  private static final Pattern IMAGE =
      Pattern.compile("(?m)^!\\[[^\\]]*]\\(([^)\\s]+)\\)\\s*?$\\n?");

  private final Notebook notebook;
  private final ArrayNode cells = JSON.createArrayNode();

  private JupyterNotebook(Notebook notebook) {
    this.notebook = notebook;
  }

  /** {@code C3_broadcast.ipynb} of {@code notebooks/C3_broadcast.md}. */
  public static String name(Path notebook) {
    return notebook.getFileName().toString().replaceFirst("\\.md$", "") + ".ipynb";
  }

  /** The whole file. */
  public static String json(Notebook notebook) {
    return new JupyterNotebook(notebook).json();
  }

  private String json() {
    for (Block block : notebook.blocks()) {
      if (block instanceof Prose prose) {
        markdown(withoutPictures(prose.markdown()));
      } else if (block instanceof Cell cell) {
        String expected = cell.expected().map(e -> "\n" + e.comment()).orElse("");
        code(cell.code() + expected);
      }
    }
    ObjectNode root = JSON.createObjectNode();
    root.set("cells", cells);
    ObjectNode metadata = root.putObject("metadata");
    metadata
        .putObject("kernelspec")
        .put("display_name", KERNEL_NAME)
        .put("language", "java")
        .put("name", KERNEL);
    metadata
        .putObject("language_info")
        .put("file_extension", ".java")
        .put("mimetype", "text/x-java")
        .put("name", "java");
    root.put("nbformat", 4).put("nbformat_minor", 5);
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    DefaultIndenter indent = new DefaultIndenter(" ", "\n");
    printer.indentArraysWith(indent);
    printer.indentObjectsWith(indent);
    try {
      return JSON.writer(printer).writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The cell shows them itself when it is run. */
  private String withoutPictures(String markdown) {
    return IMAGE
        .matcher(markdown)
        .replaceAll(image -> Picture.isOf(notebook, image.group(1)) ? "" : "$0");
  }

  private void markdown(String text) {
    if (!text.isBlank()) {
      cell("markdown", text);
    }
  }

  private void code(String text) {
    ObjectNode cell = cell("code", text);
    cell.putNull("execution_count");
    cell.putArray("outputs");
  }

  private ObjectNode cell(String type, String text) {
    ObjectNode cell = cells.addObject();
    cell.put("cell_type", type).put("id", "%s-%02d".formatted(notebook.id(), cells.size()));
    cell.putObject("metadata");
    ArrayNode source = cell.putArray("source");
    for (String line : text.strip().split("(?<=\n)")) {
      source.add(line);
    }
    return cell;
  }
}
