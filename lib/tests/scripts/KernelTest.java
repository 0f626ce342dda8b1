//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//DEPS com.fasterxml.jackson.core:jackson-databind:2.15.2
//SOURCES ../../project/FileTree.java
//SOURCES LabFolder.java
package tests.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import project.FileTree;
import tests.Command;

/** The kernel under Jupyter itself, and where it is installed. */
@Tag("cli")
@Timeout(300)
class KernelTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Runs code in a kernel, interrupts it, asks for completions, and prints what it is told. */
  private static final String CLIENT =
      """
      import os, time
      from jupyter_client.manager import start_new_kernel
      manager, client = start_new_kernel(kernel_name="spark-lab-java", startup_timeout=120)
      def reply(message):
          while True:
              r = client.get_shell_msg(timeout=120)
              if r["parent_header"]["msg_id"] == message:
                  return r["content"]
      def interrupted(code, seconds):
          message = client.execute(code)
          time.sleep(seconds)
          manager.interrupt_kernel()
          return reply(message)["evalue"]
      print(reply(client.execute("import lesson.*; var lab = Lab.open();"))["status"])
      print(reply(client.complete("lab.transact", 12))["matches"])
      for code in ["int x = 3;", "for (;;) {"]:
          print(reply(client.is_complete(code))["status"])
      print(interrupted('lab.spark().range(0, 1L << 60).selectExpr("sum(id % 7)")', 5))
      print(interrupted("while (true);", 3))
      pid = int(os.popen("ps -o pid= --ppid %d" % os.getpid()).read().split()[0])
      os.kill(pid, 2)
      time.sleep(1)
      print(reply(client.execute("int y = 4;"))["status"])
      manager.shutdown_kernel()
      print(manager.is_alive())
      """;

  @TempDir static Path temp;
  static Path data;
  static LabFolder lab;

  @BeforeAll
  static void install() {
    lab = LabFolder.withData(temp);
    data = temp.resolve("jupyter data");
    assertEquals(0, kernel(data, "install").exitCode());
  }

  private static Command.Result kernel(Path data, String action) {
    return lab.command("notebook", "kernel", action)
        .with("JUPYTER_DATA_DIR", data.toString())
        .run();
  }

  private static Optional<Path> onPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Without Jupyter the test is skipped, or fails where CI is {@code true}. */
  private static Path requireJupyter() {
    return onPath("jupyter")
        .orElseGet(
            () -> {
              String sentence = "no jupyter on PATH (Debian: apt install jupyter-nbconvert)";
              return "true".equals(System.getenv("CI")) ? fail(sentence) : abort(sentence);
            });
  }

  private static Map<String, Object> cell(String code) {
    Map<String, Object> cell = new HashMap<>();
    cell.put("cell_type", "code");
    cell.put("execution_count", null);
    cell.put("metadata", Map.of());
    cell.put("outputs", List.of());
    cell.put("source", code);
    return cell;
  }

  private static JsonNode executed(String... cells) throws IOException {
    Path notebook = temp.resolve("own.ipynb");
    JSON.writeValue(
        notebook.toFile(),
        Map.of(
            "cells",
            Stream.of(cells).map(KernelTest::cell).toList(),
            "metadata",
            Map.of("kernelspec", Map.of("name", "spark-lab-java", "display_name", "x")),
            "nbformat",
            4,
            "nbformat_minor",
            4));
    return converted("own.ipynb", "--allow-errors").get("cells");
  }

  /** A notebook of the folder, run by nbconvert with more options. */
  private static JsonNode converted(String notebook, String... options) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(requireJupyter().toString(), "nbconvert", "--to=notebook", "--execute"));
    words.addAll(List.of("--ExecutePreprocessor.timeout=200", "--output=done.ipynb"));
    words.addAll(List.of(options));
    words.add(notebook);
    Command.Result result =
        Command.of(words.toArray(String[]::new))
            .with("JUPYTER_DATA_DIR", data.toString())
            .with("SPARK_MASTER", "")
            .in(temp)
            .run();
    assertEquals(0, result.exitCode(), result.err());
    return JSON.readTree(temp.resolve("done.ipynb").toFile());
  }

  private static String text(JsonNode lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.asText()));
    return text + (lines.isTextual() ? lines.asText() : "");
  }

  @Test
  void cellsRunAndShowTheirValues() throws IOException {
    JsonNode cells =
        executed(
            "import lesson.*;\n"
                + "var lab = Lab.open();\n"
                + "lab.customers().orderBy(\"customer_id\").limit(1)",
            "lab.measure(() -> lab.transactions().count())",
            "import tech.tablesaw.plotly.components.*;\n"
                + "import tech.tablesaw.plotly.traces.*;\n"
                + "double[] x = {1, 2};\n"
                + "new Figure(ScatterTrace.builder(x, x).build())",
            "new Figure(ScatterTrace.builder(x, x).build())",
            "System.out.println(\"said\");\nSystem.err.println(\"warned\");\nint y = 1 / 0;",
            "lab.customers().select(\"nope\")",
            "System.out.println(\"took 3 ms\");\n40 + 2\n\n// Expected output:\n// took 9 ms\n// 42",
            "System.out.println(\"said\");\n40 + 2\n\n// Expected output:\n// said\n// 43",
            "new java.awt.image.BufferedImage(3, 4, java.awt.image.BufferedImage.TYPE_INT_RGB)");

    // Before it may stand that the tables are being made.
    JsonNode rows = cells.at("/0").findValue("data");
    assertTrue(text(rows.get("text/plain")).startsWith("customer_id  segment"), rows.toString());
    assertTrue(text(rows.get("text/html")).startsWith("<table><thead><tr><th"), rows.toString());
    assertTrue(text(cells.at("/1/outputs/0/data/text~1html")).contains(">files read</td>"));

    String first = text(cells.at("/2/outputs/0/data/text~1html"));
    String second = text(cells.at("/3/outputs/0/data/text~1html"));
    assertTrue(first.contains("Plotly.newPlot(") && first.length() > 1_000_000, "no Plotly");
    assertTrue(second.contains("Plotly.newPlot(") && second.length() < 10_000, second);
    assertFalse((first + second).contains("src="), "a chart needs the network");

    assertEquals("said\n", text(cells.at("/4/outputs/0/text")));
    assertEquals("warned\n", text(cells.at("/4/outputs/1/text")));
    assertEquals(
        "line 3: ArithmeticException: / by zero", cells.at("/4/outputs/2/evalue").asText());
    String wrong = cells.at("/5/outputs/0/evalue").asText();
    assertTrue(wrong.matches("line 1: \\w+: .*`nope` cannot be resolved.*"), wrong);
    assertEquals("42", text(cells.at("/6/outputs/1/data/text~1plain")));
    // Printed and shown all the same.
    assertEquals("said\n", text(cells.at("/7/outputs/0/text")));
    assertEquals("42", text(cells.at("/7/outputs/1/data/text~1plain")));
    assertEquals(
        "line 5: the output is not the expected one", cells.at("/7/outputs/2/evalue").asText());
    assertTrue(cells.at("/8/outputs/0/data/image~1png").asText().startsWith("iVBOR"));
  }

  /** As {@code notebook ipynb} writes them, in a folder that is no checkout. */
  @ParameterizedTest
  @ValueSource(strings = {"C1_key_salting", "C3_broadcast", "C5_native_expressions"})
  void theCourseRunsInJupyter(String name) throws IOException {
    String markdown = Command.checkout().resolve("notebooks/" + name + ".md").toString();
    Command.Result written = lab.run("notebook", "ipynb", markdown, "--out", temp.toString());
    assertEquals(0, written.exitCode(), written.err());
    JsonNode done = converted(name + ".ipynb");
    String shown = done.findValues("text/html").stream().map(KernelTest::text).toList().toString();
    assertTrue(shown.contains("<table>"), "no table in any output");
    assertEquals(name.startsWith("C1"), shown.contains("Plotly.newPlot("), name);
    assertTrue(
        done.findValues("image/svg+xml").stream().anyMatch(chart -> text(chart).contains("<svg ")),
        "no bars in any output");
  }

  @Test
  void completionInterruptionAndShutdown() throws IOException {
    // The Python that Jupyter itself runs on has its libraries.
    String python = Files.readAllLines(requireJupyter()).get(0).replaceFirst("^#! *", "");
    Path client = Files.writeString(temp.resolve("client.py"), CLIENT);
    Command.Result result =
        Command.of(python, client.toString())
            .heedingCtrlC()
            .with("JUPYTER_DATA_DIR", data.toString())
            .with("SPARK_MASTER", "")
            .in(temp)
            .run();
    assertEquals(
        """
        ok
        ['transactions(']
        complete
        incomplete
        line 1: interrupted
        line 1: interrupted
        ok
        False
        """,
        result.out(),
        result.err());
  }

  @Test
  void installedTwiceAndRemovedTwice() throws IOException {
    Path other = temp.resolve("other");
    Path folder = other.resolve("kernels/spark-lab-java");
    String named = "\"Java 17 + Spark (lab)\"";
    Command.Result first = kernel(other, "install");
    assertTrue(first.out().startsWith("Installed the kernel " + named + " in " + folder));
    assertEquals(onPath("jupyter").isEmpty(), first.out().contains("There is no jupyter on PATH"));
    Command.Result second = kernel(other, "install");
    assertTrue(second.out().startsWith("Replaced the kernel " + named + " in " + folder));
    JsonNode spec = JSON.readTree(folder.resolve("kernel.json").toFile());
    assertEquals("message", spec.get("interrupt_mode").asText());
    assertEquals(1, folder.getParent().toFile().list().length, "something is left");

    Command.Result removed = kernel(other, "remove");
    assertEquals(
        "Removed the kernel " + named + " from " + folder.getParent() + ".\n", removed.out());
    Command.Result again = kernel(other, "remove");
    assertTrue(again.out().startsWith("There is no kernel " + named), again.out());
    for (Command.Result result : List.of(first, second, removed, again)) {
      assertEquals(0, result.exitCode(), result.err());
      assertEquals(1, result.out().lines().count(), result.out());
    }
  }

  @Test
  void whereJupyterIsMissingItIsInstalledAllTheSame() throws IOException {
    Path bin = Files.createDirectory(temp.resolve("bin"));
    for (String program : List.of("bash", "env", "dirname", "grep", "java", "jbang")) {
      Optional<Path> found = onPath(program);
      if (found.isPresent()) {
        Files.createSymbolicLink(bin.resolve(program), found.get());
      }
    }
    Command.Result result =
        lab.command("notebook", "kernel", "install")
            .with("JUPYTER_DATA_DIR", temp.resolve("alone").toString())
            .with("PATH", bin.toString())
            .run();
    FileTree.delete(bin);
    assertTrue(result.out().endsWith(" There is no jupyter on PATH yet: install it.\n"));
    assertEquals(0, result.exitCode(), result.err());
  }

  @Test
  void aFolderThatCannotBeWrittenAndBadInput() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "");
    Command.Result result = kernel(file, "install");
    LabFolder.assertRefused(1, "error: " + file + "/kernels/spark-lab-java cannot be", result);
    assertTrue(result.err().contains("JUPYTER_DATA_DIR=FOLDER "), result.err());
    Command.Result update = kernel(data, "update");
    LabFolder.assertRefused(2, "error: Invalid value for ", update);
    assertTrue(update.err().contains(" [install, remove] but was 'update'. See: "), update.err());
    LabFolder.assertRefused(
        2, "error: Missing required parameter: 'ACTION'", lab.run("notebook", "kernel"));
  }
}
