package project;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** In what named values differ from those they should be. */
public final class Differences {
  private Differences() {}

  /**
   * {@code cores 4 instead of 2} for every name with two values: first the names of {@code found},
   * then those that only {@code wanted} has.
   *
   * @param absent stands for the value of a name that one side lacks
   */
  public static List<String> of(Map<String, ?> found, Map<String, ?> wanted, String absent) {
    Set<String> names = new LinkedHashSet<>(found.keySet());
    names.addAll(wanted.keySet());
    return names.stream()
        .filter(name -> !value(found, name, absent).equals(value(wanted, name, absent)))
        .map(
            name ->
                "%s %s instead of %s"
                    .formatted(name, value(found, name, absent), value(wanted, name, absent)))
        .toList();
  }

  private static Object value(Map<String, ?> values, String name, String absent) {
    return values.containsKey(name) ? values.get(name) : absent;
  }
}
