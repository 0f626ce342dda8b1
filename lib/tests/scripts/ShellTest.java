//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES LabFolder.java
package tests.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tests.Command;

/** The shell at a terminal, and with a pipe. */
@Tag("cli")
@Timeout(300)
class ShellTest {
  private static final String PROMPT = "spark> ";
  private static final String SIZED = "stty rows 40 columns 250; exec \"$0\" \"$@\"";
  private static final long PATIENCE_SEC = 120;

  @TempDir static Path temp;
  static LabFolder lab;

  @BeforeAll
  static void generate() {
    lab = LabFolder.withData(temp);
    lab.run("shell", "--version");
  }

  /** A shell at a terminal, whose keys are {@link #type} and whose screen is the output. */
  private static final class Typist implements AutoCloseable {
    private final Process process;
    private final OutputStream keys;
    private final InputStream screen;
    private final StringBuilder seen = new StringBuilder();

    Typist(Path state, String... options) throws IOException {
      if (Stream.of(System.getenv("PATH").split(File.pathSeparator))
          .noneMatch(folder -> Files.isExecutable(Path.of(folder, "script")))) {
        String sentence = "no script on PATH (Debian: apt install bsdutils)";
        if ("true".equals(System.getenv("CI"))) {
          fail(sentence);
        }
        abort(sentence);
      }
      // A terminal without a size shows no prompt.
      List<String> words = new ArrayList<>(List.of("sh", "-c", SIZED));
      words.addAll(lab.command("shell").words());
      words.addAll(List.of(options));
      Command command = Command.of(words.toArray(String[]::new)).heedingCtrlC().onATerminal("");
      ProcessBuilder builder = new ProcessBuilder(command.words()).directory(temp.toFile());
      builder.environment().put("XDG_STATE_HOME", state.toString());
      builder.environment().put("TERM", "xterm");
      builder.environment().remove("SPARK_MASTER");
      process = builder.redirectErrorStream(true).start();
      keys = process.getOutputStream();
      screen = process.getInputStream();
    }

    void type(String keysPressed) throws IOException {
      keys.write(keysPressed.getBytes(StandardCharsets.UTF_8));
      keys.flush();
    }

    /** What appears up to and with {@code text}. */
    String until(String text) throws IOException {
      int from = seen.length();
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SEC);
      while (seen.indexOf(text, from) < 0) {
        if (screen.available() > 0) {
          seen.append((char) screen.read());
        } else if (process.isAlive() && System.nanoTime() < deadline) {
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        } else {
          return fail("no '%s' came:%n%s".formatted(text, plain(seen.toString())));
        }
      }
      return plain(seen.substring(from));
    }

    /** What a statement shows. */
    String answer(String statement) throws IOException {
      type(statement + "\r");
      return until("\u001b[?2004h" + PROMPT);
    }

    int end() throws InterruptedException {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the shell still runs");
      return process.exitValue();
    }

    private static String plain(String text) {
      return text.replaceAll("\u001b(\\[[?0-9;]*[a-zA-Z]|[>=])", "").replace("\r", "");
    }

