//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES LabFolder.java
package tests.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tests.Command;
import tests.QuickStart;

/** A reader's own notebook, outside the course and the checkout, without Spark. */
@Tag("cli")
@Timeout(180)
class NotebookCommandTest {
  private static final String LAST = "```java\nSystem.out.println(\"the last cell ran\");\n```\n";

  @TempDir Path temp;

  /** So that no later command has a build to talk about. */
  @BeforeAll
  static void build() {
    QuickStart.build("notebook");
  }

  /** The first cell begins in line 6. */
  private Path notebook(String cell, String output) throws IOException {
    String expected = output.isEmpty() ? "" : "```output\n" + output + "\n```\n\n";
    return Files.writeString(
        temp.resolve("own.md"),
        "# X1. My own\n\n*About 1 s.* It.\n\n```java\n" + cell + "\n```\n\n" + expected + LAST);
  }

  private Command.Result notebooks(String... words) {
    return new LabFolder(temp)
        .run(Stream.concat(Stream.of("notebook"), Stream.of(words)).toArray(String[]::new));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(temp)) {
      return files
          .filter(Files::isRegularFile)
          .map(f -> temp.relativize(f).toString())
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int x = 1;\\n"
            + "String y = x;|own.md:7: incompatible types: int cannot be converted to"
            + " java.lang.String",
        "int x = 0;\\nint y = 1 / x;|own.md:7: ArithmeticException: / by zero",
        "import lesson.*;\\nClaim.check(\"two is three\", 2 == 3, 2);"
            + "|own.md:7: check failed: two is three (seen: 2)",
        "new Object() {\\n"
            + "  public String toString() { throw new IllegalStateException(\"no\"); }\\n"
            + "}|own.md:8: IllegalStateException: no",
      })
  void aNotebookEndsAtItsFirstProblem(String cell, String failure) throws IOException {
    notebook(cell.replace("\\n", "\n"), "");
    Command.Result result = notebooks("run", "own.md");
    assertEquals(1, result.exitCode(), result.err());
    assertTrue(result.out().contains("\n" + failure + "\n"), result.out());
    assertTrue(result.out().endsWith("0 passed, 1 failed\n"), result.out());
    assertFalse(result.out().contains("the last cell ran"), result.out());
    assertEquals(List.of(), LabFolder.said(result));
    assertEquals(List.of("own.md"), files());
  }

  @Test
  void anOutputThatIsNotTheExpectedOneIsShownBesideIt() throws IOException {
    notebook("1 + 1", "3");
    Command.Result result = notebooks("run", "own.md");
    assertEquals(1, result.exitCode(), result.err());
    assertTrue(
        result
            .out()
            .contains(
                "own.md:10: the output is not the expected one\n"
                    + "  expected:\n"
                    + "    3\n"
                    + "  found:\n"
                    + "    2\n"),
        result.out());
    assertFalse(result.out().contains("the last cell ran"), result.out());
  }

  @Test
  void timesAreShownInUtcWhereverTheMachineStands() throws IOException {
    notebook("new java.sql.Timestamp(0)", "1970-01-01 00:00:00.0");
    Command.Result result =
        new LabFolder(temp)
            .command("notebook", "run", "own.md")
            .with("TZ", "America/New_York")
            .run();
    assertEquals(0, result.exitCode(), result.out());
  }

  @Test
  void oneThatPassesShowsItsValues() throws IOException {
    Path file =
        notebook(
            "import lesson.*;\nClaim.check(\"it adds\", 1 + 1 == 2);\n1 + 1", "holds: it adds\n2");
    Command.Result result =
        Command.lab("notebook", "run", file.toString())
            .in(Command.checkout().resolve("conf"))
            .run();
    assertEquals(0, result.exitCode(), result.out() + result.err());
    assertTrue(result.out().contains("holds: it adds\n"), result.out());
    assertTrue(result.out().contains("the last cell ran\n"), result.out());
    assertTrue(result.out().endsWith("1 passed, 0 failed\n"), result.out());
  }

  @Test
  void aFailedNotebookHasItsPageUpToTheProblem() throws IOException {
    notebook("int y = 1 / 0;", "");
    Command.Result result = notebooks("html", "own.md");
    assertEquals(1, result.exitCode(), result.err());
    assertEquals(List.of("notebooks/out/own.html", "own.md"), files());
    String page = Files.readString(temp.resolve("notebooks/out/own.html"));
    assertTrue(page.contains("own.md:6: ArithmeticException: / by zero"), page);
    assertFalse(page.contains("the last cell ran"), page);
    assertTrue(result.out().contains("notebooks/out/own.html\n"), result.out());
  }

  @Test
  void ctrlCEndsTheCellAndLeavesNoPage() throws Exception {
    notebook(
        "java.nio.file.Files.createFile(java.nio.file.Path.of(\"started\"));\n"
            + "Thread.sleep(120_000);",
        "");
    Path err = temp.resolve("err");
    Command command = new LabFolder(temp).command("notebook", "html", "own.md", "--out", "pages");
    Process process = command.heedingCtrlC().start(err);
    while (!Files.exists(temp.resolve("started"))) {
      assertTrue(process.isAlive(), Files.readString(err));
      Thread.sleep(20);
    }
    Command.of("kill", "-INT", Long.toString(process.pid())).run();
    assertEquals(130, process.waitFor());
    assertEquals(List.of("err", "own.md", "started"), files());
    String said = Files.readString(err);
    assertTrue(
        said.matches(
            "Interrupted\\. Pages that were complete are in pages\\. own\\.md:6 was running\\."
                + " Run again: \\S+ notebook html own\\.md --out pages\n"),
        said);
  }

  @Test
  void whatTheCellPrintedBeforeCtrlCIsShown() throws Exception {
    notebook(
        "System.out.println(\"so far\");\n"
            + "java.nio.file.Files.createFile(java.nio.file.Path.of(\"started\"));\n"
            + "Thread.sleep(120_000);",
        "");
    List<String> words = new ArrayList<>(List.of("sh", "-c", "exec \"$@\" > out", "sh"));
    words.addAll(new LabFolder(temp).command("notebook", "run", "own.md").words());
    Path err = temp.resolve("err");
    Process process =
        Command.of(words.toArray(String[]::new)).in(temp).heedingCtrlC().start(err);
    while (!Files.exists(temp.resolve("started"))) {
      assertTrue(process.isAlive(), Files.readString(err));
      Thread.sleep(20);
    }
    Command.of("kill", "-INT", Long.toString(process.pid())).run();
    assertEquals(130, process.waitFor());
    String out = Files.readString(temp.resolve("out"));
    assertTrue(
        out.matches("X1\\. My own \\(own\\.md\\)\nline 6 +[\\d.]+ s\n +so far\n"), out);
  }

  @Test
  void jupyterNotebooksAreTheSameTwice() throws IOException {
    notebook("1 + 1", "2");
    assertEquals("pages/own.ipynb\n", notebooks("ipynb", "own.md", "--out", "pages").out());
    String first = Files.readString(temp.resolve("pages/own.ipynb"));
    notebooks("ipynb", "own.md", "--out", "pages");
    assertEquals(first, Files.readString(temp.resolve("pages/own.ipynb")));
    assertEquals(List.of("own.md", "pages/own.ipynb"), files());
  }

  @Test
  void picturesLieBesideTheNotebook() throws IOException {
    notebook("lesson.Bars.count(\"Files\", \"files\").naive(\"a\", 240).tuned(\"b\", 4)", "");
    Command.Result result = notebooks("pictures", "own.md");
    assertEquals(0, result.exitCode(), result.err());
    assertEquals(List.of("images/X1_1.svg", "own.md"), files());
    assertTrue(
        result.out().contains("add below the cell: ![Files](images/X1_1.svg)\n"), result.out());
  }

  @Test
  void whatIsNoNotebookIsRefused() throws IOException {
    Files.writeString(temp.resolve("own.md"), "No notebook.\n");
    LabFolder.assertRefused(1, "error: own.md:1: found `No notebook.`, wanted", notebooks("run", "own.md"));
    LabFolder.assertRefused(
        1, "error: The course needs the lab's own files, and ", notebooks("html", "C3"));
    LabFolder.assertRefused(
        1, "error: The course needs the lab's own files, and ", notebooks("list"));
    LabFolder.assertRefused(
        2, "error: Found no notebook my.md, wanted a Markdown file. See: ", notebooks("run", "my.md"));
    LabFolder.assertRefused(2, "error: Missing required parameter: 'NOTEBOOK", notebooks("html"));
    LabFolder.assertRefused(2, "error: No action given, wanted list, run, html", notebooks());
    Command.Result unknown = Command.lab("notebook", "run", "Z9").run();
    LabFolder.assertRefused(2, "error: Found no notebook Z9, wanted all, one of ", unknown);
    assertTrue(
        unknown.err().contains(" notebook list says what they teach), or a Markdown file. See: "),
        unknown.err());
    assertEquals(List.of("own.md"), files());
  }

  @ParameterizedTest
  @ValueSource(strings = {"html", "ipynb"})
  void aFolderThatCannotBeWrittenIsNamedBeforeAnythingRuns(String action) throws IOException {
    notebook("java.nio.file.Files.createFile(java.nio.file.Path.of(\"started\"));", "");
    Files.writeString(temp.resolve("file"), "");
    LabFolder.assertRefused(
        1,
        "error: Found that file/below cannot be written (",
        notebooks(action, "own.md", "--out", "file/below"));
    assertEquals(List.of("file", "own.md"), files());
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "run", "html", "ipynb", "pictures"})
  void helpNamesTheExitCodes(String action) {
    Command.Result result = notebooks(action, "--help");
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.out().contains("Exit codes: 0 "), result.out());
    assertTrue(
        action.equals("list") || result.out().contains("  jbang notebook " + action + " C3\n"),
        result.out());
  }
}
