//SOURCES Answers.java
//SOURCES Findings.java
//SOURCES Headline.java
//SOURCES Html.java
//SOURCES Numbers.java
//SOURCES ../compare/Parity.java
//SOURCES ../compare/ParityCheck.java
//SOURCES ../compare/Verdict.java
package report;

import compare.Parity;
import compare.ParityCheck;
import compare.Verdict;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/** The top of the page: the result in one sentence, and the numbers that a manager remembers. */
final class Hero {
  private Hero() {}

  static String html(Findings f) {
    Headline headline = Headline.of(f);
    return """
    <header class="hero%s">
    <p class="eyebrow">Spark tuning lab</p>
    <h1>%s</h1>
    <p class="qualifier">%s</p>
    <p class="lead">%s</p>
    %s%s</header>
    """
        .formatted(
            tone(f),
            Html.prose(headline.lead()),
            Html.prose(sentence(headline.basis())),
            Html.prose(stop(headline.facts())),
            headline.next().isEmpty()
                ? ""
                : "<p class=\"next\">%s</p>%n".formatted(Html.prose(sentence(headline.next()))),
            f.comparable() ? tiles(f) : differences(f));
  }

  private static String sentence(String words) {
    String start = words.substring(0, Math.min(1, words.length())).toUpperCase(Locale.ROOT);
    return words.isEmpty() ? "" : start + stop(words.substring(1));
  }

  /** Names of variants keep their small letter. */
  private static String stop(String words) {
    return words.isEmpty() ? "" : words.replaceFirst("\\.$", "") + ".";
  }

  /** Green is for a job that is shown to be faster and right, red for one that is wrong. */
  private static String tone(Findings f) {
    boolean wrong = f.answers().state() == Answers.State.DIFFERENT;
    if (wrong || !f.selection().conflict().isEmpty()) {
      return " alarm";
    }
    return f.verdict().filter(Verdict.Faster.class::isInstance).isPresent() ? " good" : "";
  }

  private static String tiles(Findings f) {
    Durations before = f.durations(f.selection().before());
    Durations after = f.durations(f.selection().after());
    Cost cost = f.cost();
    boolean claimed = f.claimed();
    return "<dl class=\"tiles\">%n%s%s%s%s</dl>%n"
        .formatted(
            tile("typical run, p50", Numbers::seconds, before.p50(), after.p50(), claimed),
            tile(
                "slow run, p95 of " + Numbers.runs(Math.min(before.runs(), after.runs())),
                Numbers::seconds,
                before.p95(),
                after.p95(),
                claimed),
            tile(
                "EUR per run",
                sec -> Numbers.amount(cost.ofRun(sec)),
                before.avg(),
                after.avg(),
                claimed),
            "<div><dt>outputs identical</dt><dd><strong>yes</strong></dd></div>\n");
  }

  /** By how many percent it changed stands only where the verdict is a claim: it reads like one. */
  private static String tile(
      String name, DoubleFunction<String> format, double before, double after, boolean claimed) {
    String change =
        "<em%s>%s</em>"
            .formatted(
                after < before ? " class=\"good\"" : "", Html.prose(Numbers.change(before, after)));
    return "<div><dt>%s</dt><dd><s>%s</s> <strong>%s</strong> %s</dd></div>%n"
        .formatted(
            Html.escape(name),
            Html.prose(format.apply(before)),
            Html.prose(format.apply(after)),
            claimed ? change : "");
  }

  /** Up to three differing rows of each check that failed, both sides. */
  private static String differences(Findings f) {
    return f.answers().failedChecks().stream()
        .filter(c -> !c.detail().isEmpty())
        .map(c -> difference(c, f.answers().parity().orElseThrow()))
        .collect(Collectors.joining());
  }

  private static String difference(ParityCheck check, Parity parity) {
    String rows =
        check
            .detail()
            .replaceFirst("^left:", parity.leftVariant() + ":")
            .replaceFirst("; right:", "\n" + parity.rightVariant() + ":");
    return "<div class=\"difference\"><p>%s</p><pre>%s</pre></div>%n"
        .formatted(Html.escape(check.name()), Html.lines(rows));
  }
}
