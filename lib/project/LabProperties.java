//SOURCES LabException.java
//FILES conf/lab.properties=../../conf/lab.properties
package project;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Properties;

/**
 * {@code conf/lab.properties}: the lab's own defaults. The file travels inside the script's jar.
 *
 * @param rateEurPerHour hourly price of the compute, EUR
 * @param rateDate the day that price was looked up
 * @param runsPerDay of each job, to scale a cost to a month
 */
public record LabProperties(double rateEurPerHour, LocalDate rateDate, int runsPerDay) {

  /** The defaults as they stand in the file. */
  public static LabProperties load() {
    Properties p = new Properties();
    try (InputStream in = LabProperties.class.getResourceAsStream("/conf/lab.properties")) {
      p.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      return new LabProperties(
          Double.parseDouble(p.getProperty("rate.eur_per_hour")),
          LocalDate.parse(p.getProperty("rate.date")),
          Integer.parseInt(p.getProperty("schedule.runs_per_day")));
    } catch (RuntimeException e) {
      throw LabException.failed("conf/lab.properties cannot be read: " + e.getMessage(), e);
    }
  }
}
