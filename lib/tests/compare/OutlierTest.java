//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Given.java
//SOURCES ../../compare/Outlier.java
package tests.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import compare.Outlier;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlierTest {
  /**
   * By hand, from Iglewicz and Hoaglin's formula. The first sample has median 12 and MAD 1. Of the
   * second, an ordinary z score flags nothing: each of the two wild values hides the other.
   */
  @ParameterizedTest
  @CsvSource({
    "10 12 12 13 12 11 14 300, -1.349 0 0 0.6745 0 -0.6745 1.349 194.256",
    "2.1 2.6 2.4 2.5 2.3 2.1 2.3 2.6 8.2 8.3,"
        + " -1.574 0.675 -0.225 0.225 -0.675 -1.574 -0.675 0.675 25.856 26.306",
  })
  void modifiedZScores(String values, String scores) {
    assertArrayEquals(Given.values(scores), Outlier.scores(Given.values(values)), 1e-3);
  }

  /** MAD 0: 90 / (1.253314 * 11.25), the fallback IBM documents for Cognos and SPSS. */
  @Test
  void whenMostValuesAreTheSameTheMeanDeviationStandsIn() {
    double[] values = Given.values("10 10 10 10 10 10 10 100");
    assertEquals(6.3831, Outlier.scores(values)[7], 1e-4);
    assertEquals(0, Outlier.scores(values)[0]);
  }

  @Test
  void outliersAreFlaggedInPlaceOnBothSides() {
    List<Outlier> outliers = Outlier.among(Given.values("1.0 20 20.5 19.5 21 20.2 40"));
    assertEquals(List.of(0, 6), outliers.stream().map(Outlier::index).toList());
    assertEquals(List.of(1.0, 40.0), outliers.stream().map(Outlier::value).toList());
    assertEquals(-1, Math.signum(outliers.get(0).score()));
  }

  /** Median 10, MAD 1: the limit lies at 10 + 3.5 / 0.6745 = 15.189. */
  @ParameterizedTest
  @CsvSource({"15.18, 0", "15.20, 1"})
  void theThresholdIsThreeAndAHalf(String value, int outliers) {
    assertEquals(outliers, Outlier.among(Given.values("8 9 9 10 11 11 " + value)).size());
  }

  @Test
  void valuesThatAreAllTheSameHaveNoOutlier() {
    assertEquals(List.of(), Outlier.among(new double[] {3, 3, 3, 3, 3, 3}));
    assertEquals(List.of(), Outlier.among(new double[] {3}));
  }
}
