//SOURCES Findings.java
//SOURCES Grid.java
//SOURCES Numbers.java
package report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * Collects rows of a table with a column for each side. The column with the change exists only when
 * the two may stand against each other.
 */
final class MeasureRows {
  private final Findings findings;
  private final List<List<String>> rows = new ArrayList<>();

  MeasureRows(Findings findings) {
    this.findings = findings;
  }

  /** Adds a number of each variant, and by how many percent it changes. */
  MeasureRows add(String name, ToDoubleFunction<Sample> value, DoubleFunction<String> format) {
    Sample before = findings.selection().before();
    Sample after = findings.selection().after();
    String change =
        findings.comparable()
            ? Numbers.change(value.applyAsDouble(before), value.applyAsDouble(after))
            : "";
    return row(name, shown(before, value, format), shown(after, value, format), change);
  }

  private static String shown(
      Sample sample, ToDoubleFunction<Sample> value, DoubleFunction<String> format) {
    return sample.isEmpty() ? Numbers.NONE : format.apply(value.applyAsDouble(sample));
  }

  /** Adds a row of words. */
  MeasureRows row(String name, String before, String after, String change) {
    rows.add(
        findings.comparable()
            ? List.of(name, before, after, change)
            : List.of(name, before, after));
    return this;
  }

  Grid grid(String caption) {
    String before = findings.selection().before().name();
    String after = findings.selection().after().name();
    return findings.comparable()
        ? new Grid(caption, "lrrr", List.of("", before, after, "change"), rows)
        : new Grid(caption, "lrr", List.of("", before, after), rows);
  }
}
