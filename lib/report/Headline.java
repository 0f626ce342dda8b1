//SOURCES Findings.java
//SOURCES NextCommand.java
//SOURCES Numbers.java
//SOURCES TimeTables.java
//SOURCES ../compare/ParityCheck.java
//SOURCES ../compare/Verdict.java
//SOURCES ../project/Launcher.java
//SOURCES ../project/Quantity.java
//SOURCES ../runs/ExperimentRuns.java
package report;

import compare.ParityCheck;
import compare.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import project.Launcher;
import project.Quantity;
import runs.ExperimentRuns;

/**
 * The result in one sentence.
 *
 * @param lead the claim, or that there is none: {@code daily_sales: 3.31x faster}
 * @param basis how far to trust it: {@code 95 % interval 3.27-3.35, 6 pairs}
 * @param facts the numbers behind it
 * @param next what it saves, or what to do; may be empty
 */
public record Headline(String lead, String basis, String facts, String next) {
  /** What the findings come to. */
  static Headline of(Findings f) {
    if (!f.selection().complete()) {
      return oneSided(f);
    }
    if (!f.selection().conflict().isEmpty()) {
      return conflict(f);
    }
    return switch (f.answers().state()) {
      case IDENTICAL -> compared(f);
      case DIFFERENT -> different(f);
      case NOT_CHECKED ->
          new Headline(
              "The outputs of %s %s".formatted(f.job(), f.answers().notCompared()),
              "there is no speed claim without the same answer",
              "",
              "Run: " + NextCommand.again(f.selection()));
    };
  }

  private static Headline oneSided(Findings f) {
    Sample sample =
        f.selection().samples().stream().filter(s -> !s.isEmpty()).findFirst().orElseThrow();
    Durations d = f.durations(sample);
    return new Headline(
        "%s/%s takes %s".formatted(f.job(), sample.name(), Numbers.seconds(d.p50())),
        "p50 of " + Numbers.runs(d.runs()),
        "%s per run at %s".formatted(Numbers.eur(f.cost().ofRun(d.avg())), f.cost().rate()),
        f.missing());
  }

  private static Headline conflict(Findings f) {
    return new Headline(
        "%s: these runs cannot be compared".formatted(f.job()),
        "they differ in more than what was to be tried",
        f.selection().conflict(),
        "Start it anew: " + NextCommand.again(f.selection()));
  }

  private static Headline different(Findings f) {
    List<ParityCheck> failed = f.answers().failedChecks();
    String what =
        failed.isEmpty()
            ? "their fingerprints are not equal"
            : "the check '%s' failed (%s against %s)%s"
                .formatted(
                    failed.get(0).name(),
                    failed.get(0).left(),
                    failed.get(0).right(),
                    failed.get(0).detail().isEmpty() ? "" : ": " + failed.get(0).detail());
    return new Headline(
        "The outputs of %s DIFFER".formatted(f.job()),
        new Verdict.DifferentAnswer().basis(),
        what,
        "Correct the job, then run: " + NextCommand.again(f.selection()));
  }

  private static Headline compared(Findings f) {
    Verdict verdict = f.verdict().orElseThrow();
    return new Headline(
        f.job() + ": " + verdict.finding(), verdict.basis(), TimeTables.facts(f), next(f, verdict));
  }

  private static String next(Findings f, Verdict verdict) {
    if (verdict instanceof Verdict.NotEnoughRuns few && few.have() == 0) {
      return "Run: " + Launcher.command("demo --pairs " + few.need());
    }
    Optional<ExperimentRuns> lost = f.selection().experiment().filter(e -> e.lost() > 0);
    if (verdict instanceof Verdict.NotEnoughRuns && lost.isPresent()) {
      return "%s dropped; to make up for it: %s"
          .formatted(
              Quantity.count(lost.get().lost(), "pair"),
              Launcher.command("experiment --resume " + lost.get().plan().id()));
    }
    return f.selection().aa() ? f.noise().outcome() : TimeTables.saving(f);
  }

  /** Everything on one line. */
  String sentence() {
    return "%s; %s"
        .formatted(
            basis.contains("(") ? lead + ": " + basis : "%s (%s)".formatted(lead, basis),
            Stream.of(facts, next)
                .filter(part -> !part.isEmpty())
                .map(part -> part.replaceFirst("\\.$", "") + ".")
                .collect(Collectors.joining(" ")));
  }
}
