package portfolio;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time of day in somebody's log.
 *
 * @param instant what it means
 * @param zoned whether it says its own zone; else one was assumed
 */
public record TimeStamp(Instant instant, boolean zoned) {
  /** What is understood, for an error message. */
  public static final String WANTED =
      "a time, as 2026-01-31T09:00:00Z, 2026-01-31 09:00:00+01:00, or 2026-01-31 09:00:00";

  private static final int DATE = 10;
  private static final Pattern SECONDS = Pattern.compile("[0-9]{10}");
  private static final Pattern MILLIS = Pattern.compile("[0-9]{13}");

  /** As PostgreSQL and pandas write it: +01 and +0100 for +01:00. */
  private static final Pattern SHORT_OFFSET = Pattern.compile("(.*T.*[+-][0-9]{2})([0-9]{2})?");

  /**
   * Reads a time: with or without an offset, with a blank or a T, or as seconds or milliseconds
   * since 1970.
   *
   * @param zone of times that do not say theirs
   * @return empty for anything else
   */
  public static Optional<TimeStamp> parse(String text, ZoneId zone) {
    try {
      return Optional.of(read(text, zone));
    } catch (DateTimeException | NumberFormatException notOne) {
      return Optional.empty();
    }
  }

  private static TimeStamp read(String text, ZoneId zone) {
    if (SECONDS.matcher(text).matches()) {
      return new TimeStamp(Instant.ofEpochSecond(Long.parseLong(text)), true);
    }
    if (MILLIS.matcher(text).matches()) {
      return new TimeStamp(Instant.ofEpochMilli(Long.parseLong(text)), true);
    }
    String iso = iso(text);
    if (iso.endsWith("Z")) {
      return new TimeStamp(Instant.parse(iso), true);
    }
    if (iso.indexOf('+', DATE) < 0 && iso.indexOf('-', DATE) < 0) {
      return new TimeStamp(LocalDateTime.parse(iso).atZone(zone).toInstant(), false);
    }
    Matcher offset = SHORT_OFFSET.matcher(iso);
    String full =
        offset.matches()
            ? offset.group(1) + ":" + (offset.group(2) == null ? "00" : offset.group(2))
            : iso;
    return new TimeStamp(OffsetDateTime.parse(full).toInstant(), true);
  }

  /** With a T, and with Z for the only zone name that logs write behind a time. */
  private static String iso(String text) {
    String zoned = text.endsWith(" UTC") ? text.substring(0, text.length() - 4) + "Z" : text;
    return zoned.length() > DATE && zoned.charAt(DATE) == ' '
        ? zoned.substring(0, DATE) + "T" + zoned.substring(DATE + 1).replace(" ", "")
        : zoned;
  }
}
