package runs;

import java.util.List;

/**
 * One of the variants that an experiment alternates: a job of the lab or a command of the reader's.
 *
 * @param label its name in the run log, unique in the experiment
 * @param what it does as the reader typed it: steps or a command line
 * @param job class and arguments of the script that runs it; empty when {@code what} is a command
 *     line for the shell
 * @param output folder a command writes; empty for a job, which publishes by itself
 */
public record Arm(String label, String what, List<String> job, String output) {

  /** Whether the reader's own command is run. */
  public boolean runsCommand() {
    return job.isEmpty();
  }
}
