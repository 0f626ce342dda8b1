//SOURCES FailureDraft.java
//SOURCES KnownFailure.java
//SOURCES Runbook.java
//SOURCES ../../project/LabException.java
package operate.runbook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import operate.runbook.Runbook.Fact;
import project.LabException;

/**
 * Reads a runbook line by line. It begins with {@code # RUNBOOK - model} and a list of facts, then
 * has the sections of {@link #SECTIONS}. A failure is a heading with an anchor and, in this order,
 * a line for when it was rehearsed and one for each phase, each followed by text and fenced blocks:
 * {@code text} for what is seen, {@code sh run} and {@code sh check} for commands.
 */
final class RunbookReader {
  private static final List<String> FACTS =
      List.of("Owner", "Tier", "Purpose", "Schedule", FailureDraft.REHEARSED);
  private static final String INPUTS = "Inputs";
  private static final String OUTPUTS = "Outputs";
  private static final String SLOS = "SLOs";
  private static final String FAILURES = "Common failures & fixes";
  private static final List<String> SECTIONS =
      List.of(INPUTS, OUTPUTS, SLOS, "Baseline", FAILURES, "Reprocess", "Escalate");

  private static final Pattern TITLE = Pattern.compile("# RUNBOOK - (\\w+)");
  private static final Pattern FACT = Pattern.compile("([A-Z][\\w ]*): (\\S.*)");
  private static final Pattern FAILURE =
      Pattern.compile("### <a id=\"([a-z][a-z0-9_]*)\"></a>(\\S.*)");
  private static final Pattern LABEL = Pattern.compile("\\*\\*([A-Z][\\w ]*):\\*\\* ?(.*)");

  private final Path file;
  private String model;
  private final Map<String, Fact> facts = new LinkedHashMap<>();
  private final Map<String, Integer> sections = new LinkedHashMap<>();
  private final List<Fact> inputs = new ArrayList<>();
  private final List<Fact> outputs = new ArrayList<>();
  private final List<Fact> slos = new ArrayList<>();
  private final List<KnownFailure> failures = new ArrayList<>();
  private final List<RunbookCommand> commands = new ArrayList<>();

  /** The fact that a line which is indented goes on with. */
  private String last = "";

  private String section = "";
  private boolean filled;
  private FailureDraft draft;

  private RunbookReader(Path file) {
    this.file = file;
  }

