//SOURCES Cadence.java
//SOURCES ModelHistory.java
//SOURCES ../operate/registry/Registry.java
//SOURCES ../project/Quantity.java
package portfolio;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import operate.registry.Model;
import operate.registry.Registry;
import project.Quantity;

/** What a registry and a log of runs do not know of each other. */
public final class RegistryGaps {
  /** A reader who needs the rest has the registry. */
  private static final int NAMED = 5;

  private RegistryGaps() {}

  /**
   * A sentence for models that should have run and did not, and for jobs that are not registered.
   */
  public static List<String> between(Registry registry, List<ModelHistory> models) {
    Set<String> ran =
        models.stream().map(ModelHistory::job).collect(Collectors.toCollection(TreeSet::new));
    List<String> silent =
        registry.models().stream()
            .filter(m -> Cadence.of(m.schedule()).isPresent() && !ran.contains(m.name()))
            .map(Model::name)
            .toList();
    Set<String> strangers = new TreeSet<>(ran);
    registry.models().forEach(m -> strangers.remove(m.name()));
    List<String> sentences = new ArrayList<>();
    if (!silent.isEmpty()) {
      sentences.add(
          "%s in %s %s a schedule and no run in the log: %s"
              .formatted(
                  Quantity.count(silent.size(), "model"),
                  registry.file().getFileName(),
                  silent.size() == 1 ? "has" : "have",
                  few(silent)));
    }
    if (!strangers.isEmpty()) {
      sentences.add(
          "%s of the log %s not in %s: %s"
              .formatted(
                  Quantity.count(strangers.size(), "job"),
                  strangers.size() == 1 ? "is" : "are",
                  registry.file().getFileName(),
                  few(strangers)));
    }
    return sentences;
  }

  private static String few(Collection<String> names) {
    List<String> sorted = names.stream().sorted().toList();
    return sorted.size() <= NAMED
        ? String.join(", ", sorted)
        : String.join(", ", sorted.subList(0, NAMED))
            + " and %d more".formatted(sorted.size() - NAMED);
  }
}
