package operate.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One job of the lab, as its owner registered it: a line of {@code ops/models_registry.csv}.
 *
 * @param name as in the {@code job_name} and {@code model_name} of the logs
 * @param owner the role that answers for it
 * @param description its purpose, one sentence
 * @param inputs tables it reads, empty when it reads none
 * @param outputs tables it writes, at least one
 * @param schedule when it runs
 * @param tier how much hangs on it, {@code T1} most
 * @param reviewed when somebody last saw to it that all of this is still true
 */
public record Model(
    String name,
    String owner,
    String description,
    List<String> inputs,
    List<String> outputs,
    String schedule,
    String tier,
    Optional<LocalDate> reviewed) {

  /** A model that nobody has reviewed yet. */
  public Model(
      String name,
      String owner,
      String description,
      List<String> inputs,
      List<String> outputs,
      String schedule,
      String tier) {
    this(name, owner, description, inputs, outputs, schedule, tier, Optional.empty());
  }
}
