//SOURCES Arm.java
//SOURCES CommandProcesses.java
//SOURCES EnvironmentProbe.java
//SOURCES RunRecorder.java
//SOURCES RunStart.java
//SOURCES ../project/Interruption.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Workspace.java
package runs;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import project.Interruption;
import project.Workspace;

/**
 * One run of a command of the reader's, logged like a job's. The clock covers the whole process;
 * what it writes to stdout and stderr goes to this process's stderr. The command finds the folder
 * it is to write in the environment variable {@value #OUTPUT}.
 */
record CommandRun(Workspace workspace, RunStart start, Arm arm) {
  /** Without it one command line could not serve both arms of an A/A experiment. */
  private static final String OUTPUT = "LAB_OUTPUT";

  /** Whether the command succeeded and wrote its output; either way the run is in the log. */
  boolean run() throws IOException {
    Path output = Path.of(arm.output()).toAbsolutePath();
    RunRecorder recorder = RunRecorder.start(workspace, start, Optional.empty());
    double load = EnvironmentProbe.loadAverage();
    recorder.environment(EnvironmentProbe.ofCommand(workspace, load));
    recorder.bodyStarts(OptionalDouble.empty());
    Instant from = Instant.now();
    int exit;
    try (Interruption handled = Interruption.handledBy(this::endAll)) {
      exit = JobProcess.waitFor(command(), recorder::runs);
      recorder.bodyEnded();
      if (exit != 0) {
        JobProcess.leaveToInterruption();
      }
    }
    warnOfWhatRunsOn();
    if (exit != 0) {
      recorder.failed("the command ended with exit code %d".formatted(exit));
      return false;
    }
    if (!wroteSince(output, from)) {
      recorder.failed("the command wrote nothing into " + arm.output());
      return false;
    }
    recorder.succeeded();
    return true;
  }

  /** It may be meant to; but the next run is measured beside it. */
  private void warnOfWhatRunsOn() {
    List<ProcessHandle> left = started().running();
    if (!left.isEmpty()) {
      System.err.printf(
          "warning: The command of %s is over, and what it started still runs beside what is"
              + " measured next (%s %s): let the command end it.%n",
          arm.label(), left.size() == 1 ? "process" : "processes", CommandProcesses.numbers(left));
    }
  }

  /** Ctrl-C may have ended the shell already, and what it started in the background is deaf to it. */
  private String endAll() {
    List<ProcessHandle> left = started().end();
    return left.isEmpty()
        ? ""
        : "Process %s of the command cannot be ended.".formatted(CommandProcesses.numbers(left));
  }

  private CommandProcesses started() {
    return new CommandProcesses(start.runId(), Optional.empty());
  }

  private ProcessBuilder command() {
    ProcessBuilder command =
        new ProcessBuilder("sh", "-c", "exec 1>&2 </dev/null\n" + arm.what()).inheritIO();
    command.environment().put(CommandProcesses.MARK, start.runId());
    command.environment().put(OUTPUT, Path.of(arm.output()).toAbsolutePath().toString());
    return command;
  }

  /** File times may be coarser than the clock: a second is granted. */
  private static boolean wroteSince(Path output, Instant from) throws IOException {
    if (!Files.exists(output)) {
      return false;
    }
    long limit = from.minusSeconds(1).toEpochMilli();
    try (Stream<Path> files = Files.walk(output, FileVisitOption.FOLLOW_LINKS)) {
      return files.filter(Files::isRegularFile).anyMatch(f -> f.toFile().lastModified() >= limit);
    }
  }
}
