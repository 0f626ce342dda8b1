//SOURCES Grid.java
//SOURCES Numbers.java
//SOURCES Reliability.java
//SOURCES Selection.java
//SOURCES ../operate/slo/Incident.java
//SOURCES ../operate/slo/IncidentRecord.java
//SOURCES ../operate/slo/ObjectiveCheck.java
//SOURCES ../operate/slo/SloCheck.java
//SOURCES ../operate/slo/SloText.java
//SOURCES ../project/Launcher.java
//SOURCES ../project/Quantity.java
package report;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import operate.slo.Incident;
import operate.slo.IncidentRecord;
import operate.slo.ObjectiveCheck;
import operate.slo.SloCheck;
import operate.slo.SloText;
import project.Launcher;
import project.Quantity;

/** What is said about the reliability of a model: sentences and tables for every output. */
final class ReliabilityText {
  /** How reports call it. */
  static final String TITLE = "Reliability: SLO, budget, incidents";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private final Reliability reliability;
  private final SloCheck check;
  private final String days;

  ReliabilityText(Reliability reliability) {
    this.reliability = reliability;
    this.check = reliability.check();
    this.days = Quantity.count(check.slo().windowDays(), "day");
  }

  /**
   * {@code daily_sales/optimized: BROKEN (freshness, MTTR), cannot tell yet (p95)}, and how many runs
   * it may lack.
   */
  String verdict() {
    int missing = reliability.unreadable();
    return missing == 0
        ? words()
        : "%s, WITHOUT up to %s: %s of %s cannot be read"
            .formatted(
                words(),
                Quantity.count(missing, "run"),
                Quantity.count(missing, "line"),
                reliability.log());
  }

  private String words() {
    return check.objectives().stream()
        .sorted(Comparator.comparing(o -> !o.isBroken()))
        .collect(
            Collectors.groupingBy(
                o -> o.verdict().word(),
                LinkedHashMap::new,
                Collectors.mapping(ObjectiveCheck::name, Collectors.joining(", "))))
        .entrySet()
        .stream()
        .map(e -> "%s (%s)".formatted(e.getKey(), e.getValue()))
        .collect(Collectors.joining(", ", check.slo().name() + ": ", ""));
  }

  /** What it rests on, a sentence each. */
  List<String> basis() {
    List<String> sentences = new ArrayList<>();
    if (check.history().attempts().isEmpty()) {
      sentences.add(
          "No run of operation of %s in %s.".formatted(check.slo().name(), reliability.log()));
    } else {
      sentences.add(
          "%s to %s UTC: %s of operation in %s, %d of them without success; %s."
              .formatted(
                  days,
                  TIME.format(check.window().to()),
                  Quantity.count(check.attempts().size(), "run"),
                  reliability.log(),
                  check.attempts().stream().filter(a -> !a.succeeded()).count(),
                  check
                      .age()
                      .map(age -> "the data are %s old".formatted(age(age)))
                      .orElse("no run ever had any, so there are no data")));
    }
    long someDays = check.history().attempts().stream().filter(a -> !a.whole()).count();
    if (someDays > 0) {
      sentences.add(
          "%s over some days only (--from, --to) %s as repair and renewal, in no rate and no time."
              .formatted(Quantity.count(someDays, "run"), someDays == 1 ? "counts" : "count"));
    }
    String leftOut = reliability.runs().leftOutSentence();
    if (!leftOut.isEmpty()) {
      sentences.add("Runs that do not count: %s.".formatted(leftOut));
    }
    return sentences;
  }

  /** As the note on freshness writes it, beside its goal. */
  private String age(Duration age) {
    return check
        .slo()
        .freshness()
        .map(goal -> SloText.time(age, goal.maxAge()))
        .orElseGet(() -> SloText.time(age));
  }

  /** The same in a report of these runs. */
  List<String> basis(Selection reported) {
    List<String> sentences = new ArrayList<>();
    if (reported.experiment().isPresent()) {
      sentences.add(
          "The runs of this report belong to an experiment: they are measurements, no operation,"
              + " and do not count here.");
    }
    sentences.addAll(basis());
    return sentences;
  }

  /** A row for each objective. */
  Grid objectives() {
    return new Grid(
        "Objectives of " + check.slo().name(),
        "lllllll",
        List.of("objective", "goal", "measured", "at least", "verdict", "budget left", "next"),
        check.objectives().stream().map(ReliabilityText::row).toList());
  }

