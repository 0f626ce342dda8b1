//SOURCES HistoryColumns.java
//SOURCES HistoryFormat.java
//SOURCES LineNotes.java
//SOURCES ModelRun.java
//SOURCES TimeStamp.java
package portfolio;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import portfolio.ModelRun.Outcome;

/**
 * A line of a log on its way to be a run.
 *
 * @param number of the line in its file
 * @param values as many as the header has
 * @param notes get a word about everything that is odd
 */
record LoggedRun(
    int number,
    List<String> values,
    HistoryColumns columns,
    HistoryFormat format,
    LineNotes notes) {
  /** A typing mistake, and no run: a year. */
  private static final double LONGEST_SEC = 366 * 86_400.0;

  /** How the lab's jobs note {@code --from} and {@code --to} in their settings. */
  private static final Pattern SOME_DAYS = Pattern.compile("(^| )event_date=");

  private static final String NO_END = "neither an end_time nor a duration_sec of 0 to 366 days";

  /** The run; empty, with a word in the notes, when the line does not tell when it was. */
  Optional<ModelRun> run(Outcome outcome) {
    String startText = columns.value(values, "start_time");
    Optional<TimeStamp> start = TimeStamp.parse(startText, format.zone());
    if (start.isEmpty()) {
      return leftOut("start_time is not " + TimeStamp.WANTED, startText);
    }
    if (!start.get().zoned()) {
      assumed("with times that name no zone, taken as %s (--zone)".formatted(format.zone()), "");
    }
    return run(start.get().instant(), outcome);
  }

  private Optional<ModelRun> run(Instant start, Outcome outcome) {
    String endText = columns.value(values, "end_time");
    String durationText = columns.value(values, "duration_sec");
    Optional<Instant> end = TimeStamp.parse(endText, format.zone()).map(TimeStamp::instant);
    Optional<Double> duration = number(durationText).filter(sec -> sec <= LONGEST_SEC);
    if (duration.isEmpty() && end.isEmpty()) {
      return leftOut(NO_END, endText + (durationText.isEmpty() ? "" : " " + durationText));
    }
    if (duration.isEmpty() && end.get().isBefore(start)) {
      return leftOut("end before they start", endText);
    }
    if (end.isPresent() && end.get().isBefore(start)) {
      assumed("end before they start: duration_sec is believed, not end_time", endText);
    }
    // A clock that is set while a run is on its way changes its end, not how long it took.
    double seconds = duration.orElseGet(() -> Duration.between(start, end.get()).toNanos() / 1e9);
    Instant ended =
        end.filter(e -> !e.isBefore(start))
            .orElseGet(() -> start.plusMillis(Math.round(1000 * seconds)));
    if (ended.isAfter(format.until())) {
      return leftOut("end after " + format.until(), ended.toString());
    }
    boolean warmUp = columns.value(values, "pair").equals("0");
    boolean someDays = SOME_DAYS.matcher(columns.value(values, HistoryColumns.SETTINGS)).find();
    if (someDays) {
      assumed("over some days only: they repair and renew, and count in no rate and no time", "");
    }
    return Optional.of(
        new ModelRun(start, ended, seconds, outcome, cost(seconds), warmUp, !someDays));
  }

  private double cost(double seconds) {
    String text = columns.value(values, "cost_eur");
    Optional<Double> cost = number(text);
    if (cost.isPresent()) {
      return cost.get();
    }
    Optional<Double> rate = number(columns.value(values, "cluster_cost_eur_hr"));
    String price =
        rate.isPresent()
            ? "cluster_cost_eur_hr"
            : "%s EUR an hour (--rate)".formatted(format.eurPerHour());
    assumed("without a cost_eur from 0: it is the duration at %s".formatted(price), text);
    return rate.orElse(format.eurPerHour()) * seconds / 3600;
  }

  /** A number from 0; empty for anything else. */
  private Optional<Double> number(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      double number = columns.number(text);
      return number >= 0 && Double.isFinite(number) ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException notOne) {
      return Optional.empty();
    }
  }

  private Optional<ModelRun> leftOut(String why, String found) {
    notes.leftOut(why, number, found);
    return Optional.empty();
  }

  private void assumed(String what, String found) {
    notes.assumed(what, number, found);
  }
}
