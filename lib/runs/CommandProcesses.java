//SOURCES RunProcess.java
package runs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a command of the reader's started and still runs. Whatever a process starts inherits its
 * environment, and so a variable there, {@value #MARK}, finds also what outlived its shell and
 * belongs to nobody any more. Only Linux shows environments; elsewhere the command's own process
 * and its descendants are found, as long as that process lives.
 *
 * @param runId of the run that the command is; what the variable holds
 * @param command its own process; empty when that was not noted
 */
record CommandProcesses(String runId, Optional<RunProcess> command) {
  /** The environment variable that a command is started with. */
  static final String MARK = "LAB_RUN_ID";

  /** To end its affairs after TERM; a Spark session needs a few seconds. */
  private static final Duration AFTER_TERM = Duration.ofSeconds(5);

  private static final Duration AFTER_KILL = Duration.ofSeconds(2);
  private static final long LOOK_MS = 20;

  /** The numbers of processes, for a sentence. */
  static String numbers(List<ProcessHandle> processes) {
    return processes.stream().map(p -> "" + p.pid()).collect(Collectors.joining(", "));
  }

  /** Those that run. */
  List<ProcessHandle> running() {
    Stream<ProcessHandle> roots =
        Stream.concat(
            command.flatMap(RunProcess::handle).stream(),
            ProcessHandle.allProcesses().filter(this::isMarked));
    return roots
        .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
        .collect(Collectors.toCollection(LinkedHashSet::new))
        .stream()
        .filter(p -> !p.equals(ProcessHandle.current()) && RunProcess.runs(p))
        .toList();
  }

  private boolean isMarked(ProcessHandle process) {
    try {
      Path file = Path.of("/proc", Long.toString(process.pid()), "environ");
      String[] variables =
          new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\0");
      return Arrays.asList(variables).contains(MARK + "=" + runId);
    } catch (IOException goneOrAnotherUsersOrNotLinux) {
      return false;
    }
  }

  /**
   * Ends them, and waits until they are gone: by TERM, then by KILL.
   *
   * @return those that run on all the same
   */
  List<ProcessHandle> end() {
    try {
      return end(false, AFTER_TERM).isEmpty() ? List.of() : end(true, AFTER_KILL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return running();
    }
  }

  /** Looks again and again: what is told to end may start something else first. */
  private List<ProcessHandle> end(boolean forcibly, Duration wait) throws InterruptedException {
    long limit = System.nanoTime() + wait.toNanos();
    Set<ProcessHandle> told = new HashSet<>();
    List<ProcessHandle> left = running();
    while (!left.isEmpty() && System.nanoTime() < limit) {
      left.stream()
          .filter(told::add)
          .forEach(forcibly ? ProcessHandle::destroyForcibly : ProcessHandle::destroy);
      Thread.sleep(LOOK_MS);
      left = running();
    }
    return left;
  }
}
