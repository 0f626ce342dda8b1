//SOURCES Rehearsed.java
//SOURCES ../project/Quantity.java
//SOURCES ../project/TextTable.java
package rehearse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import project.Quantity;
import project.TextTable;
import runs.Run;

/** What is said about rehearsals, on the console and in the files that they leave. */
public final class RehearsalText {
  private static final int LABEL = 11;

  private RehearsalText() {}

  /** One rehearsal, without a line break at the end. */
  public static String of(Rehearsed r) {
    List<String> lines = new ArrayList<>();
    lines.add(headline(r));
    add(lines, "fault", r.done());
    add(lines, "met by", r.showingRun().map(RehearsalText::run).orElse(r.shown().typed()));
    if (!r.shown().succeeded()) {
      add(lines, "", r.shown().sentence());
    }
    if (r.previousKept()) {
      add(lines, "meanwhile", "readers kept the output of run " + r.healthy().runId());
    }
    add(lines, "runbook", "%s: %s".formatted(r.entry().id(), r.entry().title()));
    typed(lines, "confirm", r.confirmed());
    typed(lines, "fix", r.fixed());
    r.repairingRun().ifPresent(run -> add(lines, "", run(run)));
    typed(lines, "verify", r.verified());
    if (!r.evidence().isEmpty()) {
      add(lines, "evidence", r.evidence());
    }
    r.problem().ifPresent(problem -> add(lines, "PROBLEM", problem));
    return String.join("\n", lines);
  }

  private static String headline(Rehearsed r) {
    return r.succeeded()
        ? "%s  repaired in %s, output afterwards %s to the healthy one"
            .formatted(r.fault().kind(), r.repairTime(), r.incident().parity())
        : "%s  NOT AS IT SHOULD BE".formatted(r.fault().kind());
  }

  private static void add(List<String> lines, String label, String text) {
    lines.add(("  %-" + LABEL + "s%s").formatted(label, text));
  }

  private static void typed(List<String> lines, String label, List<Said> commands) {
    String next = label;
    for (Said said : commands) {
      String how = said.succeeded() ? "" : "  (exit code %d)".formatted(said.exitCode());
      add(lines, next, said.typed() + how);
      next = "";
    }
  }

  private static String run(Run run) {
    return "run %s, %s  %s after %.1f s"
        .formatted(run.runId(), run.variant(), run.status(), run.durationSec());
  }

  /** All of them in a table, and what their times are worth. */
  public static String summary(List<Rehearsed> all) {
    TextTable table =
        new TextTable(
            "lllrll",
            List.of("incident", "met by", "runbook entry", "repair time", "parity", "as it should"),
            all.stream().map(RehearsalText::row).toList());
    long good = all.stream().filter(Rehearsed::succeeded).count();
    String longest =
        all.stream()
            .filter(r -> r.incident().repairSec().isPresent())
            .max(Comparator.comparing(r -> r.incident().repairSec().getAsDouble()))
            .map(r -> " The longest repair took %s (%s).".formatted(r.repairTime(), r.fault().kind()))
            .orElse("");
    return table.plain("")
        + "\n\n%d of %s as it should be.%s"
            .formatted(good, Quantity.count(all.size(), "rehearsal"), longest)
        + " A repair time goes from the fault to the end of the run that repaired it: commands only,"
        + " on small data. Whoever is called at night reads and decides first.";
  }

  private static List<String> row(Rehearsed r) {
    return List.of(
        r.fault().kind(),
        r.showingRun().map(run -> run.status().toString()).orElse("refused"),
        r.entry().id(),
        r.repairTime(),
        r.incident().parity(),
        r.succeeded() ? "yes" : "NO");
  }

  /** Everything that was typed, with what was said. */
  static String transcript(List<Said> all) {
    return all.stream()
        .map(
            said ->
                "$ %s\n%s%s(exit code %d)\n"
                    .formatted(said.typed(), said.err(), said.out(), said.exitCode()))
        .collect(Collectors.joining("\n"));
  }
}
