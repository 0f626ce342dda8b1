//SOURCES ../project/Cli.java
//SOURCES ../project/LabException.java
//SOURCES ../project/LabProperties.java
package runs;

import picocli.CommandLine.Option;
import project.LabException;
import project.LabProperties;

/** The option {@code --rate} of every command that runs a job. */
public final class RateOption {
  @Option(
      names = "--rate",
      paramLabel = "EUR",
      description =
          "Hourly price of the compute, EUR, known without a range (default: what"
              + " conf/lab.properties says, 2.50 with a range).")
  private Double rate;

  /**
   * Hourly price of the compute, EUR.
   *
   * @throws LabException when it is negative or not finite
   */
  public double eurPerHour() {
    double eur = rate != null ? rate : LabProperties.load().rateEurPerHour();
    if (!(eur >= 0) || Double.isInfinite(eur)) {
      throw LabException.usage(
          "--rate %s is out of range (wanted EUR per hour, from 0)".formatted(rate));
    }
    return eur;
  }
}
