package runs;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

  /** The command line of the script that runs its job. */
  List<String> arguments() {
    return job.subList(1, job.size());
  }

  /** The task slots its job is started with, 0 for all. */
  int cores() {
    int option = job.indexOf("--cores");
    return option < 0 ? 0 : Integer.parseInt(job.get(option + 1));
  }

  /** The Spark settings that its job is started with, laid over those of {@code conf/}. */
  Map<String, String> conf() {
    Map<String, String> conf = new LinkedHashMap<>();
    for (int i = 1; i < job.size(); i++) {
      if (job.get(i - 1).equals("--conf")) {
        String[] setting = job.get(i).split("=", 2);
        conf.put(setting[0], setting[1]);
      }
    }
    return conf;
  }

  /** The steps that a job of the lab runs in their tuned form; the caller may change the set. */
  public Set<String> steps() {
    Set<String> steps = new LinkedHashSet<>(List.of(what.split(" ", 2)[0].split(",")));
    steps.remove("none");
    return steps;
  }

  /** The Spark settings of this arm alone, as they were typed; empty when there are none. */
  public String settings() {
    String[] parts = what.split(" ", 2);
    return parts.length > 1 ? parts[1] : "";
  }
}
