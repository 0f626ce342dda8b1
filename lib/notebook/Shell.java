//FILES shell.jsh
//SOURCES CellEngine.java
//SOURCES JavaSession.java
//SOURCES Problem.java
//SOURCES ShellState.java
//SOURCES ShellLab.java
//SOURCES ../project/FileTree.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Packed.java
//SOURCES ../runs/Scratch.java
package notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.tool.JavaShellToolBuilder;
import lesson.Lab;
import project.FileTree;
import project.LabException;
import project.Packed;
import runs.Scratch;

/** Java statements with Spark and the lab at hand: typed at a prompt, or read from a pipe. */
public final class Shell {
  private static final String TRY =
      "Try: transactions   customers.groupBy(\"segment\").count()  "
          + " measure(() -> transactions.join(customers, \"customer_id\"))";

  /** The one command of the shell that scripts end with. */
  private static final Pattern EXIT = Pattern.compile("/exit(?:\\s+(\\d{1,3}))?");

  private Shell() {}

  /** Imports and variables that every shell begins with. */
  private static String start() {
    return Packed.text("/shell.jsh");
  }

  /**
   * Runs what is typed, until the reader leaves.
   *
   * @param cores task slots, 0 for all
   * @param settings laid over {@code conf/spark_local.conf}
   * @return the exit code that the reader asked for
   */
  public static int interactive(int cores, Map<String, String> settings) {
    try {
      ShellState state = ShellState.read();
      ShellLab.prepare(cores, settings);
      Path startup = Scratch.folder().resolve("startup.jsh");
      try {
        Files.writeString(startup, start() + "notebook.Shell.greet();\n");
        return JavaShellToolBuilder.builder()
            .persistence(state.content())
            .start(
                "--execution",
                CellEngine.NAME,
                "--class-path",
                System.getProperty("java.class.path"),
                "--startup",
                startup.toString());
      } finally {
        state.save();
        FileTree.delete(startup.getParent());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw LabException.failed("The shell cannot start: " + e.getMessage(), e);
    } finally {
      Lab.close();
    }
  }

  /** Called by the shell when everything is there. */
  public static void greet() throws Throwable {
    System.out.println(ShellLab.welcome());
    System.out.println(TRY);
  }

  /**
   * Runs a script up to its first problem or its {@code /exit}, and prints the value of every
   * expression.
   *
   * @param name what messages call it
   * @return the exit code that the script asks for, else 0
   * @throws LabException at its first problem, with its line
   */
  public static int run(String name, String script, int cores, Map<String, String> settings) {
    try (JavaSession session = new JavaSession(Lab::cancelJobs)) {
      ShellLab.prepare(cores, settings);
      ShellLab.openAgain();
      fail(session.run(start(), 1), problem -> problem.message());
      for (Piece piece : pieces(script, session)) {
        Matcher exit = EXIT.matcher(piece.code.strip());
        if (exit.matches()) {
          return exit.group(1) == null ? 0 : Integer.parseInt(exit.group(1));
        }
        fail(
            session.run(
                piece.code, piece.line, value -> System.out.println(Shown.of(value).text())),
            problem -> "%s:%d: %s".formatted(name, problem.line(), problem.message()));
      }
      return 0;
    } finally {
      Lab.close();
    }
  }

  /** Lines of a script that belong together, and the number of the first. */
  private record Piece(int line, String code) {}

  /**
   * As typed, a statement ends with its line where it can, so that it needs no semicolon; a line
   * that begins with a dot continues it.
   */
  private static List<Piece> pieces(String script, JavaSession session) {
    List<Piece> pieces = new ArrayList<>();
    List<String> lines = script.lines().toList();
    StringBuilder open = new StringBuilder();
    int first = 1;
    for (int i = 0; i < lines.size(); i++) {
      open.append(lines.get(i)).append('\n');
      boolean last = i + 1 == lines.size();
      boolean continues = !last && lines.get(i + 1).stripLeading().startsWith(".");
      boolean exit = EXIT.matcher(open.toString().strip()).matches();
      if (last || exit || !continues && session.isComplete(open.toString())) {
        pieces.add(new Piece(first, open.toString()));
        open.setLength(0);
        first = i + 2;
      }
    }
    return pieces;
  }

  private static void fail(Outcome outcome, Function<Problem, String> sentence) {
    Problem.of(outcome)
        .ifPresent(
            problem -> {
              throw LabException.failed(sentence.apply(problem), problem.cause().orElse(null));
            });
  }
}
