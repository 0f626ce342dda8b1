//SOURCES Baseline.java
//SOURCES Check.java
//SOURCES ../compare/TailBudget.java
//SOURCES ../compare/TimesApart.java
//SOURCES ../compare/Verdict.java
//SOURCES ../project/Launcher.java
//SOURCES ../project/Quantity.java
package gate;

import compare.Interval;
import compare.NoiseBand;
import compare.Pair;
import compare.Quantile;
import compare.SpeedUp;
import compare.Tail;
import compare.TailBudget;
import compare.TimesApart;
import compare.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import project.Launcher;
import project.Quantity;

/**
 * The checks that look at a clock. None of them fails a change because of a time alone: a budget is
 * broken when so many runs above it are no accident, and a change is slower when runs in turn with
 * the version before it say so, beyond what that version differs from itself.
 */
public final class TimeChecks {
  /** How the check of the time is named. */
  public static final String TIME = "time";

  /**
   * A slow-down that the gate is there to find on any machine that is fit for it: half as long
   * again. Where the times cannot rule it out, nothing is said of them.
   */
  private static final double MUCH_SLOWER = 1.5;

  private TimeChecks() {}

  /**
   * The p95 against its budget.
   *
   * @param sec at least one
   * @param source where the budget stands, {@code ops/slo.yaml}
   */
  public static Check budget(double[] sec, double budgetSec, String source) {
    TailBudget found = TailBudget.of(sec, budgetSec);
    String allowed = "%s (%s)".formatted(seconds(budgetSec), source);
    String now =
        "%d of %s above it; p95 %s"
            .formatted(
                found.over(),
                Quantity.count(found.runs(), "run"),
                seconds(Quantile.of(sec, 0.95)));
    return switch (found.answer()) {
      case BROKEN ->
          Check.wrong(
              "p95 budget",
              allowed,
              now,
              ("the p95 is above its budget of %s: %d of %s took longer, which has a chance of %.1f"
                      + " %% where it is not")
                  .formatted(
                      seconds(budgetSec),
                      found.over(),
                      Quantity.count(found.runs(), "run"),
                      100 * found.chance()));
      case KEPT -> Check.passed("p95 budget", allowed, now, "kept");
      case NOT_SHOWN ->
          Check.open(
              "p95 budget",
              allowed,
              now,
              "not broken",
              "the p95 budget is not shown to be broken, nor to be kept: that takes %d runs"
                  .formatted(Tail.RUNS_FOR_A_BOUND));
    };
  }

  /** The times against those that were stored; a difference is a suspicion. */
  public static Check stored(Baseline baseline, Machine machine, double[] sec) {
    double[] before = baseline.timesSec().stream().mapToDouble(t -> t).toArray();
    String was = median(before);
    String is = median(sec);
    String difference = baseline.machine().differenceOf(machine);
    if (!difference.isEmpty()) {
      return Check.open(
          TIME,
          was,
          is,
          "not compared",
          "the times are not compared with the stored ones (%s); runs of both versions on this machine: %s"
              .formatted(difference, Launcher.command("gate --against")));
    }
    int need = SpeedUp.PAIRS_FOR_AN_INTERVAL;
    if (sec.length < need || before.length < need) {
      return Check.open(
          TIME,
          was,
          is,
          "not compared",
          "the times are not compared: %d and %s, %d each are needed"
              .formatted(before.length, Quantity.count(sec.length, "run"), need));
    }
    TimesApart apart = TimesApart.of(sec, before);
    if (apart.looksSlower()) {
      return Check.open(
          TIME,
          was,
          is,
          "slower?",
          ("%s of the stored runs; they ran at another time, so that only runs in turn decide: %s")
              .formatted(apart.text(), Launcher.command("gate --against")));
    }
    if (apart.looksFaster()) {
      return Check.passed(TIME, was, is, "faster?");
    }
    Interval ratio = apart.ratio().interval();
    return undecided(TIME, was, is, new Interval(1 / ratio.high(), 1 / ratio.low()))
        .orElseGet(
            () ->
                Check.open(
                    TIME,
                    was,
                    is,
                    "cannot tell: the times scatter too much",
                    "%s of the stored runs; runs of both versions in turn may tell: %s"
                        .formatted(apart.text(), Launcher.command("gate --against"))));
  }

