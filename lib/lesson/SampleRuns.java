//SOURCES ../compare/EurRange.java
//SOURCES ../compare/Pair.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Workspace.java
//SOURCES ../runs/ExperimentPlan.java
//SOURCES ../runs/RunLog.java
package lesson;

import compare.EurRange;
import compare.Pair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import project.LabException;
import project.Workspace;
import runs.ExperimentPlan;
import runs.Run;
import runs.RunLog;

/**
 * The measured runs that the lab keeps in {@code ops/sample}, for notebooks about numbers that the
 * small data cannot give.
 *
 * @param folder they lie in, with the logs beside them
 * @param plans one for each experiment, of each kind at least one
 * @param log every run, in the order of the file
 */
public record SampleRuns(Path folder, List<ExperimentPlan> plans, List<Run> log) {

  private static final Pattern PRICE = Pattern.compile("at ([0-9.]+) to ([0-9.]+) EUR per hour");

  /**
   * Reads them.
   *
   * @throws LabException when the current folder is not inside a checkout
   */
  public static SampleRuns open() {
    return in(Workspace.here());
  }

  /** Those of a checkout. */
  public static SampleRuns in(Workspace workspace) {
    Path folder = workspace.requireCheckout("This notebook", "notebook list").ops("sample");
    return new SampleRuns(
        folder,
        ExperimentPlan.all(folder.resolve("experiments")),
        new RunLog(folder.resolve("job_runs.csv")).read().runs());
  }

  /**
   * The runs of a variant that count, in the order of their rounds.
   *
   * @throws IllegalArgumentException naming the variants that there are, when this one is not there
   */
  public List<Run> runs(ExperimentPlan.Kind kind, String variant) {
    List<Run> found = of(kind, r -> r.variant().equals(variant) && r.counts());
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "the %s experiment has no runs of %s, it has %s"
              .formatted(
                  kind,
                  variant,
                  of(kind, Run::counts).stream().map(Run::variant).distinct().toList()));
    }
    return found;
  }

  /** The warm-up, which does not count. */
  public List<Run> warmUp(ExperimentPlan.Kind kind) {
    return of(kind, Run::warmUp);
  }

  /** The times of two variants, round by round, where both have one that counts. */
  public List<Pair> pairs(ExperimentPlan.Kind kind, String before, String after) {
    Map<Integer, Double> afterSec =
        runs(kind, after).stream()
            .collect(Collectors.toMap(r -> r.pair().orElseThrow(), Run::durationSec));
    return runs(kind, before).stream()
        .filter(r -> afterSec.containsKey(r.pair().orElseThrow()))
        .map(r -> new Pair(r.durationSec(), afterSec.get(r.pair().orElseThrow())))
        .toList();
  }

  /**
   * The range of prices that the report beside the runs gives, whatever conf/lab.properties says
   * by now.
   */
  public EurRange eurPerHour() throws IOException {
    Matcher said = PRICE.matcher(Files.readString(folder.resolve("report.md")));
    if (!said.find()) {
      throw new IllegalStateException(folder.resolve("report.md") + " names no range of prices");
    }
    return new EurRange(Double.parseDouble(said.group(1)), Double.parseDouble(said.group(2)));
  }

  private List<Run> of(ExperimentPlan.Kind kind, Predicate<Run> wanted) {
    String id =
        plans.stream().filter(p -> p.kind() == kind).findFirst().map(ExperimentPlan::id).orElse("");
    return log.stream()
        .filter(r -> r.experiment().equals(id) && r.pair().isPresent())
        .filter(wanted)
        .sorted(Comparator.comparingInt(r -> r.pair().getAsInt()))
        .toList();
  }
}
