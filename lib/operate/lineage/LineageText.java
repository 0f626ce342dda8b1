//SOURCES Lineage.java
//SOURCES LineageTables.java
//SOURCES ../../project/Quantity.java
package operate.lineage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import project.Quantity;
import project.TextTable;

/** Lineage as text: each job with what it reads and writes, sources first. */
public final class LineageText {
  private LineageText() {}

  /**
   * The whole graph.
   *
   * @param registry where the jobs are registered
   * @param log where the runs were logged
   */
  public static String of(Lineage lineage, String registry, String log) {
    List<String> blocks = new ArrayList<>();
    blocks.add(
        "%s and %s, by %s and %s."
            .formatted(
                Quantity.count(lineage.graph().jobs().size(), "job"),
                Quantity.count(lineage.graph().tables().size(), "table"),
                registry,
                log));
    for (LineageJob job : lineage.jobs()) {
      blocks.add(title(job) + "\n" + LineageTables.edges(lineage, job).plain("  "));
    }
    TextTable columns = LineageTables.columns(lineage);
    if (!columns.rows().isEmpty()) {
      blocks.add("Columns, by the plan of each variant's newest run:\n" + columns.plain("  "));
    }
    blocks.add(agreement(lineage));
    return String.join("\n\n", blocks);
  }

  private static String title(LineageJob job) {
    return job.registered()
        .map(m -> "%s  %s, %s, %s".formatted(job.name(), m.tier(), m.owner(), m.schedule()))
        .orElse(job.name() + "  not registered");
  }

  private static String agreement(Lineage lineage) {
    List<String> gaps = lineage.gaps();
    String differences =
        gaps.isEmpty()
            ? agreed(lineage)
            : gaps.stream()
                .map(gap -> "\n- " + gap + ".")
                .collect(Collectors.joining("", "Registry and log differ:", ""));
    return differences + unseen(lineage).map(sentence -> "\n" + sentence).orElse("");
  }

  /** That there is nothing to say about registry and log. */
  public static String agreed(Lineage lineage) {
    return lineage.graph().jobs().stream().anyMatch(LineageJob::seen)
        ? "What runs read and wrote is what is registered."
        : "No run has logged what it read and wrote.";
  }

  /** The jobs of which only the registry knows; empty when the log knows all. */
  public static Optional<String> unseen(Lineage lineage) {
    List<String> unseen = LineageGaps.unseen(lineage.graph());
    return unseen.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The log has no line of %s: known from the registry only."
                .formatted(String.join(", ", unseen)));
  }

  /** The answer to what hangs on a table. */
  public static String of(LineageImpact impact) {
    if (impact.steps().isEmpty()) {
      return "Nothing reads %s, by the registry and by the log.".formatted(impact.table());
    }
    return "A change of %s reaches %s and %s:\n%s"
        .formatted(
            impact.table(),
            Quantity.count(impact.steps().size(), "job"),
            Quantity.count(impact.tables().size(), "table"),
            LineageTables.impact(impact).plain("  "));
  }

  /** The answer to what hangs on a column. */
  public static String of(ColumnImpact impact) {
    String untouched =
        impact.untouched().isEmpty()
            ? ""
            : "\nNot reached, by the plans of their newest runs: %s."
                .formatted(String.join(", ", impact.untouched()));
    if (impact.steps().isEmpty()) {
      return "Nothing is made from %s.%s".formatted(impact.column(), untouched);
    }
    return "A change of %s reaches %s:\n%s%s"
        .formatted(
            impact.column(),
            Quantity.count(impact.steps().size(), "job"),
            LineageTables.impact(impact).plain("  "),
            untouched);
  }
}
