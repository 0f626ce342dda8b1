//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../notebook/NotebookReader.java
package tests.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import notebook.Cell;
import notebook.Notebook;
import notebook.NotebookReader;
import notebook.Prose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import project.LabException;
import project.Launcher;

/** Markdown files as notebooks. */
class NotebookReaderTest {
  private static final String HEAD = "# C3. Broadcast it\n\n*About 20 s.* What it\nteaches.\n\n";

  private static Notebook parse(String text) {
    return NotebookReader.parse(Path.of("n.md"), text);
  }

  @Test
  void titleDurationAndWhatItTeaches() {
    Notebook notebook = parse(HEAD);
    assertEquals("C3", notebook.id());
    assertEquals("Broadcast it", notebook.title());
    assertEquals("About 20 s", notebook.duration());
    assertEquals("What it teaches.", notebook.teaches());
    assertEquals(List.of(), notebook.cells());
  }

  @Test
  void javaFencesAreCellsAndEverythingElseIsProse() {
    Notebook notebook =
        parse(HEAD + "one\n\n```java\nint x = 1;\nx\n```\n\ntwo\n\n```sh\nls\n```\n");
    assertEquals(3, notebook.blocks().size());
    Cell cell = notebook.cells().get(0);
    assertEquals(9, cell.line());
    assertEquals("int x = 1;\nx\n", cell.code());
    assertEquals(new Prose("two\n\n```sh\nls\n```"), notebook.blocks().get(2));
  }

  @Test
  void anOutputFenceBelongsToTheCellAboveIt() {
    Notebook notebook = parse(HEAD + "```java\n1\n```\n\n```output\n1\n```\n\n```java\n2\n```\n");
    assertEquals(11, notebook.cells().get(0).expected().orElseThrow().line());
    assertEquals("1\n", notebook.cells().get(0).expected().orElseThrow().text());
    assertEquals(true, notebook.cells().get(1).expected().isEmpty());
    assertEquals(3, notebook.blocks().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "> ```java\\n> 1\\n> ```|6: the fence ```java would not be looked at, wanted ```java",
        "- a\\n\\n  ```java\\n  1\\n  ```|8: the fence ```java would not",
        "```Java\\n1\\n```|6: the fence ```Java would not",
        "```java title=x\\n1\\n```|6: the fence ```java title=x would not",
        "```output\\n1\\n```|6: the fence ```output would not be looked at, wanted ```output right",
        "```java\\n1\\n```\\n\\nIt prints:\\n\\n```output\\n3\\n```|12: the fence ```output would",
      })
  void aClaimThatNobodyWouldLookAtIsRefused(String text, String sentence) {
    LabException e =
        assertThrows(LabException.class, () -> parse(HEAD + text.replace("\\n", "\n") + "\n"));
    assertTrue(e.getMessage().startsWith("n.md:" + sentence), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Broadcast\\n|n.md:1: found `Broadcast`, wanted a first line",
        "# Broadcast\\n|n.md:1: found `# Broadcast`, wanted a first line",
        "''|n.md:1: found nothing, wanted a first line",
        "\\n# C3. B\\n|n.md:1: found nothing, wanted a first line",
        "A line of more than forty characters, cut|n.md:1: found `A line of more than forty"
            + " characters, c…`, wanted",
        "# C3. Broadcast\\n\\nNo duration.\\n|n.md:2: found `No duration.`, wanted a first line",
        "# C3. Broadcast\\n|n.md:2: found nothing, wanted a first line",
        "# C3. B\\n"
            + "\\n"
            + "*About 20 s.* It.\\n"
            + "\\n"
            + "```java\\n"
            + "1\\n"
            + "|n.md:5: the fence ```java is not closed",
        "# C3. B\\n\\n*About 20 s.* It.\\n\\n```java\\n\\n```\\n|n.md:5: found a fence ```java with nothing",
      })
  void whatIsNoNotebook(String text, String sentence) {
    LabException e = assertThrows(LabException.class, () -> parse(text.replace("\\n", "\n")));
    assertEquals(sentence, e.getMessage().substring(0, sentence.length()));
    assertEquals(1, e.exitCode());
  }

  @Test
  void whatIsWantedEndsInTheNextCommand() {
    LabException e =
        assertThrows(
            LabException.class, () -> NotebookReader.parse(Path.of("my own.md"), "No notebook.\n"));
    assertTrue(e.getMessage().contains("and a paragraph `*About 20 s.* What"), e.getMessage());
    String again = Launcher.command("notebook run 'my own.md'");
    assertTrue(e.getMessage().endsWith(". Write them, then run: " + again), e.getMessage());
  }

  @Test
  void bytesThatAreNoText(@TempDir Path temp) throws IOException {
    Path file = Files.write(temp.resolve("n.md"), new byte[] {'#', (byte) 0xff});
    LabException e = assertThrows(LabException.class, () -> NotebookReader.read(file));
    String start = file + ": found bytes that are not UTF-8 text, wanted a notebook.";
    assertTrue(e.getMessage().startsWith(start), e.getMessage());
  }

  /** As editors on Windows begin a file. */
  @Test
  void aByteOrderMarkIsNoPartOfTheTitle() {
    Notebook notebook = parse("\uFEFF" + HEAD + "```java\n1\n```\n");
    assertEquals("C3", notebook.id());
    assertEquals(7, notebook.cells().get(0).line());
    assertTrue(notebook.blocks().get(0) instanceof Prose head && head.markdown().startsWith("# "));
  }
}