  private static List<String> row(ObjectiveCheck o) {
    return row(
        o.name(),
        o.goal(),
        o.measured(),
        o.atLeast(),
        o.verdict().word(),
        o.budgetLeft(),
        o.verdict().next());
  }

  private static List<String> row(String... cells) {
    return Stream.of(cells).map(cell -> cell.isEmpty() ? Numbers.NONE : cell).toList();
  }

  /** What each row means, where anything ran, and what is wrong with a goal itself. */
  List<String> notes() {
    List<ObjectiveCheck> measured =
        check.history().attempts().isEmpty() ? List.of() : check.objectives();
    return Stream.concat(
            measured.stream()
                .map(
                    o ->
                        "%s, %s: %s."
                            .formatted(o.name(), o.verdict().word(), o.verdict().sentence())),
            Stream.concat(
                check.unreachable().map("freshness, the goal itself: %s."::formatted).stream(),
                rehearsed().stream()))
        .toList();
  }

  /** Where nothing was repaired in operation: what rehearsals took, which is no MTTR. */
  private Optional<String> rehearsed() {
    boolean asked =
        check.slo().mttrBelow().isPresent()
            && check.incidents().isEmpty()
            && !check.history().attempts().isEmpty();
    double[] seconds =
        reliability.written().stream()
            .filter(IncidentRecord::rehearsal)
            .flatMapToDouble(i -> i.repairSec().stream())
            .sorted()
            .toArray();
    if (!asked) {
      return Optional.empty();
    }
    return Optional.of(
        seconds.length == 0
            ? "MTTR, rehearsed: nothing; what a repair would take: %s."
                .formatted(Launcher.command("incident"))
            : "MTTR, rehearsed: %s made on purpose and repaired, in %s to %s; in no MTTR, and below."
                .formatted(
                    Quantity.count(seconds.length, "failure"),
                    Numbers.seconds(seconds[0]),
                    Numbers.seconds(seconds[seconds.length - 1])));
  }

  /** Every incident of the window that the run log shows. */
  Grid incidents() {
    return new Grid(
        "Incidents of the last " + days,
        "lllrll",
        List.of(
            "began (UTC)",
            "repaired (UTC)",
            "repair time",
            "failed runs",
            "first of them",
            "its error"),
        check.incidents().stream().map(this::row).toList());
  }

  private List<String> row(Incident incident) {
    return row(
        TIME.format(incident.begin()),
        incident.repair().map(r -> TIME.format(r.end())).orElse("open"),
        incident
            .repairTime()
            .map(SloText::time)
            .orElseGet(() -> "open for " + SloText.time(incident.openFor(check.history().now()))),
        String.valueOf(incident.failedRuns()),
        incident.first().id(),
        incident.first().reason());
  }

  /** Every incident that was written down. */
  Grid written() {
    return new Grid(
        "Incidents that were rehearsed or written down (incidents.csv): none is in the MTTR above",
        "lllrllll",
        List.of(
            "began (UTC)",
            "kind",
            "rehearsal",
            "repair time",
            "fix",
            "parity",
            "failed run",
            "recovered by"),
        reliability.written().stream().map(ReliabilityText::row).toList());
  }

  private static List<String> row(IncidentRecord i) {
    return row(
        TIME.format(i.began()),
        i.kind(),
        i.rehearsal() ? "yes" : "no",
        i.repairSec().isPresent() ? Numbers.seconds(i.repairSec().getAsDouble()) : "open",
        i.fix(),
        i.parity(),
        i.runFailed(),
        i.runRecovered());
  }

  /** All of it for a console, without a line break at the end. */
  String plain() {
    List<String> blocks = new ArrayList<>();
    blocks.add(verdict() + "\n" + String.join("\n", basis()));
    blocks.add(objectives().plain());
    if (!notes().isEmpty()) {
      blocks.add(notes().stream().map(n -> "- " + n).collect(Collectors.joining("\n")));
    }
    for (Grid table : List.of(incidents(), written())) {
      if (!table.isEmpty()) {
        blocks.add(table.caption() + "\n" + table.plain());
      }
    }
    return String.join("\n\n", blocks);
  }
}
