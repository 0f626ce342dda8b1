//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Given.java
//SOURCES ../../compare/NoiseBand.java
package tests.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import compare.NoiseBand;
import compare.SpeedUp;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoiseBandTest {
  private static NoiseBand.Calibrated calibrated(double... ratios) {
    return (NoiseBand.Calibrated) NoiseBand.of(Given.ratios(ratios));
  }

  @Test
  void withoutAnAaRunItIsTwoPercentAndSaysThatItIsUncalibrated() {
    assertEquals(new NoiseBand.Uncalibrated(0), NoiseBand.of(List.of()));
    assertEquals(1.02, NoiseBand.of(List.of()).factor());
    assertEquals("2 %, uncalibrated (no A/A run)", NoiseBand.of(List.of()).text());
  }

  @Test
  void anAaRunOfFewerThanSixPairsCalibratesNothing() {
    NoiseBand band = NoiseBand.of(Given.ratios(1.5, 0.7, 1.3, 0.8, 1.4));
    assertEquals(1.02, band.factor());
    assertEquals("2 %, uncalibrated (5 of 6 A/A pairs)", band.text());
  }

  @Test
  void itReachesAsFarAsTheFartherEndOfTheAaInterval() {
    double[] ratios = {1.05, 0.93, 1.02, 1.10, 0.95, 1.06};
    NoiseBand.Calibrated up = calibrated(ratios);
    assertEquals(up.aa().interval().high(), up.factor());
    assertTrue(up.factor() > 1.02);
    NoiseBand down = calibrated(Arrays.stream(ratios).map(r -> 1 / r).toArray());
    assertEquals(up.factor(), down.factor(), 1e-12);
  }

  @Test
  void itIsNeverNarrowerThanTwoPercent() {
    assertEquals(1.02, calibrated(1.001, 0.999, 1.002, 0.998, 1.001, 0.999).factor());
  }

  /** Log ratios ±0.1 thrice each: mean 0, s = 0.1095, half width 2.5706 s / √6 = 0.11496. */
  @Test
  void theAaRatioIsPublished() {
    double up = Math.exp(0.1);
    NoiseBand.Calibrated band = calibrated(up, 1 / up, up, 1 / up, up, 1 / up);
    assertEquals(Math.exp(0.11496), band.factor(), 1e-5);
    assertEquals("12.2 %, from an A/A run: 1.00x (95 % interval 0.89-1.12, 6 pairs)", band.text());
    assertFalse(band.biased());
  }

  @Test
  void anAaRunThatFindsADifferenceSaysSo() {
    NoiseBand.Calibrated band = calibrated(1.10, 1.11, 1.09, 1.10, 1.12, 1.08);
    assertTrue(band.biased());
    assertTrue(band.text().endsWith("which should hold 1.00 and does not"), band.text());
    assertTrue(band.factor() > 1.10);
    assertEquals(SpeedUp.PAIRS_FOR_AN_INTERVAL, band.aa().pairs());
  }
}
