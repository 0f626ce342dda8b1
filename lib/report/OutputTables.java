//SOURCES ../project/Quantity.java
//SOURCES Findings.java
//SOURCES Grid.java
//SOURCES Numbers.java
//SOURCES ../compare/Parity.java
//SOURCES ../operate/contract/QualityMetric.java
package report;

import compare.Parity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import operate.contract.QualityMetric;
import project.Quantity;

/** The tables about the answers: are they the same, and what is in them. */
final class OutputTables {
  private OutputTables() {}

  /** Every check of the parity that the report shows. */
  static Grid parity(Findings f) {
    Optional<Parity> parity = f.answers().parity();
    String left = parity.map(Parity::leftVariant).orElse(f.selection().before().name());
    String right = parity.map(Parity::rightVariant).orElse(f.selection().after().name());
    return new Grid(
        "Same answer, check by check",
        "lrrll",
        List.of("check", left, right, "result", "differing rows"),
        parity.stream()
            .flatMap(p -> p.checks().stream())
            .map(
                c ->
                    List.of(
                        c.name(),
                        c.left(),
                        c.right(),
                        c.equal() ? "equal" : "DIFFERENT",
                        c.detail().isEmpty() ? Numbers.NONE : c.detail()))
            .toList());
  }

  /** Rows, nulls and duplicate keys of the newest output of each variant. */
  static Grid quality(Findings f) {
    Map<String, Long> before = byName(f.quality().get(Side.BEFORE));
    Map<String, Long> after = byName(f.quality().get(Side.AFTER));
    return new Grid(
        "Quality of the newest outputs",
        "lrrl",
        List.of("metric", f.selection().before().name(), f.selection().after().name(), "result"),
        f.quality().values().stream()
            .flatMap(List::stream)
            .map(OutputTables::name)
            .distinct()
            .map(name -> row(name, before.get(name), after.get(name)))
            .toList());
  }

  private static List<String> row(String name, Long before, Long after) {
    String result = before == null || after == null ? Numbers.NONE : "";
    if (result.isEmpty()) {
      result = Objects.equals(before, after) ? "equal" : "DIFFERENT";
    }
    return List.of(name, count(before), count(after), result);
  }

  private static String count(Long value) {
    return value == null ? Numbers.NONE : Quantity.count(value);
  }

  private static Map<String, Long> byName(List<QualityMetric> metrics) {
    return Stream.ofNullable(metrics)
        .flatMap(List::stream)
        .collect(Collectors.toMap(OutputTables::name, QualityMetric::value, (a, b) -> b));
  }

  private static String name(QualityMetric metric) {
    return metric.column().isEmpty()
        ? metric.metric()
        : "%s (%s)".formatted(metric.metric(), metric.column());
  }
}
