//DEPS org.junit.jupiter:junit-jupiter:6.1.3
package tests.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import compare.MedianPolish;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MedianPolishTest {

  /** The example of R's medpolish: deaths from parachuting, by experience and year. */
  @Test
  void agreesWithRsExample() {
    double[][] deaths = {{14, 15, 14}, {7, 4, 7}, {8, 2, 10}, {15, 9, 10}, {0, 2, 0}};
    List<String> jumps = new ArrayList<>();
    List<String> years = new ArrayList<>();
    double[] values = new double[15];
    for (int i = 0; i < 15; i++) {
      jumps.add("jumps " + i / 3);
      years.add("year " + i % 3);
      values[i] = deaths[i / 3][i % 3];
    }
    double[] wanted = {0, 2, 0, 0, -2, 0, 0, -5, 2, 5, 0, 0, 0, 3, 0};
    assertArrayEquals(wanted, MedianPolish.residuals(jumps, years, values), 1e-12);
  }

  @Test
  void whatTheTwoPropertiesExplainLeavesNothing() {
    List<String> tier = List.of("T1", "T1", "T2", "T2");
    List<String> schedule = List.of("hourly", "daily", "hourly", "daily");
    assertArrayEquals(
        new double[4], MedianPolish.residuals(tier, schedule, new double[] {5, 3, 4, 2}), 1e-12);
  }

  @Test
  void oneWildValueStandsOutAndSpoilsNoOther() {
    List<String> same = List.of("a", "a", "a", "a", "a");
    assertArrayEquals(
        new double[] {0, 0, 0, 100, 0},
        MedianPolish.residuals(same, same, new double[] {1, 1, 1, 101, 1}),
        1e-12);
  }
}
