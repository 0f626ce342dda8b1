package compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Who makes up most of a sum.
 *
 * @param items largest first, those of equal value by name
 */
public record Pareto(List<Item> items) {

  /**
   * One part of the sum.
   *
   * @param value at least 0
   * @param cumulative share of the sum up to and with this one, from 0 to 1
   */
  public record Item(String name, double value, double cumulative) {}

  /** The parts of a sum; those of value 0 are left out. */
  public static Pareto of(Map<String, Double> values) {
    double sum = values.values().stream().mapToDouble(v -> v).sum();
    List<Item> items = new ArrayList<>();
    double running = 0;
    List<Map.Entry<String, Double>> sorted =
        values.entrySet().stream()
            .filter(e -> e.getValue() > 0)
            .sorted(
                Comparator.comparing((Map.Entry<String, Double> e) -> -e.getValue())
                    .thenComparing(Map.Entry::getKey))
            .toList();
    for (Map.Entry<String, Double> entry : sorted) {
      running += entry.getValue();
      items.add(new Item(entry.getKey(), entry.getValue(), running / sum));
    }
    return new Pareto(List.copyOf(items));
  }

  /** How many of the largest it takes to make up this share of the sum. */
  public int largest(double share) {
    return (int) items.stream().filter(i -> i.cumulative < share - 1e-12).count()
        + (items.isEmpty() ? 0 : 1);
  }

  /** The sum. */
  public double sum() {
    return items.stream().mapToDouble(Item::value).sum();
  }
}
