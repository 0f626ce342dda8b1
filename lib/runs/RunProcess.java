package runs;

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

  /** Ends the process and all that it started, unless they are gone. */
  void end() {
    handle()
        .ifPresent(
            process -> {
              // A shell that is told to end leaves what it started running.
              process.descendants().forEach(ProcessHandle::destroy);
              process.destroy();
            });
  }

  private boolean isStart(Instant found) {
    return Duration.between(found, start).abs().compareTo(CLOCK_TICK) < 0;
  }

  private Optional<ProcessHandle> handle() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(p -> p.info().startInstant().filter(this::isStart).isPresent());
  }
}
