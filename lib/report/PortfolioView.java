//SOURCES ../portfolio/FixList.java
//SOURCES ../portfolio/TruthCheck.java
//SOURCES ../project/Quantity.java
package report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import portfolio.FixList;
import portfolio.FixRules;
import portfolio.Offence;
import portfolio.Portfolio;
import portfolio.PortfolioText;
import portfolio.TruthCheck;
import project.Quantity;

/**
 * Everything that a report on a portfolio shows.
 *
 * @param source the log, as the reader typed it
 * @param lines of the log
 * @param linesLeftOut how many of them do not count
 * @param notes what was odd about it, and what was taken for granted, a sentence each
 * @param truth how the list compares with what was planted; only for a simulated history
 */
public record PortfolioView(
    Portfolio portfolio,
    FixList fixes,
    FixRules rules,
    String source,
    int lines,
    int linesLeftOut,
    List<String> notes,
    Optional<TruthCheck> truth) {

  /** What every caption ends with where runs were made up; else empty. */
  String label() {
    long simulated = portfolio.simulated();
    if (simulated == 0) {
      return "";
    }
    return simulated == portfolio.models().size()
        ? " (simulated)"
        : " (partly simulated: %d of %s)"
            .formatted(simulated, Quantity.count(portfolio.models().size(), "model"));
  }

  /** {@code EUR a month}, or what can be said instead where the log is short. */
  String eurUnit() {
    return portfolio.monthly() ? "EUR a month" : "EUR in the log";
  }

  /** The answer in one sentence, without the dot. */
  public String headline() {
    int models = portfolio.models().size();
    long broken = fixes.urgent();
    long costly = fixes.items().size() - broken;
    double eur =
        fixes.items().stream()
            .filter(i -> !i.urgent())
            .mapToDouble(FixList.Item::eurPerMonth)
            .sum();
    String of = " of " + Quantity.count(models, "model");
    String waste = "up to %s %s".formatted(PortfolioText.eur(eur), eurUnit());
    if (broken > 0) {
      return broken
          + of
          + (broken == 1 ? " is" : " are")
          + " broken now (%s)".formatted(ways())
          + (costly == 0 ? "" : ", %d more %s %s".formatted(costly, wastes(costly), waste));
    }
    return costly == 0
        ? "No rule finds anything to fix in " + Quantity.count(models, "model")
        : costly + of + " " + wastes(costly) + " " + waste;
  }

  /** {@code 3 not repaired, 1 stale}. */
  private String ways() {
    return Stream.of(Offence.Kind.NOT_REPAIRED, Offence.Kind.STALE)
        .filter(kind -> count(kind) > 0)
        .map(kind -> "%d %s".formatted(count(kind), kind.words()))
        .collect(Collectors.joining(", "));
  }

  /** How many models break a rule. */
  long count(Offence.Kind kind) {
    return fixes.items().stream()
        .filter(i -> i.offences().stream().anyMatch(o -> o.kind() == kind))
        .count();
  }

  private static String wastes(long models) {
    return models == 1 ? "wastes" : "waste";
  }

  /** What was looked at, in one sentence, without the dot. */
  String looked() {
    int runs = portfolio.models().stream().mapToInt(m -> m.success().runs()).sum();
    return "%s of %s in %s, from %s to %s UTC, for %s %s"
        .formatted(
            Quantity.count(runs, "run"),
            Quantity.count(portfolio.models().size(), "model"),
            PortfolioText.time(portfolio.span()),
            moment(portfolio.from()),
            moment(portfolio.asOf()),
            PortfolioText.eur(portfolio.eurPerMonth()),
            eurUnit());
  }

  private static String moment(Instant time) {
    return time.toString().substring(0, 16).replace('T', ' ');
  }

  /** What a reader must know before the first number of a simulated history; else empty. */
  String warning() {
    return portfolio.simulated() == 0
        ? ""
        : "Simulated: %d of these %d models do not exist. Their runs, times and costs were made up by"
                .formatted(portfolio.simulated(), portfolio.models().size())
            + " jbang portfolio simulate, to show what this report does with a platform";
  }
}
