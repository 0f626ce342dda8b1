//SOURCES SimulatedBehaviour.java
//SOURCES SimulatedRole.java
package portfolio;

import java.time.Duration;
import java.util.List;

/**
 * A model that does not exist.
 *
 * @param number from 0
 * @param layer 0 reads sources, 1 and 2 read what the layers before make
 * @param inputs tables
 * @param upstream numbers of the models that make its inputs
 * @param behaviour how it runs
 */
record SimulatedModel(
    int number,
    String name,
    String owner,
    String tier,
    String schedule,
    int layer,
    List<String> inputs,
    List<Integer> upstream,
    SimulatedRole role,
    SimulatedBehaviour behaviour) {

  /** The table it makes. */
  String output() {
    return table(layer, name);
  }

  static String table(int layer, String name) {
    return List.of("bronze.", "silver.", "gold.").get(layer) + name;
  }

  /** From one scheduled run to the next. */
  static Duration period(String schedule) {
    return switch (schedule) {
      case "hourly" -> Duration.ofHours(1);
      case "daily" -> Duration.ofDays(1);
      default -> Duration.ofDays(7);
    };
  }

  Duration period() {
    return period(schedule);
  }
}
