//SOURCES ../project/Quantity.java
//SOURCES Findings.java
//SOURCES Grid.java
//SOURCES NotCompared.java
//SOURCES Numbers.java
//SOURCES ../runs/Run.java
package report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import project.Quantity;
import runs.Run;

/** The tables with a row for each run. */
final class RunTables {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private RunTables() {}

  /** Every compared run, in the order they started. */
  static Grid compared(Findings f) {
    return new Grid(
        "Runs compared, in the order they ran",
        "llrrrrrrl",
        List.of(
            "started (UTC)",
            "variant",
            "pair",
            "job time",
            "start-up",
            "EUR as logged",
            "load before",
            "output rows",
            "commit"),
        f.selection().compared().stream().map(RunTables::row).toList());
  }

  private static List<String> row(Run run) {
    double load = run.environment().loadAverage();
    return List.of(
        time(run.startTime()),
        run.variant(),
        run.pair().isPresent() ? String.valueOf(run.pair().getAsInt()) : Numbers.NONE,
        Numbers.seconds(run.durationSec()),
        run.startupSec().isPresent()
            ? Numbers.seconds(run.startupSec().getAsDouble())
            : Numbers.NONE,
        Numbers.amount(run.costEur()),
        load < 0 ? Numbers.NONE : Numbers.decimals(load, 1),
        Quantity.count(run.output().rows()),
        run.environment().gitCommit().isEmpty() ? Numbers.NONE : run.environment().gitCommit());
  }

  /** Failed and aborted runs, which count in the success rate. */
  static Grid failures(Findings f) {
    return new Grid(
        "Runs that did not succeed",
        "lllrl",
        List.of("started (UTC)", "variant", "status", "after", "error"),
        f.selection().failures().stream()
            .map(
                r ->
                    List.of(
                        time(r.startTime()),
                        r.variant(),
                        r.status().name(),
                        Numbers.seconds(r.durationSec()),
                        r.error().isEmpty() ? Numbers.NONE : r.error()))
            .toList());
  }

  /** Runs that no number counts, each with its reason. */
  static Grid notCompared(Findings f) {
    return new Grid(
        "Runs not compared",
        "lllrl",
        List.of("started (UTC)", "variant", "status", "job time", "why not"),
        f.selection().notCompared().stream().map(RunTables::row).toList());
  }

  private static List<String> row(NotCompared other) {
    Run run = other.run();
    String error = run.error().isEmpty() ? "" : " (" + run.error() + ")";
    return List.of(
        time(run.startTime()),
        run.variant(),
        run.status().name(),
        Numbers.seconds(run.durationSec()),
        other.reason() + error);
  }

  private static String time(Instant instant) {
    return TIME.format(instant);
  }
}
