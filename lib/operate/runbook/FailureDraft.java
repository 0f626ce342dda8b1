//SOURCES KnownFailure.java
//SOURCES RunbookReader.java
package operate.runbook;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A failure of a runbook while it is being read: its labels have to come in their order. */
final class FailureDraft {
  /** The label that comes first, and the fact at the top of the file. */
  static final String REHEARSED = "Last rehearsed";

  private static final Pattern REHEARSAL = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(?:, \\S.*)?");

  private final Path file;
  private final String id;
  private final String title;
  private final int line;
  private final List<String> symptoms = new ArrayList<>();
  private final Map<RunbookPhase, List<RunbookCommand>> commands =
      new EnumMap<>(RunbookPhase.class);
  private String rehearsed;
  private RunbookPhase phase;

  FailureDraft(Path file, String id, String title, int line) {
    this.file = file;
    this.id = id;
    this.title = title;
    this.line = line;
  }

  /**
   * Checks when something was rehearsed.
   *
   * @throws project.LabException when that is neither never nor a day, and what may follow it
   */
  static void checkRehearsed(Path file, String value, int number) {
    if (value.equals(KnownFailure.NEVER)) {
      return;
    }
    Matcher rehearsal = REHEARSAL.matcher(value);
    try {
      if (rehearsal.matches() && LocalDate.parse(rehearsal.group(1)) != null) {
        return;
      }
    } catch (RuntimeException noDay) {
      // Said below.
    }
    throw RunbookReader.wrong(
        file,
        number,
        "%s is '%s', wanted never, or a day as 2026-11-26".formatted(REHEARSED, value));
  }

  /** The next line with a label. */
  void label(String name, String value, int number) {
    String wanted = next();
    if (!name.equals(wanted)) {
      throw RunbookReader.wrong(
          file,
          number,
          wanted.isEmpty()
              ? "**%s:** stands here a second time, or nobody knows it".formatted(name)
              : "found **%s:**, wanted **%s:** here".formatted(name, wanted));
    }
    if (name.equals(REHEARSED)) {
      checkRehearsed(file, value, number);
      rehearsed = value;
    } else {
      phase = RunbookPhase.values()[commands.size()];
      commands.put(phase, new ArrayList<>());
    }
  }

  /** The label that is lacking next; empty when all are there. */
  private String next() {
    if (rehearsed == null) {
      return REHEARSED;
    }
    RunbookPhase[] phases = RunbookPhase.values();
    return commands.size() < phases.length ? phases[commands.size()].label() : "";
  }

  /** A block of text: under the symptom it is what is seen. */
  void quote(List<String> content) {
    if (phase == RunbookPhase.SYMPTOM) {
      content.stream().filter(text -> !text.isBlank()).forEach(symptoms::add);
    }
  }

  /** A command of the phase that is being read. */
  void add(RunbookCommand command) {
    if (phase != null) {
      commands.get(phase).add(command);
    }
  }

  /**
   * The failure.
   *
   * @throws project.LabException when it lacks a phase, what is seen, or a command that repairs it
   */
  KnownFailure complete() {
    String name = "the failure " + id;
    if (!next().isEmpty()) {
      throw RunbookReader.wrong(file, line, "%s has no **%s:**".formatted(name, next()));
    }
    if (symptoms.isEmpty()) {
      throw RunbookReader.wrong(
          file, line, name + " quotes nothing, wanted a block ```text under its symptom");
    }
    if (commands.get(RunbookPhase.FIX).isEmpty()) {
      throw RunbookReader.wrong(
          file, line, name + " has no command under its fix, wanted a block ```sh run");
    }
    return new KnownFailure(id, title, line, rehearsed, symptoms, commands);
  }
}