    @Override
    public void close() {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  @Test
  void aTerminal() throws Exception {
    Path state = temp.resolve("state");
    try (Typist shell = new Typist(state, "--cores", "2")) {
      String welcome = shell.until(PROMPT);
      assertTrue(
          welcome.contains("on 2 cores: transactions (100,000 rows) and customers (1,000) of "),
          welcome);
      String counted = shell.answer("transactions.count()");
      assertTrue(counted.contains("\n100000\n"), counted);
      String declared = shell.answer("var few = transactions.select(\"id\").limit(2)");
      assertTrue(declared.contains("few ==> [id: bigint]"), declared);
      String rows = shell.answer("customers.limit(1)");
      assertTrue(rows.contains("\ncustomer_id  segment"), rows);
      String udf =
          "udf((Long x) -> x + 1, DataTypes.LongType).apply(col(\"customer_id\")).as(\"y\")";
      String added =
          shell.answer("customers.orderBy(\"customer_id\").limit(1).select(" + udf + ")");
      assertTrue(added.contains("\ny\n1\n"), added);
      String measured =
          shell.answer("measure(() -> transactions.join(customers, \"customer_id\"))");
      assertTrue(measured.contains("joins  ") && measured.contains("Join\n"), measured);

      String wrong = shell.answer("customers.select(\"nope\")");
      assertTrue(wrong.contains("`nope` cannot be resolved"), wrong);
      assertFalse(wrong.contains("catalyst.analysis"), wrong);
      String failed =
          shell.answer(
              "spark.range(1).select(udf((Long x) -> 1 / x,"
                  + " DataTypes.LongType).apply(col(\"id\")))");
      assertTrue(failed.contains("SparkException"), failed);
      assertTrue(failed.lines().count() < 8, failed);

      shell.type("spark.range(0, 1L << 60).selectExpr(\"sum(id % 7)\")\r");
      while (!shell.until("\n").contains("sum(id")) {}
      Thread.sleep(3_000);
      shell.type("\u0003");
      shell.until("Interrupted.");
      shell.until(PROMPT);
      shell.type("while (true);\r");
      Thread.sleep(2_000);
      shell.type("\u0003");
      shell.until("Interrupted.");
      shell.until(PROMPT);
      String alive = shell.answer("1 + 41");
      assertTrue(alive.contains("\n42\n"), alive);

      shell.type("/reset\r");
      shell.until(" and customers (1,000) of ");
      shell.until("\u001b[?2004h" + PROMPT);
      String again = shell.answer("transactions.limit(3).count() + 1");
      assertTrue(again.contains("\n4\n"), again);
      String addedAgain =
          shell.answer("customers.orderBy(\"customer_id\").limit(1).select(" + udf + ")");
      assertTrue(addedAgain.contains("\ny\n1\n"), addedAgain);

      shell.type("transactions.crossJ\t");
      shell.until("crossJoin(");
      shell.type("\u0003");
      shell.type("/exit 3\r");
      assertEquals(3, shell.end());
    }
    String kept = Files.readString(state.resolve("spark-tuning-lab/shell.properties"));
    assertTrue(kept.contains("transactions.count()"), kept);
  }

  @Test
  void ctrlDLeavesAndThereIsADayWithoutAPlaceForTheHistory() throws Exception {
    Path file = Files.writeString(temp.resolve("no-folder"), "");
    try (Typist shell = new Typist(file)) {
      shell.until(PROMPT);
      shell.type("\u0004");
      shell.until("What was typed cannot be kept in ");
      assertEquals(0, shell.end());
    }
  }

  @Test
  void aPipePrintsValuesAndNothingElse() {
    String script =
        """
        transactions.count()
        var few = customers.orderBy("customer_id")
            .select("customer_id")
            .limit(2)
        few
        int twice(int x) {
          return 2 * x;
        }
        twice(21)
        /exit 3
        not looked at
        """;
    Command.Result result = lab.command("shell").run(script);
    assertEquals("100000\ncustomer_id\n          0\n          1\n42\n", result.out());
    assertEquals(List.of(), LabFolder.said(result));
    assertEquals(3, result.exitCode());
  }

  @Test
  void aPipeEndsAtItsFirstProblem() {
    for (String[] wrong :
        List.of(
            new String[] {"1 + 1\n\ncustomers.select(\"nope\")\n3\n", "3: ExtendedAnalysis"},
            new String[] {"1 + 1\nint x = \"a\";\n", "2: incompatible types: "},
            new String[] {"1 + 1\ncustomers.select(\n", "2: "})) {
      Command.Result result = lab.command("shell").run(wrong[0]);
      assertEquals("2\n", result.out());
      List<String> said = LabFolder.said(result);
      assertEquals(1, said.size(), result.err());
      assertTrue(said.get(0).startsWith("error: stdin:" + wrong[1]), said.get(0));
      assertEquals(1, result.exitCode());
    }
  }

  @Test
  void changedDataAreNamedAndTheSmallOnesUsed() throws IOException {
    Path other = Files.createDirectory(temp.resolve("changed"));
    LabFolder changed = LabFolder.withData(other);
    try (Stream<Path> files = Files.walk(other.resolve("data/raw/transactions"))) {
      Files.delete(files.filter(Files::isRegularFile).findFirst().orElseThrow());
    }
    Command.Result result = changed.command("shell").run("transactions.count()");
    assertEquals("400000\n", result.out());
    assertTrue(result.err().contains(" changed since it was generated"), result.err());
    assertEquals(0, result.exitCode());
  }

  @Test
  void badOptions() {
    LabFolder.assertRefused(
        2, "error: --cores -1 is out of range", lab.run("shell", "--cores", "-1"));
    LabFolder.assertRefused(2, "error: Unmatched argument", lab.run("shell", "file.jsh"));
  }
}
