package runs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The process a run lives in, or a folder of its own belongs to.
 *
 * @param pid its number
 * @param start when it started, since numbers are used again
 */
public record RunProcess(long pid, Instant start) {

  /** Process start times are read from the system twice and may differ by its clock's tick. */
  private static final Duration CLOCK_TICK = Duration.ofSeconds(2);

  /** This process. */
  public static RunProcess self() {
    return of(ProcessHandle.current());
  }

  /** A process that is alive. */
  static RunProcess of(ProcessHandle process) {
    return new RunProcess(
        process.pid(), process.info().startInstant().orElseGet(Instant::now));
  }

  /** Whether the process is still there. */
  public boolean isAlive() {
    return handle().isPresent();
  }

  /** The process, unless it is gone. */
  Optional<ProcessHandle> handle() {
    return ProcessHandle.of(pid)
        .filter(RunProcess::runs)
        .filter(p -> p.info().startInstant().filter(this::isStart).isPresent());
  }

  private boolean isStart(Instant found) {
    return Duration.between(found, start).abs().compareTo(CLOCK_TICK) < 0;
  }

  /** Whether it is alive: one that nobody has taken leave of is listed, and runs no more. */
  static boolean runs(ProcessHandle process) {
    return process.isAlive() && !isZombie(process.pid());
  }

  /** By Linux' own file, where the state follows the name in brackets; false elsewhere. */
  private static boolean isZombie(long pid) {
    try {
      Path file = Path.of("/proc", Long.toString(pid), "stat");
      String stat = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      return stat.startsWith(") Z", stat.lastIndexOf(')'));
    } catch (IOException goneOrNotLinux) {
      return false;
    }
  }
}
