//SOURCES ../operate/registry/Model.java
package portfolio;

import java.util.List;
import operate.registry.Model;

/**
 * What is known about a model besides its runs; empty where nobody says.
 *
 * @param owner the role that answers for it
 * @param tier how much hangs on it, {@code T1} most
 * @param schedule when it runs, in the words of {@link Cadence}
 * @param inputs tables it reads
 * @param outputs tables it writes
 * @param simulated whether its runs were made up
 */
public record ModelFacts(
    String owner,
    String tier,
    String schedule,
    List<String> inputs,
    List<String> outputs,
    boolean simulated) {

  /** What a registry says, which people maintain, before what stands beside the runs. */
  ModelFacts as(Model registered) {
    return new ModelFacts(
        registered.owner(),
        registered.tier(),
        registered.schedule(),
        registered.inputs(),
        registered.outputs(),
        simulated);
  }
}