  /**
   * Reads a runbook.
   *
   * @param file for messages
   * @throws LabException naming the first line that is not as wanted
   */
  static Runbook read(Path file, String text) {
    RunbookReader reader = new RunbookReader(file);
    List<String> lines = text.lines().map(String::stripTrailing).toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("```")) {
        int end = i + 1;
        while (end < lines.size() && !lines.get(end).startsWith("```")) {
          end++;
        }
        if (end == lines.size() || !lines.get(end).equals("```")) {
          throw reader.wrong(i + 1, "the block is not closed, wanted a line ``` after it");
        }
        reader.fence(line.substring(3).strip(), i + 1, lines.subList(i + 1, end));
        i = end;
      } else if (!line.isBlank()) {
        reader.line(line, i + 1);
      }
    }
    return reader.runbook(lines.size());
  }

  private LabException wrong(int line, String sentence) {
    return wrong(file, line, sentence);
  }

  static LabException wrong(Path file, int line, String sentence) {
    return LabException.failed("%s line %d: %s".formatted(file, line, sentence));
  }

  private void line(String line, int number) {
    if (model == null) {
      Matcher title = TITLE.matcher(line);
      if (!title.matches()) {
        throw wrong(number, "'%s' is not the title, wanted # RUNBOOK - model_name".formatted(line));
      }
      model = title.group(1);
    } else if (line.startsWith("## ")) {
      openSection(line.substring(3).strip(), number);
    } else if (section.isEmpty()) {
      if (line.startsWith("- ")) {
        Arrays.stream(line.substring(2).split(" · ")).forEach(fact -> fact(fact, number));
      } else if (line.startsWith("  ")) {
        facts.computeIfPresent(
            last, (name, fact) -> new Fact(fact.value() + " " + line.strip(), fact.line()));
      }
    } else {
      filled = true;
      lineOfSection(line, number);
    }
  }

  private void fact(String text, int number) {
    Matcher fact = FACT.matcher(text.strip());
    if (!fact.matches() || !FACTS.contains(fact.group(1))) {
      throw wrong(
          number,
          "'%s' is not a fact, wanted one of %s, a colon and its value"
              .formatted(text.strip(), String.join(", ", FACTS)));
    }
    last = fact.group(1);
    if (facts.put(last, new Fact(fact.group(2), number)) != null) {
      throw wrong(number, fact.group(1) + " stands here a second time");
    }
    if (fact.group(1).equals(FailureDraft.REHEARSED)) {
      FailureDraft.checkRehearsed(file, fact.group(2), number);
    }
  }

  private void openSection(String title, int number) {
    closeSection();
    for (String fact : FACTS) {
      if (!facts.containsKey(fact)) {
        throw wrong(number, "the facts before this line lack %s: - %s: …".formatted(fact, fact));
      }
    }
    if (sections.put(title, number) != null) {
      throw wrong(number, "the section %s stands here a second time".formatted(title));
    }
    section = title;
    filled = false;
  }

  private void closeFailure() {
    if (draft != null) {
      failures.add(draft.complete());
      draft = null;
    }
  }

  private void closeSection() {
    closeFailure();
    if (!section.isEmpty() && !filled) {
      throw wrong(sections.get(section), "the section %s is empty".formatted(section));
    }
  }

  private void lineOfSection(String line, int number) {
    if (section.equals(INPUTS) || section.equals(OUTPUTS)) {
      if (line.startsWith("- ")) {
        String table = line.substring(2).split("[ (:]")[0];
        (section.equals(INPUTS) ? inputs : outputs).add(new Fact(table, number));
      }
    } else if (section.equals(SLOS)) {
      if (line.startsWith("- ")) {
        slos.add(new Fact(line.substring(2).strip(), number));
      }
    } else if (section.equals(FAILURES)) {
      lineOfFailures(line, number);
    }
  }

  private void lineOfFailures(String line, int number) {
    if (line.startsWith("### ")) {
      closeFailure();
      Matcher heading = FAILURE.matcher(line);
      if (!heading.matches()) {
        throw wrong(
            number,
            "'%s' has no anchor, wanted ### <a id=\"late_data\"></a>Late data".formatted(line));
      }
      String id = heading.group(1);
      if (failures.stream().anyMatch(f -> f.id().equals(id))) {
        throw wrong(number, "the failure %s stands here a second time".formatted(id));
      }
      draft = new FailureDraft(file, id, heading.group(2), number);
      return;
    }
    Matcher label = LABEL.matcher(line);
    if (draft != null && label.matches()) {
      draft.label(label.group(1), label.group(2), number);
    }
  }

  private void fence(String info, int number, List<String> content) {
    filled = true;
    if (info.startsWith("sh")) {
      if (!info.equals("sh run") && !info.equals("sh check")) {
        throw wrong(number, "the block is ```%s, wanted ```sh run or ```sh check".formatted(info));
      }
      for (int i = 0; i < content.size(); i++) {
        String text = content.get(i).strip();
        if (!text.isEmpty() && !text.startsWith("#")) {
          add(new RunbookCommand(file, number + 1 + i, text, info.equals("sh run")));
        }
      }
    } else if (draft != null) {
      draft.quote(content);
    }
  }

  private void add(RunbookCommand command) {
    commands.add(command);
    if (draft != null) {
      draft.add(command);
    }
  }

  private Runbook runbook(int lines) {
    closeSection();
    if (model == null) {
      throw wrong(1, "it is empty, wanted # RUNBOOK - model_name");
    }
    for (String wanted : SECTIONS) {
      if (!sections.containsKey(wanted)) {
        throw wrong(lines, "there is no section ## " + wanted);
      }
    }
    if (outputs.isEmpty()) {
      throw wrong(sections.get(OUTPUTS), "Outputs lists no table, wanted - layer.table");
    }
    if (failures.isEmpty()) {
      throw wrong(sections.get(FAILURES), "there is no failure, wanted a heading ### for each");
    }
    return new Runbook(
        file,
        model,
        Map.copyOf(facts),
        List.copyOf(inputs),
        List.copyOf(outputs),
        List.copyOf(slos),
        List.copyOf(failures),
        List.copyOf(commands));
  }
}
