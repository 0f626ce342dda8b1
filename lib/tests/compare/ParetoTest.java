//DEPS org.junit.jupiter:junit-jupiter:6.1.3
package tests.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import compare.Pareto;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParetoTest {
  private final Pareto pareto =
      Pareto.of(Map.of("c", 10.0, "a", 60.0, "b", 20.0, "d", 10.0, "e", 0.0));

  @Test
  void theLargestComeFirstAndThoseOfEqualSizeByName() {
    assertEquals(
        List.of("a", "b", "c", "d"), pareto.items().stream().map(Pareto.Item::name).toList());
    assertEquals(
        List.of(0.6, 0.8, 0.9, 1.0), pareto.items().stream().map(Pareto.Item::cumulative).toList());
    assertEquals(100, pareto.sum());
  }

  @Test
  void howManyMakeUpAShare() {
    assertEquals(1, pareto.largest(0.6));
    assertEquals(2, pareto.largest(0.61));
    assertEquals(2, pareto.largest(0.8));
    assertEquals(4, pareto.largest(1));
  }

  @Test
  void nothingHasNoLargest() {
    assertEquals(0, Pareto.of(Map.of("a", 0.0)).largest(0.8));
    assertEquals(0, Pareto.of(Map.of()).sum());
  }
}
