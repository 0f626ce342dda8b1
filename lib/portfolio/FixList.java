//SOURCES CostHog.java
//SOURCES FlakyModel.java
//SOURCES MonthEndPeak.java
//SOURCES Portfolio.java
//SOURCES SlowDrift.java
//SOURCES StaleModel.java
//SOURCES UnrepairedModel.java
package portfolio;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What to fix first.
 *
 * @param items those whose readers wait now, then by EUR
 * @param looked at how many models
 */
public record FixList(List<Item> items, int looked) {

  /**
   * A model and why it is on the list.
   *
   * @param offences at least one, the most urgent first
   * @param dependents how many models read what it makes, and so on down; empty where nobody says
   *     who reads what
   */
  public record Item(ModelStats model, List<Offence> offences, Optional<Integer> dependents) {

    /** Whether readers of the data wait now. */
    public boolean urgent() {
      return offences.stream().anyMatch(o -> o.kind().urgent());
    }

    /** The largest of its offences: they overlap, so that a sum would count twice. */
    public double eurPerMonth() {
      return offences.stream().mapToDouble(Offence::eurPerMonth).max().orElseThrow();
    }

    private Duration waiting() {
      return model.age().map(DataAge::now).orElse(Duration.ZERO);
    }
  }

  /** Broken ones by tier, and those that wait longest first; what only costs money by EUR. */
  private static final Comparator<Item> ORDER =
      Comparator.comparing((Item i) -> !i.urgent())
          .thenComparing(i -> i.urgent() ? i.model().tier() : "")
          .thenComparing(i -> i.urgent() ? i.waiting().negated() : Duration.ZERO)
          .thenComparing(i -> -i.eurPerMonth())
          .thenComparing(i -> i.model().name());

  /** Looks at every model by every rule. */
  public static FixList of(Portfolio portfolio, FixRules rules) {
    Map<String, Offence> hogs = CostHog.among(portfolio.models(), rules);
    boolean dependencies =
        portfolio.models().stream().anyMatch(m -> !m.history().facts().outputs().isEmpty());
    List<Item> items = new ArrayList<>();
    for (ModelStats model : portfolio.models()) {
      List<Offence> offences =
          Stream.of(
                  UnrepairedModel.of(model, portfolio),
                  StaleModel.of(model),
                  Optional.ofNullable(hogs.get(model.name())),
                  SlowDrift.of(model, rules),
                  FlakyModel.of(model, rules),
                  MonthEndPeak.of(model, rules))
              .flatMap(Optional::stream)
              .toList();
      if (!offences.isEmpty()) {
        Optional<Integer> dependents =
            dependencies ? Optional.of(dependents(model, portfolio.models())) : Optional.empty();
        items.add(new Item(model, offences, dependents));
      }
    }
    items.sort(ORDER);
    return new FixList(List.copyOf(items), portfolio.models().size());
  }

  /** Jobs that read what a model makes, directly or through others. */
  private static int dependents(ModelStats of, List<ModelStats> all) {
    Set<String> jobs = new HashSet<>();
    Deque<ModelHistory> open = new ArrayDeque<>(List.of(of.history()));
    while (!open.isEmpty()) {
      ModelHistory maker = open.pop();
      all.stream()
          .map(ModelStats::history)
          .filter(h -> h.facts().inputs().stream().anyMatch(maker.facts().outputs()::contains))
          .filter(h -> !h.job().equals(of.history().job()) && jobs.add(h.job()))
          .forEach(open::push);
    }
    return jobs.size();
  }

  /** EUR of all items. */
  public double eurPerMonth() {
    return items.stream().mapToDouble(Item::eurPerMonth).sum();
  }

  /** How many are broken now. */
  public long urgent() {
    return items.stream().filter(Item::urgent).count();
  }
}
