//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES LabFolder.java
//SOURCES ../../operate/runbook/Runbook.java
package tests.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import operate.runbook.Runbook;
import operate.runbook.RunbookCommand;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import project.Workspace;
import runs.Status;
import tests.Command;

/**
 * Every command of the lab's runbooks, in the order it stands there, on small healthy data: those marked
 * {@code sh run} work, those marked {@code sh check} have their options.
 */
@Tag("cli")
class RunbookCommandsTest {
  private static final Map<String, String> VALUES =
      Map.of("DAY", "2025-10-02", "DATA", String.join(" ", LabFolder.SMALL));

  private static final List<RunbookCommand> COMMANDS =
      Stream.of("daily_sales", "compact_transactions")
          .flatMap(m -> Runbook.of(m, new Workspace(Command.checkout(), true)).commands().stream())
          .toList();

  @TempDir static Path temp;
  static LabFolder lab;

  /** By the words typed: what stands in several places is typed once. */
  static final Map<List<String>, Command.Result> RESULTS = new LinkedHashMap<>();

  @BeforeAll
  static void typeThemAll() throws IOException {
    lab = LabFolder.withData(Files.createDirectory(temp.resolve("lab")));
    for (RunbookCommand command : COMMANDS) {
      if (command.runs()) {
        RESULTS.computeIfAbsent(command.words(VALUES), words -> type(command));
      }
    }
  }

  private static Command.Result type(RunbookCommand command) {
    String[] words = command.words(VALUES).toArray(String[]::new);
    return command.isOfTheLab() ? lab.run(words) : Command.of(words).in(lab.path()).run();
  }

  @Test
  void everyCommandThatRunsSucceeds() {
    assertTrue(RESULTS.size() >= 12, RESULTS.keySet().toString());
    RESULTS.forEach((words, result) -> assertEquals(0, result.exitCode(), words + result.err()));
    assertTrue(lab.runs().stream().allMatch(run -> run.status() == Status.SUCCESS));
    List<String> answers =
        lab.runs().stream()
            .filter(run -> run.jobName().equals("daily_sales"))
            .map(run -> run.output().fingerprint())
            .distinct()
            .toList();
    assertEquals(1, answers.size(), answers.toString());
  }

  @Test
  void everyOptionOfEveryCommandExists() {
    Map<String, String> help = new HashMap<>();
    for (RunbookCommand command : COMMANDS) {
      if (command.isOfTheLab() && !command.options().isEmpty()) {
        String alias = command.words(VALUES).get(0);
        String said = help.computeIfAbsent(alias, a -> lab.run(a, "--help").out());
        for (String option : command.options()) {
          assertTrue(said.matches("(?s).*[ ,]" + option + "[ =\\n\\[].*"), command + "\n" + said);
        }
      }
    }
    assertTrue(help.size() >= 4, help.keySet().toString());
  }
}
