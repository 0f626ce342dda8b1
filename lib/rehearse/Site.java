//SOURCES Answer.java
//SOURCES JobKiller.java
//SOURCES Said.java
//SOURCES SiteData.java
//SOURCES ../project/FileTree.java
//SOURCES ../project/Interruption.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Workspace.java
//SOURCES ../runs/RunLog.java
//SOURCES ../runs/Scratch.java
//SOURCES ../runs/ScriptProcess.java
//SOURCES ../spark/EvidenceFiles.java
package rehearse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import project.FileTree;
import project.Interruption;
import project.LabException;
import project.Workspace;
import runs.Run;
import runs.RunLog;
import runs.Scratch;
import runs.ScriptProcess;
import spark.EvidenceFiles;
import spark.RunEvidence;

/**
 * Where rehearsals take place: a workspace of its own in the system's folder for temporary files,
 * with data and a run log of its own, so that nothing of the reader's is touched. It is removed at
 * the end, whatever that end is.
 */
public final class Site implements AutoCloseable {
  private final Path folder;
  private final Map<String, Class<?>> scripts;
  private final SiteData data;
  private final List<String> typedRows;
  private final Interruption interruption;
  private final List<Said> transcript = new ArrayList<>();
  private final Map<String, String> jobSettings = new LinkedHashMap<>();
  private volatile Optional<ProcessHandle> running = Optional.empty();

  private Site(Path folder, Map<String, Class<?>> scripts, List<String> typedRows) {
    this.folder = folder;
    this.scripts = scripts;
    this.typedRows = typedRows;
    this.data = new SiteData(folder);
    this.interruption = Interruption.handledBy(this::giveUp);
  }

  /**
   * A new, empty one. Sites whose process was killed are removed.
   *
   * @param scripts the lab's commands by their alias
   * @param rows options that the data are made with
   */
  static Site make(Map<String, Class<?>> scripts, List<String> rows) {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    try {
      Path folder = Scratch.folderIn(temporary).toRealPath();
      Workspace around = Workspace.at(folder);
      if (around.checkout()) {
        FileTree.delete(folder);
        throw LabException.failed(
            ("The folder for temporary files, %s, lies inside the checkout %s, wanted one outside:"
                    + " a rehearsal must not touch the lab's own data. Run it again with"
                    + " JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=/tmp")
                .formatted(temporary, around.root()));
      }
      return new Site(folder, scripts, rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The workspace that its commands see. */
  Workspace workspace() {
    return new Workspace(folder, false);
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  /** A path as a reader there would type it. */
  String shown(Path path) {
    return workspace().fromRoot(path);
  }

  /** Its raw tables, as their producers might spoil them. */
  SiteData data() {
    return data;
  }

  /** What a runbook's commands leave open: $DAY, $DATA. */
  Map<String, String> values() {
    return Map.of("DAY", data.day().toString(), "DATA", String.join(" ", typedRows));
  }

  /** Every later command that takes Spark settings gets these. */
  void runJobsWith(Map<String, String> settings) {
    jobSettings.putAll(settings);
  }

  /** The opposite of {@link #runJobsWith}. */
  void runJobsAsTheyAre() {
    jobSettings.clear();
  }

  /** Makes the data with more options than they usually have. */
  void generate(String... more) {
    List<String> words = new ArrayList<>(List.of("generate_data"));
    words.addAll(typedRows);
    words.addAll(List.of(more));
    mustSucceed(lab(words.toArray(String[]::new)));
  }

  /** Types a command of the lab. */
  Said lab(String... words) {
    return run(Arrays.asList(words), true, started -> {});
  }

  /** Types a command of a runbook. */
  Said run(List<String> words, boolean ofTheLab) {
    return run(words, ofTheLab, started -> {});
  }

  /** Types a job, and kills the JVM it runs in while its output is being written. */
  Said labKilled(String alias) {
    Path output = workspace().table("silver", "daily_sales", alias);
    return run(List.of(alias), true, command -> JobKiller.watch(command, output));
  }

  private Said run(List<String> words, boolean ofTheLab, Consumer<ProcessHandle> onStart) {
    Path out = path("said-%d.out".formatted(transcript.size()));
    Path err = path("said-%d.err".formatted(transcript.size()));
    Consumer<ProcessHandle> noted =
        process -> {
          running = Optional.of(process);
          onStart.accept(process);
        };
    int exit =
        ofTheLab
            ? ScriptProcess.run(script(words.get(0)), arguments(words), folder, out, err, noted)
            : ScriptProcess.run(new ProcessBuilder(words), folder, out, err, noted);
    running = Optional.empty();
    try {
      Said said = new Said(words, ofTheLab, exit, Files.readString(out), Files.readString(err));
      transcript.add(said);
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Class<?> script(String alias) {
    return Optional.ofNullable(scripts.get(alias))
        .orElseThrow(
            () ->
                LabException.failed(
                    "The runbook's command %s is not one that a rehearsal knows (found: %s)"
                        .formatted(alias, String.join(", ", scripts.keySet()))));
  }

  private List<String> arguments(List<String> words) {
    List<String> arguments = new ArrayList<>(words.subList(1, words.size()));
    if (List.of("baseline", "optimized").contains(words.get(0))) {
      jobSettings.forEach((key, value) -> arguments.addAll(List.of("--conf", key + "=" + value)));
    }
    return arguments;
  }

  /**
   * Stops the rehearsal when a command that has nothing to do with the fault failed.
   *
   * @throws LabException with what it said
   */
  void mustSucceed(Said said) {
    if (!said.succeeded()) {
      throw LabException.failed(
          "%s failed where everything was healthy: %s".formatted(said.typed(), said.sentence()));
    }
  }

  /** The run log, oldest first. */
  List<Run> runs() {
    return new RunLog(workspace().runs()).read().runs();
  }

  /** What Spark said about a run. */
  Optional<RunEvidence> evidence(String runId) {
    return new EvidenceFiles(workspace().ops("events")).read(runId).evidence();
  }

  /** Everything typed so far and what was said. */
  List<Said> transcript() {
    return List.copyOf(transcript);
  }

  @Override
  public void close() {
    interruption.close();
    data.close();
    FileTree.delete(folder);
  }

  private String giveUp() {
    running.ifPresent(
        process -> {
          process.descendants().forEach(ProcessHandle::destroyForcibly);
          process.destroyForcibly();
          process.onExit().join();
        });
    FileTree.delete(folder);
    return "The place of the rehearsal is removed.";
  }
}
