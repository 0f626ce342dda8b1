//SOURCES FailureDraft.java
//SOURCES KnownFailure.java
//SOURCES ../registry/Model.java
//SOURCES RunbookReader.java
//SOURCES ../../project/AtomicFile.java
//SOURCES ../../project/LabException.java
//SOURCES ../../project/Packed.java
//SOURCES ../../project/Workspace.java
//FILES ops/runbooks/daily_sales.md=../../../ops/runbooks/daily_sales.md
package operate.runbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import operate.registry.Model;
import project.AtomicFile;
import project.LabException;
import project.Packed;
import project.Workspace;

/**
 * {@code ops/runbooks/<model>.md}: what a person needs who is called at night. Its form is Markdown
 * that reads well by itself; see {@link RunbookReader} for what it has to hold.
 *
 * @param file as error messages name it
 * @param model the job it is about
 * @param facts Owner, Tier, Purpose, Schedule and Last rehearsed, by these names
 * @param inputs tables that the job reads, in file order
 * @param outputs tables that it writes
 * @param slos what it promises, as {@code MTTR < 60 min}, in file order
 * @param failures what may happen, in file order
 * @param commands all commands of the file, those of the failures among them, in file order
 */
public record Runbook(
    Path file,
    String model,
    Map<String, Fact> facts,
    List<Fact> inputs,
    List<Fact> outputs,
    List<Fact> slos,
    List<KnownFailure> failures,
    List<RunbookCommand> commands) {

  /** A fact, and the line it stands on. */
  public record Fact(String value, int line) {}

  /**
   * The runbook of a model: the workspace's own, or else the lab's, which travels with the script.
   *
   * @throws LabException when there is none, or it is not one
   */
  public static Runbook of(String model, Workspace workspace) {
    Path file = place(model, workspace);
    String name = "ops/runbooks/%s.md".formatted(model);
    if (Files.exists(file)) {
      return read(file);
    }
    String text =
        Packed.find("/" + name)
            .orElseThrow(
                () ->
                    LabException.failed(
                        ("No runbook %s, wanted one for the model %s. ops/runbooks/daily_sales.md"
                                + " shows its form")
                            .formatted(workspace.fromHere(file), model)));
    return RunbookReader.read(Path.of(name), text);
  }

  /** Where the runbook of a model is, whether it is there or not. */
  public static Path place(String model, Workspace workspace) {
    return workspace.ops("runbooks/" + model + ".md");
  }

  /**
   * The runbook in a file.
   *
   * @throws LabException when it is missing, or naming the first line that is not as wanted
   */
  public static Runbook read(Path file) {
    return RunbookReader.read(file, text(file));
  }

  /** The same from text at hand; {@code file} is for messages. */
  public static Runbook parse(Path file, String text) {
    return RunbookReader.read(file, text);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw LabException.failed("No runbook %s, wanted a Markdown file".formatted(file), e);
    } catch (IOException e) {
      throw LabException.failed("Cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** The value of a fact: {@code Owner}, {@code Tier}. */
  public String fact(String name) {
    return facts.get(name).value();
  }

  /**
   * The failure of this id.
   *
   * @throws LabException naming those that there are
   */
  public KnownFailure failure(String id) {
    return failures.stream()
        .filter(f -> f.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                LabException.failed(
                    "%s has no failure %s (found: %s)"
                        .formatted(
                            file,
                            id,
                            failures.stream()
                                .map(KnownFailure::id)
                                .collect(Collectors.joining(", ")))));
  }

  /**
   * The first failure that explains a sentence of the lab.
   *
   * @return empty when it is not in the runbook
   */
  public Optional<KnownFailure> explaining(String said) {
    return failures.stream().filter(f -> f.explains(said)).findFirst();
  }

  /**
   * What stands here otherwise than in the registry, a sentence each, by line.
   *
   * @return empty when owner, tier, schedule, inputs and outputs are the same
   */
  public List<String> differences(Model registered) {
    List<String> found = new ArrayList<>();
    differs(found, "Owner", registered.owner());
    differs(found, "Tier", registered.tier());
    differs(found, "Schedule", registered.schedule());
    differs(found, "Inputs", inputs, registered.inputs());
    differs(found, "Outputs", outputs, registered.outputs());
    return List.copyOf(found);
  }

  /**
   * Where its SLOs are not those of {@code ops/slo.yaml}, a sentence each; empty when they are.
   *
   * @param objectives of the model, as {@code MTTR < 60 min}; empty when it has none
   */
  public List<String> sloDifferences(List<String> objectives) {
    List<String> found = new ArrayList<>();
    List<String> here = slos.stream().map(Fact::value).toList();
    slos.stream()
        .filter(slo -> !objectives.contains(slo.value()))
        .forEach(
            slo ->
                found.add(
                    "%s line %d: the SLO '%s' is not in ops/slo.yaml (there: %s)"
                        .formatted(
                            file,
                            slo.line(),
                            slo.value(),
                            objectives.isEmpty() ? "none" : String.join(", ", objectives))));
    objectives.stream()
        .filter(objective -> !here.contains(objective))
        .forEach(
            objective ->
                found.add("%s lacks the SLO '%s' of ops/slo.yaml".formatted(file, objective)));
    return List.copyOf(found);
  }

  private void differs(List<String> found, String name, String registered) {
    Fact fact = facts.get(name);
    if (!fact.value().equals(registered)) {
      found.add(
          "%s line %d: %s is %s, the registry has %s"
              .formatted(file, fact.line(), name, fact.value(), registered));
    }
  }

  private void differs(List<String> found, String name, List<Fact> facts, List<String> registered) {
    List<String> here = facts.stream().map(Fact::value).toList();
    if (!new HashSet<>(here).equals(new HashSet<>(registered))) {
      found.add(
          "%s line %d: %s are %s, the registry has %s"
              .formatted(
                  file,
                  facts.isEmpty() ? 1 : facts.get(0).line(),
                  name,
                  here.isEmpty() ? "none" : String.join(", ", here),
                  String.join(", ", registered)));
    }
  }

  /**
   * Notes in the file that a failure was rehearsed, with it and at the top; everything else in it
   * stays as it is, and a reader sees the old or the new file.
   *
   * @param id of the failure
   * @param how it went, {@code repaired in 42 s}
   * @return the runbook as it is now
   * @throws LabException when the file has no such failure, or cannot be read or written
   */
  public static Runbook rehearsed(Path file, String id, LocalDate day, String how) {
    String text = text(file);
    Runbook before = RunbookReader.read(file, text);
    KnownFailure failure = before.failure(id);
    String[] lines = text.split("\n", -1);
    int top = before.facts().get(FailureDraft.REHEARSED).line();
    lines[top - 1] = replaced(lines[top - 1], before.fact(FailureDraft.REHEARSED), "" + day);
    for (int i = failure.line(); i < lines.length; i++) {
      if (lines[i].startsWith("**%s:**".formatted(FailureDraft.REHEARSED))) {
        lines[i] =
            replaced(lines[i], failure.lastRehearsed(), day + ", " + how.replaceAll("\\s+", " "));
        break;
      }
    }
    String after = String.join("\n", lines);
    Runbook read = RunbookReader.read(file, after);
    AtomicFile.write(file, after);
    return read;
  }

  /** Only the value: what stands around it, and how the line ends, stays. */
  private static String replaced(String line, String old, String now) {
    int at = line.lastIndexOf(old);
    return line.substring(0, at) + now + line.substring(at + old.length());
  }
}
