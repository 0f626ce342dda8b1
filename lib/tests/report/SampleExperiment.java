//SOURCES SampleRuns.java
//SOURCES ../../runs/ExperimentPlan.java
package tests.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import runs.Arm;
import runs.ExperimentPlan;
import runs.ExperimentPlan.Kind;
import runs.Run;
import runs.Status;

/** An experiment as the lab would leave it: a warm-up couple, then rounds in the order AB BA. */
record SampleExperiment(ExperimentPlan plan, List<Run> runs) {
  /** A little noise, the same at every call; other times in each of five rounds. */
  private static final double[] NOISE = {1.004, 0.991, 1.012, 0.997, 1.006, 0.988, 1.009};

  private static final List<String> STEPS =
      List.of("native", "pruning", "broadcast", "aqe", "partitions", "output");

  /** Seconds of each rung of a ladder; native does nothing, broadcast nearly everything. */
  private static final double[] RUNGS = {12.4, 12.38, 10.9, 6.2, 5.1, 4.0, 3.7};

  /** Two arms with these times; {@code minute} is when it starts. */
  static SampleExperiment pair(
      String id, int minute, String a, double aSec, String b, double bSec, int rounds) {
    Map<String, Double> arms = new LinkedHashMap<>();
    arms.put(a, aSec);
    arms.put(b, bSec);
    Kind kind = b.equals(a + "-again") ? Kind.AA : Kind.PAIR;
    return of(id, kind, minute, arms, List.of(), rounds);
  }

  /** Six steps, one after the other, each left out, and two tried on top. */
  static SampleExperiment ladder(String id, int minute, int rounds) {
    Map<String, Double> arms = new LinkedHashMap<>();
    List<String> set = new ArrayList<>();
    arms.put("none", RUNGS[0]);
    for (int i = 0; i < STEPS.size(); i++) {
      set.add(STEPS.get(i));
      arms.put(String.join(",", set), RUNGS[i + 1]);
    }
    for (String step : STEPS) {
      List<String> others = new ArrayList<>(STEPS);
      others.remove(step);
      arms.putIfAbsent(String.join(",", others), step.equals("broadcast") ? 7.8 : 3.72);
    }
    arms.put(String.join(",", STEPS) + ",compacted", 2.1);
    arms.put(String.join(",", STEPS) + ",salting", 4.6);
    return of(id, Kind.LADDER, minute, arms, STEPS, rounds);
  }

  private static SampleExperiment of(
      String id, Kind kind, int minute, Map<String, Double> times, List<String> steps, int rounds) {
    List<Arm> arms =
        times.keySet().stream()
            .map(what -> new Arm(label(what), what, List.of("job_steps", what), ""))
            .toList();
    ExperimentPlan plan =
        new ExperimentPlan(
            id,
            kind,
            "daily_sales",
            arms,
            steps,
            List.of(),
            false,
            rounds,
            "2g",
            2.5,
            "d4t4",
            List.of());
    List<Run> runs = new ArrayList<>();
    int at = minute;
    for (int round = 0; round <= rounds; round++) {
      List<String> order = new ArrayList<>(times.keySet());
      if (round == 0) {
        order = List.of(order.get(0), order.get(order.size() - 1));
      } else if (round % 2 == 0) {
        Collections.reverse(order);
      }
      for (String what : order) {
        // Of a couple the arms have their own noise; a ladder's has many.
        int place = 3 * round + times.keySet().stream().toList().indexOf(what);
        double sec = times.get(what) * NOISE[place % NOISE.length];
        runs.add(SampleRuns.inRound(SampleRuns.run(label(what), at++, sec), id, round));
      }
    }
    return new SampleExperiment(plan, runs);
  }

  private static String label(String what) {
    return what.replace(',', '+');
  }

  /** The same plan in one warm JVM; no further runs. */
  SampleExperiment warm() {
    return new SampleExperiment(plan(true, plan.arguments()), List.of());
  }

  /** The same in two warm JVMs: stopped after some rounds, warmed up again and gone on with. */
  SampleExperiment warmStoppedAfter(int rounds) {
    List<Run> both = new ArrayList<>();
    runs.stream().filter(r -> r.pair().getAsInt() <= rounds).forEach(both::add);
    runs.stream()
        .filter(r -> r.warmUp() || r.pair().getAsInt() > rounds)
        .map(SampleExperiment::later)
        .forEach(both::add);
    return new SampleExperiment(plan(true, plan.arguments()), both);
  }

  private static Run later(Run r) {
    Run later = SampleRuns.run(r.variant(), minute(r) + 1000, r.durationSec());
    return SampleRuns.inRound(later, r.experiment(), r.pair().getAsInt());
  }

  private static int minute(Run r) {
    return (int) ((r.startTime().getEpochSecond() - SampleRuns.START.getEpochSecond()) / 60);
  }

  /** The same, started with this command line. */
  SampleExperiment typed(String... arguments) {
    return new SampleExperiment(plan(false, List.of(arguments)), runs);
  }

  private ExperimentPlan plan(boolean warm, List<String> arguments) {
    ExperimentPlan p = plan;
    return new ExperimentPlan(
        p.id(),
        p.kind(),
        p.jobName(),
        p.arms(),
        p.steps(),
        p.key(),
        warm,
        p.rounds(),
        p.memory(),
        p.rateEurPerHour(),
        p.dataFingerprint(),
        arguments);
  }

  /** The same with another run in the place of one of a round. */
  SampleExperiment with(String label, int round, UnaryOperator<Run> change) {
    List<Run> changed = new ArrayList<>(runs);
    changed.replaceAll(
        r -> r.variant().equals(label) && r.pair().getAsInt() == round ? change.apply(r) : r);
    return new SampleExperiment(plan, changed);
  }

  /** The same with another run in the place of every one of an arm. */
  SampleExperiment with(String label, UnaryOperator<Run> change) {
    List<Run> changed = new ArrayList<>(runs);
    changed.replaceAll(r -> r.variant().equals(label) ? change.apply(r) : r);
    return new SampleExperiment(plan, changed);
  }

  /** A run of an arm that failed in its round. */
  static Run failed(Run r, String error) {
    Run failed =
        SampleRuns.failed(r.variant(), minute(r), Status.FAILED, error);
    return SampleRuns.inRound(failed, r.experiment(), r.pair().getAsInt());
  }

  /** The run of an arm in a round. */
  Run run(String label, int round) {
    return runs.stream()
        .filter(r -> r.variant().equals(label) && r.pair().getAsInt() == round)
        .findFirst()
        .orElseThrow();
  }
}
