//SOURCES ModelHistory.java
//SOURCES ../project/Quantity.java
package portfolio;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import operate.registry.Model;
import project.Quantity;

/** Collects runs in whatever order they come and sorts them into models. */
final class LoggedRuns {
  private static final class Model {
    private final List<ModelRun> runs = new ArrayList<>();
    private ModelFacts facts;
    private Instant factsOf = Instant.MIN;
  }

  private final Map<String, Map<String, Model>> jobs = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();
  private int twice;
  private int overlaps;
  private String overlapping = "";
  private int mostOverlaps;

  /** One run; of what the lines say about the model, the newest holds. */
  void add(String job, String variant, ModelFacts facts, ModelRun run) {
    Model model =
        jobs.computeIfAbsent(job, j -> new TreeMap<>()).computeIfAbsent(variant, v -> new Model());
    model.runs.add(run);
    if (run.start().isAfter(model.factsOf)) {
      model.facts = facts;
      model.factsOf = run.start();
    }
  }

  /**
   * The models, by name: a variant is a model of its own where a job has several, for each writes
   * an output of its own and takes its own time.
   */
  List<ModelHistory> models() {
    List<ModelHistory> models = new ArrayList<>();
    jobs.forEach(
        (job, variants) ->
            variants.forEach(
                (variant, model) -> {
                  boolean several = variants.size() > 1 && !variant.isEmpty();
                  String name = several ? job + "/" + variant : job;
                  models.add(new ModelHistory(job, name, model.facts, runs(name, model.runs)));
                }));
    sayWhatIsOdd();
    return List.copyOf(models);
  }

  private List<ModelRun> runs(String name, List<ModelRun> logged) {
    List<ModelRun> runs = new ArrayList<>(new LinkedHashSet<>(logged));
    twice += logged.size() - runs.size();
    runs.sort(ModelRun.BY_START);
    int here = 0;
    for (int i = 1; i < runs.size(); i++) {
      here += runs.get(i).start().isBefore(runs.get(i - 1).end()) ? 1 : 0;
    }
    overlaps += here;
    if (here > mostOverlaps) {
      mostOverlaps = here;
      overlapping = name;
    }
    return List.copyOf(runs);
  }

  private void sayWhatIsOdd() {
    if (twice > 0) {
      notes.add("%s stand in the log twice and count once".formatted(Quantity.count(twice, "run")));
    }
    if (overlaps > 0) {
      notes.add(
          "%s began before the run before had ended, %d of them of %s; each counts"
              .formatted(Quantity.count(overlaps, "run"), mostOverlaps, overlapping));
    }
  }

  /** A sentence for each thing that is odd about the runs as a whole. */
  List<String> notes() {
    return notes;
  }
}
