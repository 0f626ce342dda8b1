//SOURCES ../operate/registry/Registry.java
//SOURCES SimulatedHistory.java
//SOURCES ../project/AtomicFile.java
//SOURCES ../project/LabException.java
package portfolio;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import operate.registry.Registry;
import portfolio.ModelRun.Outcome;
import project.AtomicFile;
import project.LabException;

/**
 * A simulated history as files: a log with the columns of {@code ops/job_runs.csv} that fit, in
 * which every line says that it is simulated; a registry; and, apart from both, the truth.
 *
 * @param log the runs
 * @param registry beside it, {@code <log>_registry.csv}
 * @param truth beside it, {@code <log>_truth.csv}: who is an offender and who only looks like one
 */
public record SimulationFiles(Path log, Path registry, Path truth) {
  private static final String HEADER =
      "run_id,job_name,start_time,end_time,duration_sec,status,cluster_cost_eur_hr,cost_eur,owner,"
          + "tier,schedule,simulated,error";

  private static final String TRUTH = "model_name,offender,kind,since,what";

  private static final String FLAG = ",simulated,";

  /** The three files of a log. */
  public static SimulationFiles of(Path log) {
    String name = log.getFileName().toString().replaceFirst("\\.csv$", "");
    return new SimulationFiles(
        log, log.resolveSibling(name + "_registry.csv"), log.resolveSibling(name + "_truth.csv"));
  }

  /**
   * Writes all three.
   *
   * @throws LabException when a log is there that was not simulated
   */
  public void write(SimulatedHistory history) {
    refuseRealRuns();
    AtomicFile.write(log, runs(history));
    AtomicFile.write(registry, registry(history));
    AtomicFile.write(truth, truth(history));
  }

  private void refuseRealRuns() {
    if (!Files.exists(log)) {
      return;
    }
    try (BufferedReader in = Files.newBufferedReader(log)) {
      String header = in.readLine();
      if (header == null || !header.contains(FLAG)) {
        throw LabException.failed(
            "%s is there and is no simulated log; nothing is written over it. Choose another --out"
                .formatted(log));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Line(SimulatedModel model, ModelRun run) {}

  /** As a log grows: a line when a run ends. */
  private static String runs(SimulatedHistory history) {
    List<Line> lines = new ArrayList<>(history.size());
    for (SimulatedModel model : history.models()) {
      history.runs().get(model.number()).forEach(r -> lines.add(new Line(model, r)));
    }
    lines.sort(Comparator.comparing((Line l) -> l.run.end()).thenComparing(l -> l.model.number()));
    StringBuilder text = new StringBuilder(lines.size() * 170).append(HEADER).append('\n');
    for (int i = 0; i < lines.size(); i++) {
      append(text, "sim-" + history.simulation().seed() + "-" + (i + 1), lines.get(i));
    }
    return text.toString();
  }

  private static void append(StringBuilder text, String id, Line line) {
    ModelRun run = line.run;
    List<Object> values =
        List.of(
            id,
            line.model.name(),
            run.start(),
            run.end(),
            decimals(run.durationSec(), 3),
            run.succeeded() ? "SUCCESS" : run.outcome(),
            decimals(line.model.behaviour().eurPerHour(), 3),
            decimals(run.costEur(), 8),
            line.model.owner(),
            line.model.tier(),
            line.model.schedule(),
            true,
            error(run.outcome()));
    for (int i = 0; i < values.size(); i++) {
      text.append(i == 0 ? "" : ",").append(values.get(i));
    }
    text.append('\n');
  }

  private static String error(Outcome outcome) {
    return switch (outcome) {
      case SUCCEEDED -> "";
      case FAILED -> "simulated failure";
      case ABORTED -> "simulated kill";
    };
  }

  private static String decimals(double value, int digits) {
    return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).toPlainString();
  }

  private static String registry(SimulatedHistory history) {
    StringBuilder text = new StringBuilder(String.join(",", Registry.COLUMNS)).append('\n');
    for (SimulatedModel m : history.models()) {
      text.append(
          "%s,%s,Simulated: no such model exists,%s,%s,%s,%s%n"
              .formatted(
                  m.name(),
                  m.owner(),
                  String.join(";", m.inputs()),
                  m.output(),
                  m.schedule(),
                  m.tier()));
    }
    return text.toString().replace("\r\n", "\n");
  }

  private static String truth(SimulatedHistory history) {
    StringBuilder text = new StringBuilder(TRUTH).append('\n');
    for (SimulatedModel m : history.models()) {
      if (m.role() != SimulatedRole.HEALTHY) {
        text.append(
            "%s,%s,%s,%s,%s\n"
                .formatted(
                    m.name(), m.role().offender(), m.role().id(), since(m, history), what(m)));
      }
    }
    return text.toString();
  }

  /** The day from which, or on which, it shows; empty when it always does. */
  private static String since(SimulatedModel model, SimulatedHistory history) {
    boolean dated =
        switch (model.role()) {
          case NOT_REPAIRED, STALE, ONE_BAD_DAY -> true;
          default -> false;
        };
    return dated
        ? history.simulation().firstDay().plusDays(model.behaviour().special()).toString()
        : "";
  }

  private static String what(SimulatedModel model) {
    SimulatedBehaviour b = model.behaviour();
    return switch (model.role()) {
      case HEALTHY -> "";
      case COST_HOG -> "%s EUR an hour".formatted(decimals(b.eurPerHour(), 2));
      case SLOW_DRIFT -> "grows %s %% a day".formatted(decimals(100 * b.growthPerDay(), 2));
      case FLAKY -> "%s %% of its runs fail".formatted(decimals(100 * b.failureShare(), 1));
      case NOT_REPAIRED -> "fails from this day on";
      case MONTH_END ->
          "%s times as long %s"
              .formatted(
                  decimals(b.factor(), 1),
                  b.special() == 0 ? "on the last of a month" : "on the first of a month");
      case STALE -> "does not run any more from this day on";
      case WORTH_ITS_COST -> "T1 at %s EUR an hour".formatted(decimals(b.eurPerHour(), 2));
      case ONE_BAD_DAY -> "%s times as long on this day only".formatted(decimals(b.factor(), 1));
      case SLOW_AND_STEADY -> "takes %s s and always has".formatted(decimals(b.medianSec(), 0));
      case JUST_FAILED -> "its last run failed";
    };
  }
}
