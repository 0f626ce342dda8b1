//SOURCES ContractColumn.java
//SOURCES Rule.java
//SOURCES ../../project/Yaml.java
package operate.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import operate.contract.Metric.Bound;
import operate.contract.Metric.InvalidValues;
import operate.contract.Metric.NotMultiple;
import operate.contract.Metric.OutOfRange;
import project.Yaml;

/** Reads {@code logicalTypeOptions}: what the values of a column may be. */
final class TypeOptionsReader {
  private static final Map<String, String> ENDS = new LinkedHashMap<>();

  static {
    ENDS.put("minimum", ">=");
    ENDS.put("exclusiveMinimum", ">");
    ENDS.put("maximum", "<=");
    ENDS.put("exclusiveMaximum", "<");
  }

  private static final Map<String, String> LENGTHS = new LinkedHashMap<>();

  static {
    LENGTHS.put("minLength", ">=");
    LENGTHS.put("maxLength", "<=");
  }

  private TypeOptionsReader() {}

  static List<Rule> rules(Yaml options, ContractColumn column) {
    String type =
        column
            .logicalType()
            .orElseThrow(() -> options.failure("has no logicalType beside it, wanted one"));
    return switch (type) {
      case "string" -> ofText(options.only("minLength", "maxLength", "pattern", "format"), column);
      case "integer", "number" ->
          ofNumbers(
              options.only(
                  "minimum",
                  "exclusiveMinimum",
                  "maximum",
                  "exclusiveMaximum",
                  "multipleOf",
                  "format"),
              column);
      case "date" ->
          range(
              options.only("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "format"),
              column,
              LocalDate::parse,
              "a day, as 2026-11-01");
      case "timestamp" ->
          range(
              options.only(
                  "minimum",
                  "exclusiveMinimum",
                  "maximum",
                  "exclusiveMaximum",
                  "format",
                  "timezone",
                  "defaultTimezone"),
              column,
              OffsetDateTime::parse,
              "a time, as 2026-11-01T09:00:00Z");
      default ->
          List.of(
              Rule.notRun(
                  column.name() + " logicalTypeOptions",
                  "those of logicalType %s are not looked at".formatted(type),
                  ContractReader.place(options)));
    };
  }

  private static List<Rule> ofText(Yaml options, ContractColumn column) {
    List<Rule> rules = new ArrayList<>();
    bounds(options, LENGTHS, Integer::parseUnsignedInt, "a whole number, from 0")
        .ifPresent(
            bounds ->
                rules.add(
                    rule(
                        "%s length not %s".formatted(column.name(), text(bounds)),
                        new OutOfRange(column.stored(), bounds, true),
                        options)));
    options
        .find("pattern")
        .ifPresent(
            pattern ->
                rules.add(
                    rule(
                        "%s not like %s".formatted(column.name(), pattern.text()),
                        new InvalidValues(
                            column.stored(), Optional.empty(), Optional.of(pattern(pattern))),
                        pattern)));
    options
        .find("format")
        .ifPresent(
            format ->
                rules.add(
                    Rule.notRun(
                        column.name() + " format",
                        "write a pattern to have it checked",
                        ContractReader.place(format))));
    return rules;
  }

  private static List<Rule> ofNumbers(Yaml options, ContractColumn column) {
    List<Rule> rules = new ArrayList<>(range(options, column, BigDecimal::new, "a number"));
    options
        .find("multipleOf")
        .ifPresent(
            of -> {
              if (of.as(BigDecimal::new, "a number above 0").signum() <= 0) {
                throw of.wrong("a number above 0");
              }
              rules.add(
                  rule(
                      "%s no multiple of %s".formatted(column.name(), of.text()),
                      new NotMultiple(column.stored(), of.text()),
                      of));
            });
    return rules;
  }

  private static List<Rule> range(
      Yaml options, ContractColumn column, Function<String, ?> parse, String wanted) {
    return bounds(options, ENDS, parse, wanted).stream()
        .map(
            bounds ->
                rule(
                    "%s not %s".formatted(column.name(), text(bounds)),
                    new OutOfRange(column.stored(), bounds, false),
                    options))
        .toList();
  }

  private static Optional<List<Bound>> bounds(
      Yaml options, Map<String, String> keys, Function<String, ?> parse, String wanted) {
    List<Bound> bounds = new ArrayList<>();
    keys.forEach(
        (key, comparison) ->
            options
                .find(key)
                .ifPresent(
                    end -> {
                      end.as(parse, wanted);
                      bounds.add(new Bound(comparison, end.text()));
                    }));
    return bounds.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(bounds));
  }

  private static String text(List<Bound> bounds) {
    return bounds.stream()
        .map(b -> b.comparison() + " " + b.value())
        .collect(Collectors.joining(" and "));
  }

  /** A pattern that a regular expression can be made of. */
  static String pattern(Yaml pattern) {
    return pattern.as(Pattern::compile, "a regular expression").pattern();
  }

  private static Rule rule(String name, Metric metric, Yaml at) {
    return Rule.strict(name, metric, "conformity", ContractReader.place(at));
  }
}
