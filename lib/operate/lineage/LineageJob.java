//SOURCES ../registry/Model.java
package operate.lineage;

import java.util.Optional;
import operate.registry.Model;

/**
 * A job of the graph.
 *
 * @param name as in the registry and the logs
 * @param registered what the registry says of it; empty for one that only the log knows
 * @param seen whether the log has a line of it
 */
public record LineageJob(String name, Optional<Model> registered, boolean seen) {
  private static final String NONE = "-";

  /** Who answers for it. */
  public String owner() {
    return registered.map(Model::owner).orElse("nobody registered");
  }

  /** How much hangs on it. */
  public String tier() {
    return registered.map(Model::tier).orElse(NONE);
  }
}
