//SOURCES Step.java
//SOURCES ../project/LabException.java
package sales;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import project.LabException;

/**
 * Which steps of {@code daily_sales} are in their tuned form; all others are naive.
 *
 * @param tuned in the order of {@link Step}
 */
public record Steps(Set<Step> tuned) {
  /** The naive job, {@code job_baseline}. */
  public static final Steps NONE = new Steps(EnumSet.noneOf(Step.class));

  /**
   * What {@code job_optimized} does. Left out are compacted input, which another job must have
   * written; the three that are for other cases than this job: a dimension too large to broadcast,
   * rows used more than once, a plan too long; and codes, which cost a job of their own and plain
   * code, and pay with tens of millions of rows.
   */
  public static final Steps ALL = new Steps(EnumSet.range(Step.NATIVE, Step.OUTPUT));

  /** A copy in the order of {@link Step} that nobody changes. */
  public Steps {
    EnumSet<Step> sorted = EnumSet.noneOf(Step.class);
    sorted.addAll(tuned);
    tuned = Collections.unmodifiableSet(sorted);
  }

  /**
   * Reads a list as people type it: {@code none}, {@code all}, {@code native,broadcast}, {@code
   * all,compacted}, {@code all,-aqe}.
   *
   * @throws LabException naming the steps, when a word is none of them
   */
  public static Steps parse(String text) {
    return new Steps(typed(text));
  }

  /**
   * The same steps in the order they are typed; those of {@code all} in the order of {@link Step}.
   */
  public static Set<Step> typed(String text) {
    Set<Step> steps = new LinkedHashSet<>();
    for (String word : text.strip().split("\\s*,\\s*")) {
      switch (word) {
        case "none" -> {}
        case "all" -> steps.addAll(ALL.tuned);
        default -> {
          if (word.startsWith("-")) {
            steps.remove(step(word.substring(1), text));
          } else {
            steps.add(step(word, text));
          }
        }
      }
    }
    return steps;
  }

  private static Step step(String word, String text) {
    return Arrays.stream(Step.values())
        .filter(s -> s.id().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                LabException.usage(
                    "'%s' in '%s' is not a step of daily_sales (wanted none, all, or some of %s)"
                        .formatted(word, text, ids(List.of(Step.values()), ", "))));
  }

  /** Whether {@code step} is in its tuned form. */
  public boolean has(Step step) {
    return tuned.contains(step);
  }

  /** These and one more. */
  public Steps with(Step step) {
    EnumSet<Step> more = EnumSet.of(step);
    more.addAll(tuned);
    return new Steps(more);
  }

  /** These without one. */
  public Steps without(Step step) {
    EnumSet<Step> fewer = EnumSet.of(step);
    fewer.addAll(tuned);
    fewer.remove(step);
    return new Steps(fewer);
  }

  /** A name, the shorter of what was added to and left out of {@link #ALL}: {@code all-aqe}. */
  public String label() {
    if (tuned.isEmpty()) {
      return "none";
    }
    EnumSet<Step> missing = EnumSet.copyOf(ALL.tuned);
    missing.removeAll(tuned);
    EnumSet<Step> extra = EnumSet.copyOf(tuned);
    extra.removeAll(ALL.tuned);
    if (missing.size() + 1 + extra.size() >= tuned.size()) {
      return ids(tuned, "+");
    }
    return "all"
        + missing.stream().map(s -> "-" + s.id()).collect(Collectors.joining())
        + extra.stream().map(s -> "+" + s.id()).collect(Collectors.joining());
  }

  /** The Spark settings of all steps, each in the form chosen here. */
  public Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    for (Step step : Step.values()) {
      settings.putAll(step.settings(has(step)));
    }
    return settings;
  }

  private static String ids(Iterable<Step> steps, String separator) {
    StringBuilder ids = new StringBuilder();
    steps.forEach(s -> ids.append(ids.isEmpty() ? "" : separator).append(s.id()));
    return ids.toString();
  }

  /** As it is typed: {@code native,broadcast}. */
  @Override
  public String toString() {
    return tuned.isEmpty() ? "none" : ids(tuned, ",");
  }
}
