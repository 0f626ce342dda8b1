//SOURCES ../../operate/slo/History.java
//SOURCES ../../operate/slo/ObjectiveCheck.java
//SOURCES ../../operate/slo/SloFile.java
//SOURCES ../Command.java
package tests.operate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import operate.slo.Attempt;
import operate.slo.Attempt.Outcome;
import operate.slo.History;
import operate.slo.ObjectiveCheck;
import operate.slo.Slo;
import operate.slo.SloFile;
import tests.Command;

/** Histories as the tests write them: times of one day, 2026-11-02 UTC. */
final class Given {
  private Given() {}

  /** The runs of the day that notebook C10 reckons with. */
  static final Path DAY_OF_C10 = Command.checkout().resolve("lib/tests/operate/c10_day.csv");

  /**
   * A time of the day, {@code 3:40}; {@code 27:00} is three o'clock of the next one, {@code -1:30}
   * half past ten of the one before.
   */
  static Instant at(String time) {
    String[] parts = time.replace("-", "").split(":");
    Duration sinceMidnight =
        Duration.ofHours(Integer.parseInt(parts[0]))
            .plusMinutes(Integer.parseInt(parts[1]))
            .plusSeconds(parts.length > 2 ? Integer.parseInt(parts[2]) : 0);
    Instant midnight = Instant.parse("2026-11-02T00:00:00Z");
    return time.startsWith("-") ? midnight.minus(sinceMidnight) : midnight.plus(sinceMidnight);
  }

  /**
   * Runs between semicolons, {@code 3:00 3:05 FAILED; 3:40 3:45 ok}: named r1, r2 and so on in the
   * order they are written. A fourth word makes it one of some days, {@code 3:40 3:45 ok days}.
   */
  static List<Attempt> runs(String text) {
    List<Attempt> attempts = new ArrayList<>();
    for (String run : text.strip().split("\\s*;\\s*")) {
      String[] words = run.split(" +");
      boolean ok = words[2].equals("ok");
      Outcome outcome = ok ? Outcome.SUCCESS : Outcome.valueOf(words[2]);
      attempts.add(
          new Attempt(
              "r" + (attempts.size() + 1),
              at(words[0]),
              at(words[1]),
              Duration.between(at(words[0]), at(words[1])).toSeconds(),
              outcome,
              ok ? "" : "why " + (attempts.size() + 1),
              words.length == 3));
    }
    return attempts;
  }

  /** The history of such runs at a time of the day. */
  static History history(String runs, String now) {
    return History.of(runs.isBlank() ? List.of() : runs(runs), at(now));
  }

  /** Runs that succeeded, one an hour, five minutes long; the first ones failed. */
  static History hourly(int runs, int failed, String lastEnd) {
    List<Attempt> attempts = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      Instant end = at(lastEnd).minus(Duration.ofHours(runs - 1 - i));
      Outcome outcome = i < failed ? Outcome.FAILED : Outcome.SUCCESS;
      attempts.add(new Attempt("h" + i, end.minusSeconds(300), end, 300, outcome, ""));
    }
    return History.of(attempts, at(lastEnd));
  }

  /** The day of notebook C10. */
  static List<Attempt> dayOfC10() {
    try {
      List<String> lines = Files.readAllLines(DAY_OF_C10);
      return lines.stream()
          .skip(1)
          .map(line -> line.split(","))
          .map(
              v ->
                  new Attempt(
                      v[0],
                      Instant.parse(v[0]),
                      Instant.parse(v[1]),
                      Duration.between(Instant.parse(v[0]), Instant.parse(v[1])).toSeconds(),
                      Outcome.valueOf(v[2]),
                      ""))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Minutes as people count them. */
  static List<Long> minutes(List<Duration> durations) {
    return durations.stream().map(Duration::toMinutes).toList();
  }

  /** A model m with some of the keys of slo.yaml, a line each. */
  static Slo slo(String objectives) {
    String yaml = "models:\n  - model: m\n    command: do it\n    " + objectives;
    return SloFile.parse("s.yaml", yaml).get("m");
  }

  /** A check as its row reads, without its name. */
  static String row(ObjectiveCheck o) {
    return String.join(
        " | ",
        o.goal(),
        o.measured(),
        o.atLeast(),
        o.verdict().word(),
        o.budgetLeft(),
        o.verdict().next());
  }
}
