//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Tree.java
//SOURCES ../../project/Yaml.java
package tests.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import project.Yaml;

/** The workflow of the reader's forge: YAML with the parts a forge asks for, and commands that exist. */
class WorkflowTest {
  private static final Path FILE = Path.of(".github/workflows/lab.yml");
  private static final Yaml WORKFLOW = Yaml.read(Tree.ROOT.resolve(FILE));

  /** A command of the lab with what follows it on its line. */
  private static final Pattern COMMAND = Pattern.compile("(\\S*/?jbangw|\\S*\\.ci/run)\\b *([^\n]*)");

  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z0-9-]*");

  private static List<Yaml> steps() {
    List<Yaml> steps = new ArrayList<>();
    WORKFLOW.get("jobs").entries().values().forEach(job -> steps.addAll(job.get("steps").items()));
    return steps;
  }

  private static Optional<Yaml> step(String action) {
    return steps().stream()
        .filter(s -> s.find("uses").map(Yaml::text).orElse("").startsWith(action + "@"))
        .findFirst();
  }

  @Test
  void everyJobHasAMachineALimitAndSteps() {
    WORKFLOW.only("name", "on", "permissions", "jobs");
    for (Yaml job : WORKFLOW.get("jobs").entries().values()) {
      job.only("runs-on", "timeout-minutes", "steps");
      job.get("runs-on").text();
      job.get("timeout-minutes").number(1, 360, "minutes, from 1 to 360");
    }
    for (Yaml step : steps()) {
      step.only("name", "uses", "with", "run", "if", "env");
      assertTrue(step.find("uses").isPresent() != step.find("run").isPresent(), step.toString());
    }
  }

  @Test
  void actionsHaveAVersionAndAreTheForgesOwn() {
    List<String> actions =
        steps().stream().flatMap(s -> s.find("uses").map(Yaml::text).stream()).toList();
    assertTrue(actions.size() >= 4, actions.toString());
    actions.forEach(action -> assertTrue(action.matches("actions/[a-z-]+@v\\d+"), action));
  }

  @Test
  void theJdkIsTheOneThatScriptsAskFor() {
    assertEquals("17", step("actions/setup-java").get().get("with").get("java-version").text());
  }

  @Test
  void whatWasMeasuredIsKeptAfterAFailureToo() {
    Yaml upload = step("actions/upload-artifact").get();
    assertEquals("always()", upload.get("if").text());
    assertTrue(upload.get("with").get("path").text().contains("ops/gate.md"));
  }

  @Test
  void whatHoldsTheLabTogetherIsCheckedBesideTheGate() {
    List<String> runs =
        steps().stream().flatMap(s -> s.find("run").map(Yaml::text).stream()).toList();
    for (String command : List.of("registry check", "test --fast", "gate ")) {
      assertTrue(runs.stream().anyMatch(r -> r.contains("jbangw " + command)), command + runs);
    }
  }

  @Test
  void everyCommandExistsWithItsOptions() {
    List<String> runs =
        steps().stream().flatMap(s -> s.find("run").map(Yaml::text).stream()).toList();
    int found = 0;
    for (String run : runs) {
      Matcher command = COMMAND.matcher(run);
      while (command.find()) {
        String program = command.group(1);
        assertTrue(Files.isExecutable(Tree.ROOT.resolve(program)), program);
        if (program.endsWith("jbangw")) {
          exists(command.group(2));
        }
        found++;
      }
    }
    assertEquals(runs.size(), found, "one command of the lab a step: " + runs);
  }

  private static void exists(String words) {
    String alias = words.split(" ")[0];
    String catalog = String.join("\n", Tree.lines(Path.of("jbang-catalog.json")));
    Matcher entry =
        Pattern.compile("\"" + alias + "\": \\{\\s*\"script-ref\": \"([^\"]+)\"").matcher(catalog);
    assertTrue(entry.find(), "no alias " + alias);
    String script = String.join("\n", Tree.lines(Path.of(entry.group(1))));
    Stream<String> options = OPTION.matcher(words).results().map(m -> m.group());
    options.forEach(
        option -> assertTrue(script.contains("names = \"" + option + "\""), alias + " " + option));
  }
}
