//SOURCES SimulatedModels.java
//SOURCES SimulatedRuns.java
package portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A history of a platform that does not exist, with offenders planted in it, to try a report on and
 * to learn what a rule finds and misses. The rules know nothing of it.
 *
 * @param simulation what was asked for
 * @param models those that others read from first
 * @param runs of each model, in the same order
 */
public record SimulatedHistory(
    Simulation simulation, List<SimulatedModel> models, List<List<ModelRun>> runs) {

  /** Makes up a history. */
  public static SimulatedHistory of(Simulation simulation) {
    List<SimulatedModel> models = SimulatedModels.of(simulation);
    List<List<ModelRun>> runs = new ArrayList<>();
    for (SimulatedModel model : models) {
      runs.add(
          SimulatedRuns.of(simulation, model, model.upstream().stream().map(runs::get).toList()));
    }
    return new SimulatedHistory(simulation, models, List.copyOf(runs));
  }

  /** How many runs there are. */
  public int size() {
    return runs.stream().mapToInt(List::size).sum();
  }

  /** What each offender is, by name. */
  Map<String, String> offenders() {
    return models.stream()
        .filter(m -> m.role().offender())
        .collect(
            Collectors.toMap(SimulatedModel::name, m -> m.role().id(), (a, b) -> a, TreeMap::new));
  }

  /** The models as a log would show them to a reader. */
  public List<ModelHistory> histories() {
    List<ModelHistory> histories = new ArrayList<>();
    for (SimulatedModel model : models) {
      List<ModelRun> of = runs.get(model.number());
      if (!of.isEmpty()) {
        ModelFacts facts =
            new ModelFacts(
                model.owner(),
                model.tier(),
                model.schedule(),
                model.inputs(),
                List.of(model.output()),
                true);
        histories.add(new ModelHistory(model.name(), model.name(), facts, of));
      }
    }
    return List.copyOf(histories);
  }
}
