//SOURCES Findings.java
//SOURCES Numbers.java
//SOURCES ../compare/Interval.java
//SOURCES ../compare/NoiseBand.java
//SOURCES ../compare/ParityCheck.java
//SOURCES ../compare/SpeedUp.java
//SOURCES ../project/Launcher.java
package report;

import compare.Interval;
import compare.NoiseBand;
import compare.ParityCheck;
import compare.SpeedUp;
import java.util.List;
import project.Launcher;

/**
 * The result in one sentence.
 *
 * @param lead the claim, or that there is none: {@code daily_sales runs 3.4x faster}
 * @param facts the numbers behind it
 * @param qualifier how far to trust it
 */
public record Headline(String lead, String facts, String qualifier) {
  /** What the findings come to. */
  static Headline of(Findings f) {
    if (!f.selection().complete()) {
      return oneSided(f);
    }
    return switch (f.answers().state()) {
      case IDENTICAL -> claim(f, f.speedUp().orElseThrow());
      case DIFFERENT -> different(f);
      case NOT_CHECKED ->
          new Headline(
              "The outputs of %s were not compared".formatted(f.job()),
              "there is no speed claim without the same answer",
              "Run: " + Launcher.command("demo"));
    };
  }

  private static Headline oneSided(Findings f) {
    Sample sample =
        f.selection().samples().stream().filter(s -> !s.isEmpty()).findFirst().orElseThrow();
    Durations d = f.durations(sample);
    return new Headline(
        "%s/%s takes %s".formatted(f.job(), sample.side().variant(), Numbers.seconds(d.p50())),
        "p50 of %s, %s per run"
            .formatted(Numbers.runs(d.runs()), Numbers.eur(f.cost().ofRun(d.avg()))),
        f.missing());
  }

  private static Headline different(Findings f) {
    List<ParityCheck> failed = f.answers().failedChecks();
    String what =
        failed.isEmpty()
            ? "their fingerprints are not equal"
            : "the check '%s' failed (%s against %s)"
                .formatted(failed.get(0).name(), failed.get(0).left(), failed.get(0).right());
    return new Headline(
        "The outputs of %s DIFFER".formatted(f.job()),
        "%s; without the same answer there is no speed claim".formatted(what),
        "Correct the job, then run: " + Launcher.command("demo"));
  }

  private static Headline claim(Findings f, SpeedUp speedUp) {
    Durations before = f.durations(f.selection().baseline());
    Durations after = f.durations(f.selection().optimized());
    String facts =
        "p50 %s -> %s, p95 %s -> %s, %s -> %s per run, outputs identical: yes"
            .formatted(
                Numbers.seconds(before.p50()),
                Numbers.seconds(after.p50()),
                Numbers.seconds(before.p95()),
                Numbers.seconds(after.p95()),
                Numbers.amount(f.cost().ofRun(before.avg())),
                Numbers.eur(f.cost().ofRun(after.avg())));
    return new Headline(f.job() + " " + verdict(speedUp), facts, qualifier(f, speedUp));
  }

  /** The claim alone: {@code runs 3.4x faster}. */
  static String verdict(SpeedUp speedUp) {
    double ratio = speedUp.ratio();
    if (Math.max(ratio, 1 / ratio) < NoiseBand.PRACTICALLY_EQUAL) {
      return "takes the same time (within 2 %)";
    }
    if (speedUp instanceof SpeedUp.OfPairs ofPairs && ofPairs.interval().contains(1)) {
      return "shows no difference (ratio %s)".formatted(Numbers.ratio(ratio));
    }
    return ratio > 1
        ? "runs %s faster".formatted(Numbers.ratio(ratio))
        : "runs %s slower".formatted(Numbers.ratio(1 / ratio));
  }

  /** Whether the claim is that the optimized job is faster, and the runs bear it out. */
  static boolean isFaster(SpeedUp speedUp) {
    return verdict(speedUp).endsWith("faster");
  }

  /** How far to trust a ratio. */
  static String qualifier(Findings f, SpeedUp speedUp) {
    if (speedUp instanceof SpeedUp.OfPairs ofPairs) {
      Interval i = ofPairs.interval();
      return "%d pairs, 95 %% interval of the ratio %s to %s"
          .formatted(ofPairs.pairs(), Numbers.bound(i.low()), Numbers.bound(i.high()));
    }
    if (speedUp instanceof SpeedUp.OfFewPairs few) {
      return "%s: not enough for an interval (%d wanted), so indicative"
          .formatted(pairs(few.pairs()), SpeedUp.PAIRS_FOR_AN_INTERVAL);
    }
    return "Indicative: the ratio of the medians of %s and %s that were not made in pairs"
        .formatted(
            Numbers.runs(f.selection().baseline().runs().size()),
            Numbers.runs(f.selection().optimized().runs().size()));
  }

  private static String pairs(int count) {
    return count == 1 ? "1 pair" : count + " pairs";
  }

  /** Everything on one line. */
  String sentence() {
    return "%s: %s. %s.".formatted(lead, facts, qualifier.replaceFirst("\\.$", ""));
  }
}
