//SOURCES Baseline.java
//SOURCES Check.java
//SOURCES ../compare/Parity.java
//SOURCES ../project/Quantity.java
//SOURCES ../runs/Run.java
package gate;

import compare.Parity;
import compare.ParityCheck;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import project.Quantity;
import runs.Run;

/** The checks of what the job gave: that it ran, its answer, its contract. */
public final class AnswerChecks {
  private static final String ANSWER = "answer";

  private AnswerChecks() {}

  /**
   * Whether every run published; a job that breaks its contract, or does not account for every input
   * row, publishes nothing.
   *
   * @param wanted how many were to run
   */
  public static Check runs(List<Run> runs, int wanted) {
    String all = "%d of %d publish".formatted(wanted, wanted);
    return runs.stream()
        .filter(r -> !r.counts())
        .findFirst()
        .map(
            failed ->
                Check.wrong(
                    "runs",
                    all,
                    "%s %s".formatted(which(failed), failed.status()),
                    "%s published nothing. %s"
                        .formatted(which(failed), withoutStop(failed.error()))))
        .orElseGet(() -> Check.same("runs", all, all));
  }

  private static String which(Run run) {
    return run.warmUp() ? "warm-up" : "run " + run.pair().orElse(0);
  }

  private static String withoutStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  /** Whether the job is started to do the same. */
  public static Check settings(Baseline baseline, Run run) {
    String was = "%s (%s)".formatted(baseline.variant(), baseline.settings());
    String is = "%s (%s)".formatted(run.variant(), run.settings());
    return was.equals(is)
        ? Check.same("settings", was, is)
        : Check.failed("settings", was, is, "the job runs as %s, the baseline as %s".formatted(is, was));
  }

  /** Whether the runs gave the baseline's answer, by fingerprints. */
  public static boolean same(Baseline baseline, List<Run> runs) {
    return runs.stream()
        .allMatch(r -> r.output().fingerprint().equals(baseline.answer().fingerprint()));
  }

  /** The answer, when it is that of the baseline. */
  public static Check answer(Baseline baseline) {
    String rows = Quantity.count(baseline.answer().rows(), "row");
    return Check.same(ANSWER, rows, rows);
  }

  /**
   * The answer, when it is another one.
   *
   * @param naive a run of the naive job over the same data
   * @param parity of the answer with that of the naive job, with rows that differ
   */
  public static Check otherAnswer(Baseline baseline, List<Run> runs, Run naive, Parity parity) {
    Set<String> answers =
        runs.stream().map(r -> r.output().fingerprint()).collect(Collectors.toCollection(TreeSet::new));
    String was = Quantity.count(baseline.answer().rows(), "row");
    String is = Quantity.count(runs.get(0).output().rows(), "row");
    if (answers.size() > 1) {
      String sentence = "%d runs gave %d answers".formatted(runs.size(), answers.size());
      return Check.wrong(ANSWER, was, is, sentence);
    }
    if (parity.identical()) {
      return Check.failed(
          ANSWER,
          was,
          is + ", others",
          "the answer is not the baseline's, and the naive job gives the new one, too: the model was"
              + " changed");
    }
    boolean trusted = naive.output().fingerprint().equals(baseline.answer().fingerprint());
    return Check.wrong(
        ANSWER,
        was,
        is + ", others",
        "the answer is wrong: the naive job gives %s. %s%s"
            .formatted(
                trusted ? "the baseline's" : "yet another one", compared(parity), differences(parity)));
  }

  /** Of how many rows some differ; where not even their number is equal, that is a difference. */
  private static String compared(Parity parity) {
    return parity.checks().stream()
        .filter(check -> check.name().equals(ParityCheck.ROWS) && check.equal())
        .map(check -> "%s compared; ".formatted(Quantity.count(Long.parseLong(check.left()), "row")))
        .findFirst()
        .orElse("");
  }

  /** {@code rows 270 where the naive job has 271; rows only on this side …}. */
  private static String differences(Parity parity) {
    return parity.checks().stream()
        .filter(check -> !check.equal())
        .map(AnswerChecks::difference)
        .collect(Collectors.joining("; "));
  }

  private static String difference(ParityCheck check) {
    String rows =
        check.detail().isEmpty()
            ? ""
            : " (%s)"
                .formatted(
                    check.detail().replace("left: ", "now ").replace("right: ", "naive "));
    return "%s: %s, naive %s%s".formatted(check.name(), check.left(), check.right(), rows);
  }

  /**
   * Whether the contract still promises what it did; that the promises are kept is what a run has to
   * show before it publishes.
   *
   * @param checks of severity error that the runs passed, by name
   * @param notChecked promises that nobody looks at: they are not kept, whatever was written
   */
  public static Check contract(
      Baseline baseline, List<String> checks, List<String> notChecked) {
    List<String> gone = baseline.contract().stream().filter(c -> !checks.contains(c)).toList();
    List<String> idle = gone.stream().filter(notChecked::contains).toList();
    String was = Quantity.count(baseline.contract().size(), "promise");
    String is = Quantity.count(checks.size(), "promise") + " kept";
    if (!idle.isEmpty()) {
      String sentence = "the contract's %s is not checked any more".formatted(String.join(", ", idle));
      return Check.failed("contract", was, is, sentence);
    }
    if (!gone.isEmpty()) {
      String sentence = "the contract does not promise %s any more".formatted(String.join(", ", gone));
      return Check.failed("contract", was, is, sentence);
    }
    boolean more = checks.size() > baseline.contract().size();
    return Check.passed("contract", was, is, more ? "more" : "same");
  }
}
