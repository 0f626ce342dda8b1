//SOURCES DayConverter.java
//SOURCES EventDates.java
//SOURCES ../project/Cli.java
package sales;

import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of a job that can compute some days of its output anew. */
public final class EventDateOptions {
  @Option(
      names = "--from",
      paramLabel = "DATE",
      description =
          "First event_date to compute anew, YYYY-MM-DD; every day outside the range is carried"
              + " over from the previous output (default: the first day of the data).",
      converter = DayConverter.class)
  private LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "Last event_date to compute anew (default: the last day of the data).",
      converter = DayConverter.class)
  private LocalDate to;

  /**
   * The range; all days when neither end is given.
   *
   * @throws project.LabException when it ends before it begins
   */
  public EventDates range() {
    return new EventDates(Optional.ofNullable(from), Optional.ofNullable(to));
  }
}
