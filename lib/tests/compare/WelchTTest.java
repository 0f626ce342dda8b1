//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../compare/TimesApart.java
package tests.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import compare.Estimate;
import compare.Interval;
import compare.TimesApart;
import compare.WelchT;
import org.junit.jupiter.api.Test;

/** Welch's interval, and what it says of runs that were made at two times. */
class WelchTTest {
  /** Student's sleep data, which R carries; its documentation runs {@code t.test(extra ~ group)}. */
  private static final double[] DRUG_1 = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};

  private static final double[] DRUG_2 = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

  @Test
  void agreesWithThePublishedAnalysisOfStudentsSleepData() {
    Estimate found = WelchT.of(DRUG_1, DRUG_2);
    assertEquals(0.75 - 2.33, found.value(), 1e-12);
    assertEquals(-3.3654832, found.interval().low(), 5e-8);
    assertEquals(0.2054832, found.interval().high(), 5e-8);
  }

  @Test
  void equalValuesHaveNoSpread() {
    assertEquals(
        new Interval(1, 1), WelchT.of(new double[] {3, 3}, new double[] {2, 2}).interval());
  }

  @Test
  void oneValueHasNone() {
    double[] one = {1};
    assertThrows(IllegalArgumentException.class, () -> WelchT.of(one, DRUG_1));
    assertThrows(IllegalArgumentException.class, () -> WelchT.of(DRUG_1, one));
  }

  @Test
  void timesLookSlowerBeyondTwoPercentOnly() {
    double[] before = {5.0, 5.1, 4.9, 5.0, 5.1, 4.9};
    TimesApart slower = TimesApart.of(new double[] {7.0, 7.1, 6.9, 7.0, 7.1, 6.9}, before);
    assertTrue(slower.looksSlower() && !slower.looksFaster());
    assertEquals("1.40x the time (95 % interval 1.37-1.43)", slower.text());
    TimesApart faster = TimesApart.of(before, new double[] {7.0, 7.1, 6.9, 7.0, 7.1, 6.9});
    assertTrue(faster.looksFaster() && !faster.looksSlower());
    TimesApart same = TimesApart.of(new double[] {5.1, 5.1, 5.0, 5.0, 5.1, 5.0}, before);
    assertFalse(same.looksFaster() || same.looksSlower());
    TimesApart wild = TimesApart.of(new double[] {5, 5, 5, 5, 5, 15}, before);
    assertFalse(wild.looksSlower(), wild.text());
  }
}
