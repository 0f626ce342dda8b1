//SOURCES LabException.java
//FILES conf/lab.properties=../../conf/lab.properties
package project;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/**
 * {@code conf/lab.properties}: the lab's own defaults. The file travels inside the script's jar.
 *
 * @param rateEurPerHour hourly price of the compute, EUR, at least 0
 * @param lowestRate what it may cost at least, EUR per hour, from 0 to the rate
 * @param highestRate what it may cost at most, EUR per hour, at least the rate
 * @param rateDate the day that price was looked up
 * @param runsPerDay of each job, at least 0, to scale a cost to a month
 */
public record LabProperties(
    double rateEurPerHour,
    double lowestRate,
    double highestRate,
    LocalDate rateDate,
    int runsPerDay) {
  private static final String RATE = "rate.eur_per_hour";

  /**
   * The defaults as they stand in the file.
   *
   * @throws LabException naming the key whose value is missing or is none
   */
  public static LabProperties load() {
    Properties p = new Properties();
    try (InputStream in = LabProperties.class.getResourceAsStream("/conf/lab.properties")) {
      p.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return of(p);
  }

  /**
   * The same from properties at hand. Without its two ends the rate is known: both are the rate.
   *
   * @throws LabException naming the key whose value is missing or is none
   */
  public static LabProperties of(Properties p) {
    String any = "EUR per hour, from 0";
    double rate = price(p, RATE, 0, Double.MAX_VALUE, any).orElseThrow(() -> wrong(p, RATE, any));
    String upToIt = "EUR per hour, from 0 to %s, the %s".formatted(rate, RATE);
    double low = price(p, RATE + ".low", 0, rate, upToIt).orElse(rate);
    String fromIt = "EUR per hour, from %s, the %s".formatted(rate, RATE);
    double high = price(p, RATE + ".high", rate, Double.MAX_VALUE, fromIt).orElse(rate);
    LocalDate date = value(p, "rate.date", LocalDate::parse, "a day, as 2026-11-01");
    int runs = value(p, "schedule.runs_per_day", Integer::parseInt, "a whole number from 0");
    if (runs < 0) {
      throw wrong(p, "schedule.runs_per_day", "a whole number from 0");
    }
    return new LabProperties(rate, low, high, date, runs);
  }

  /** A price within these ends, both included; empty when it is not given. */
  private static Optional<Double> price(
      Properties p, String key, double least, double most, String wanted) {
    if (p.getProperty(key) == null) {
      return Optional.empty();
    }
    double price = value(p, key, Double::parseDouble, wanted);
    if (!(price >= least && price <= most)) {
      throw wrong(p, key, wanted);
    }
    return Optional.of(price);
  }

  private static <T> T value(Properties p, String key, Function<String, T> parsed, String wanted) {
    try {
      return parsed.apply(p.getProperty(key, "").strip());
    } catch (RuntimeException notOne) {
      throw wrong(p, key, wanted);
    }
  }

  private static LabException wrong(Properties p, String key, String wanted) {
    String found = p.getProperty(key) == null ? "missing" : "'" + p.getProperty(key) + "'";
    return LabException.failed(
        "conf/lab.properties: %s is %s, wanted %s".formatted(key, found, wanted));
  }
}
