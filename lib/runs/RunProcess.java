package runs;

import java.time.Duration;
import java.time.Instant;

/**
 * The process a run lives in.
 *
 * @param pid its number
 * @param start when it started, since numbers are used again
 */
record RunProcess(long pid, Instant start) {

  /** Process start times are read from the system twice and may differ by its clock's tick. */
  private static final Duration CLOCK_TICK = Duration.ofSeconds(2);

  /** This process. */
  static RunProcess self() {
    ProcessHandle self = ProcessHandle.current();
    return new RunProcess(self.pid(), self.info().startInstant().orElseGet(Instant::now));
  }

  /** Whether the process is still there. */
  boolean isAlive() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .flatMap(p -> p.info().startInstant())
        .map(s -> Duration.between(s, start).abs().compareTo(CLOCK_TICK) < 0)
        .orElse(false);
  }
}
