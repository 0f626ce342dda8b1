//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../compare/Quantile.java
package tests.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import compare.Quantile;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantileTest {
  /** mtcars$mpg, as it comes with R. */
  private static final String MPG =
      "21 21 22.8 21.4 18.7 18.1 14.3 24.4 22.8 19.2 17.8 16.4 17.3 15.2 10.4 10.4 14.7 32.4 30.4"
          + " 33.9 21.5 15.5 15.2 13.3 19.2 27.3 26 30.4 15.8 19.7 15 21.4";

  private static double[] values(String text) {
    return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  /** What R prints for quantile(mtcars$mpg). */
  @ParameterizedTest
  @CsvSource({"0, 10.4", "0.25, 15.425", "0.5, 19.2", "0.75, 22.8", "0.95, 31.3", "1, 33.9"})
  void asInR(double p, double expected) {
    assertEquals(expected, Quantile.of(values(MPG), p), 1e-12);
  }

  /** What pandas returns for Series.quantile, whose default this is. */
  @ParameterizedTest
  @CsvSource({
    "1 2 3 4, 0.95, 3.85",
    "1 2 3 4 5 6 7 8 9 10, 0.95, 9.55",
    "10 9 8 7 6 5 4 3 2 1, 0.95, 9.55",
    "15 20 35 40 50, 0.4, 29",
    "15 20 35 40 50, 0.05, 16",
    "3 3 3, 0.95, 3",
    "7, 0.95, 7",
    "1 2, 0.5, 1.5",
  })
  void asInPandas(String sample, double p, double expected) {
    assertEquals(expected, Quantile.of(values(sample), p), 1e-12);
  }

  @Test
  void valuesKeepTheirOrder() {
    double[] values = {3, 1, 2};
    Quantile.of(values, 0.5);
    assertArrayEquals(new double[] {3, 1, 2}, values);
  }

  @Test
  void whatHasNoQuantileIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Quantile.of(new double[0], 0.5));
    double[] one = {1};
    for (double p : new double[] {-0.01, 1.01, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> Quantile.of(one, p));
    }
    double[] unknown = {1, Double.NaN};
    assertThrows(IllegalArgumentException.class, () -> Quantile.of(unknown, 0.5));
  }
}