  /**
   * What is said of times without a claim: that the job is not slower, where its interval says so,
   * or that no difference is shown.
   *
   * @param speedUp time before / time now
   * @return empty where neither may be said: all of the interval is on the slow side, or it holds a
   *     slow-down that the gate is there to find
   */
  private static Optional<Check> undecided(String name, String was, String is, Interval speedUp) {
    if (speedUp.low() >= 1 / NoiseBand.PRACTICALLY_EQUAL) {
      return Optional.of(Check.passed(name, was, is, "not slower"));
    }
    boolean told = speedUp.high() >= 1 && speedUp.low() > 1 / MUCH_SLOWER;
    return told
        ? Optional.of(Check.passed(name, was, is, "no difference shown"))
        : Optional.empty();
  }

  /** The suspicion that stored times raised, once runs in turn have told what there is to it. */
  public static Check followedUp(Check suspicion, Check inTurn) {
    return inTurn.outcome() == Check.Outcome.OPEN
        ? suspicion
        : Check.passed(
                suspicion.name(), suspicion.baseline(), suspicion.now(), suspicion.word())
            .saying(suspicion.sentence());
  }

  /** Whether a check of the stored times asks for runs in turn. */
  public static boolean isSuspicion(Check check) {
    return check.name().equals(TIME) && check.word().equals("slower?");
  }

  /**
   * The times of both versions, run in turn.
   *
   * @param base name of the version before, as it was asked for
   * @param baseSec its times, a round each
   * @param againSec its times when it ran a second time in the same round: what they differ by is
   *     noise
   * @param nowSec the times of the version that is judged
   * @param sameAnswer whether both gave the same
   */
  public static Check inTurn(
      String base, double[] baseSec, double[] againSec, double[] nowSec, boolean sameAnswer) {
    NoiseBand band = NoiseBand.of(pairs(baseSec, againSec));
    Verdict verdict = Verdict.of(pairs(baseSec, nowSec), sameAnswer, band);
    String was = median(baseSec);
    String is = median(nowSec);
    String name = TIME + ", in turn";
    if (verdict instanceof Verdict.Slower) {
      return Check.failed(name, was, is, "slower than %s: %s".formatted(base, verdict.sentence()));
    }
    if (verdict instanceof Verdict.NotEnoughRuns || verdict instanceof Verdict.DifferentAnswer) {
      return Check.open(name, was, is, "not compared", "no time verdict: " + verdict.sentence());
    }
    String sentence = "against %s: %s".formatted(base, verdict.sentence());
    if (verdict instanceof Verdict.NoDifferenceShown shown) {
      return undecided(name, was, is, shown.speedUp().interval())
          .map(check -> check.saying(sentence))
          .orElseGet(() -> tooNoisy(name, was, is, base, shown));
    }
    String word = verdict instanceof Verdict.Faster ? "faster" : "not slower";
    return Check.passed(name, was, is, word).saying(sentence);
  }

  private static Check tooNoisy(
      String name, String was, String is, String base, Verdict.NoDifferenceShown shown) {
    return Check.open(
        name,
        was,
        is,
        "cannot tell: the machine is too noisy (band %s)".formatted(shown.band().size()),
        "whether it is slower than %s cannot be told: %s; run it on a quieter machine or more often"
            .formatted(base, shown.basis()));
  }

  private static List<Pair> pairs(double[] first, double[] second) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < first.length; i++) {
      pairs.add(new Pair(first[i], second[i]));
    }
    return pairs;
  }

  private static String median(double[] sec) {
    return "median %s of %d".formatted(seconds(Quantile.of(sec, 0.5)), sec.length);
  }

  private static String seconds(double sec) {
    return String.format(Locale.ROOT, "%.2f s", sec);
  }
}
