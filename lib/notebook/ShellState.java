//SOURCES ../project/AtomicFile.java
package notebook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import jdk.jshell.tool.JavaShellToolBuilder;
import project.AtomicFile;

/**
 * What a shell keeps for the next one: what was typed, and how it looks. It is the lab's own: the
 * JDK's shell keeps its history and settings elsewhere, and neither disturbs the other.
 *
 * @param file a properties file, {@code ~/.local/state/spark-tuning-lab/shell.properties}
 * @param content as the JDK's shell puts it
 */
record ShellState(Path file, Map<String, String> content) {
  /** Said to the JDK's shell. A value is never cut: a table is a value. */
  private static final String LOOK =
      """
      /set mode lab normal -quiet
      /set prompt lab "spark> " "  ...> "
      /set truncation lab 1000000
      /set format lab display "{value}{post}" expression,varvalue,assignment-ok-primary
      /set mode lab -retain
      /set feedback -retain lab
      """;

  /** The look that the content was made with. */
  private static final String MADE_WITH = "LAB_LOOK";

  /** What the file holds, completed; only a look where there is no file that can be read. */
  static ShellState read() throws Exception {
    String xdg = System.getenv().getOrDefault("XDG_STATE_HOME", "");
    Path state =
        xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".local/state") : Path.of(xdg);
    Path file = state.resolve("spark-tuning-lab/shell.properties");
    Properties found = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      found.load(reader);
    } catch (IOException | IllegalArgumentException none) {
      found.clear();
    }
    Map<String, String> content = new TreeMap<>();
    found.forEach((key, value) -> content.put((String) key, (String) value));
    String wanted = Runtime.version() + "\n" + LOOK;
    if (!wanted.equals(content.get(MADE_WITH))) {
      content.putAll(look());
      content.put(MADE_WITH, wanted);
    }
    return new ShellState(file, content);
  }

  /** The shell takes its look from what an earlier one has retained, in a form of its own. */
  private static Map<String, String> look() throws Exception {
    Map<String, String> retained = new TreeMap<>();
    PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
    JavaShellToolBuilder.builder()
        .persistence(retained)
        .in(
            new ByteArrayInputStream((LOOK + "/exit\n").getBytes(StandardCharsets.UTF_8)),
            InputStream.nullInputStream())
        .out(nowhere)
        .start("--execution", CellEngine.NAME, "--no-startup");
    retained.keySet().removeIf(key -> key.startsWith("HISTORY") || key.startsWith("REPLAY"));
    return retained;
  }

  /** Keeps it for the next shell; says so where that cannot be done. */
  void save() {
    Properties properties = new Properties();
    properties.putAll(content);
    StringWriter text = new StringWriter();
    try {
      properties.store(text, null);
      AtomicFile.write(file, text.toString());
    } catch (IOException | UncheckedIOException e) {
      System.err.printf("What was typed cannot be kept in %s.%n", file);
    }
  }
}
