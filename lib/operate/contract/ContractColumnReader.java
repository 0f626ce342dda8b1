//SOURCES ContractColumn.java
//SOURCES QualityRuleReader.java
//SOURCES Rule.java
//SOURCES TypeOptionsReader.java
//SOURCES ../../project/Yaml.java
package operate.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import operate.contract.Metric.DuplicateValues;
import operate.contract.Metric.NullValues;
import operate.contract.Metric.Orphans;
import project.Yaml;

/** Reads the columns of a contract, and the rules that they imply or have. */
final class ContractColumnReader {
  private static final String[] PROPERTY = {
    "id",
    "name",
    "businessName",
    "description",
    "logicalType",
    "logicalTypeOptions",
    "physicalName",
    "physicalType",
    "required",
    "unique",
    "primaryKey",
    "primaryKeyPosition",
    "partitioned",
    "partitionKeyPosition",
    "classification",
    "criticalDataElement",
    "encryptedName",
    "transformSourceObjects",
    "transformLogic",
    "transformDescription",
    "examples",
    "relationships",
    "quality",
    "properties",
    "items",
    "authoritativeDefinitions",
    "tags",
    "customProperties"
  };

  private static final List<String> LOGICAL_TYPES =
      List.of(
          "string", "date", "timestamp", "time", "number", "integer", "object", "array", "boolean");

  /** {@code raw.customers.odcs.yaml#/schema/customers/properties/customer_id}. */
  private static final Pattern OTHER_CONTRACT =
      Pattern.compile("(?:.*/)?(\\w+\\.\\w+)\\.odcs\\.yaml#/?schema/[\\w-]+/properties/([\\w-]+)");

  private ContractColumnReader() {}

  static List<ContractColumn> columns(Yaml properties) {
    Map<String, ContractColumn> columns = new LinkedHashMap<>();
    for (Yaml property : properties.items()) {
      ContractColumn column = column(property.only(PROPERTY));
      if (columns.put(column.name(), column) != null) {
        throw property.get("name").failure("stands here a second time");
      }
    }
    if (columns.isEmpty()) {
      throw properties.failure("has no columns, wanted at least one");
    }
    return List.copyOf(columns.values());
  }

  private static ContractColumn column(Yaml property) {
    String name = property.get("name").text();
    return new ContractColumn(
        name,
        property.find("id").map(Yaml::text).orElse(name),
        property.find("physicalName").map(Yaml::text).orElse(name),
        property.find("logicalType").map(type -> type.oneOf(LOGICAL_TYPES)),
        property.find("physicalType").map(Yaml::text),
        is(property, "partitioned"),
        ContractReader.place(property));
  }

  /** The declared column that {@code name} is, which stands in {@code yaml}. */
  static ContractColumn column(Yaml yaml, String name, List<ContractColumn> columns) {
    return columns.stream()
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                yaml.wrong(
                    "a column of the contract: "
                        + String.join(", ", columns.stream().map(ContractColumn::name).toList())));
  }

  private static boolean is(Yaml property, String key) {
    return property.find(key).map(y -> y.oneOf(List.of("true", "false"))).orElse("").equals("true");
  }

  /** The primary key; a key of one column that is declared unique as well stands once. */
  static List<Rule> keyRules(Yaml properties, List<ContractColumn> columns) {
    Map<Integer, Yaml> key = new TreeMap<>(Comparator.naturalOrder());
    for (Yaml property : properties.items()) {
      Optional<Yaml> position = property.find("primaryKeyPosition");
      int at =
          position
              .map(p -> (int) p.number(-1, Integer.MAX_VALUE, "a position, from 1, or -1"))
              .orElse(-1);
      if (is(property, "primaryKey")) {
        if (key.put(at < 1 ? Integer.MAX_VALUE - key.size() : at, property) != null) {
          throw position.orElseThrow().failure("stands at a second column");
        }
      }
    }
    List<Yaml> parts = List.copyOf(key.values());
    List<Rule> rules = new ArrayList<>();
    for (Yaml part : parts) {
      if (!is(part, "required")) {
        rules.add(notNull(part, columns));
      }
    }
    if (!parts.isEmpty() && !(parts.size() == 1 && is(parts.get(0), "unique"))) {
      rules.add(unique(parts, columns));
    }
    return rules;
  }

  static List<Rule> rules(Yaml properties, List<ContractColumn> columns) {
    List<Rule> rules = new ArrayList<>();
    for (Yaml property : properties.items()) {
      ContractColumn column = stored(property, columns);
      if (is(property, "required")) {
        rules.add(notNull(property, columns));
      }
      if (is(property, "unique")) {
        rules.add(unique(List.of(property), columns));
      }
      property
          .find("logicalTypeOptions")
          .ifPresent(options -> rules.addAll(TypeOptionsReader.rules(options, column)));
      List<Rule> quality =
          property
              .find("quality")
              .map(q -> QualityRuleReader.ofColumn(q, column, columns))
              .orElse(List.of());
      property
          .find("relationships")
          .ifPresent(r -> rules.addAll(relationships(r, column, quality)));
      rules.addAll(quality);
      for (String nested : List.of("properties", "items")) {
        property
            .find(nested)
            .ifPresent(
                y -> rules.add(notRun(column, nested, "nested values are not looked at", y)));
      }
    }
    return rules;
  }

  private static ContractColumn stored(Yaml property, List<ContractColumn> columns) {
    return column(property.get("name"), property.get("name").text(), columns);
  }

  private static Rule notRun(ContractColumn column, String what, String why, Yaml at) {
    return Rule.notRun(column.name() + " " + what, why, ContractReader.place(at));
  }

  private static Rule notNull(Yaml property, List<ContractColumn> columns) {
    ContractColumn column = stored(property, columns);
    return Rule.strict(
        column.name() + " without value",
        new NullValues(column.stored()),
        "completeness",
        column.place());
  }

  private static Rule unique(List<Yaml> properties, List<ContractColumn> columns) {
    List<ContractColumn> key = properties.stream().map(p -> stored(p, columns)).toList();
    return Rule.strict(
        String.join("+", key.stream().map(ContractColumn::name).toList()) + " duplicates",
        new DuplicateValues(key.stream().map(ContractColumn::stored).toList()),
        "uniqueness",
        key.get(0).place());
  }

  /**
   * A relationship holds without exception, unless a rule of the column says how many it may have.
   */
  private static List<Rule> relationships(
      Yaml relationships, ContractColumn column, List<Rule> quality) {
    List<Rule> rules = new ArrayList<>();
    for (Yaml relationship : relationships.items()) {
      relationship.only("type", "to", "customProperties");
      Yaml to = relationship.get("to");
      Optional<Metric.Reference> target = reference(to);
      if (target.isEmpty()) {
        rules.add(
            notRun(column, "relationship", "only a column of another contract is followed", to));
      } else if (quality.stream()
          .noneMatch(r -> r.metric() instanceof Orphans o && o.target().equals(target.get()))) {
        rules.add(
            Rule.strict(
                "%s not in %s".formatted(column.name(), target.get().seenFrom(column.name())),
                new Orphans(column.stored(), target.get()),
                "consistency",
                ContractReader.place(to)));
      }
    }
    return rules;
  }

  /** The column of another contract that a reference leads to; empty for any other reference. */
  static Optional<Metric.Reference> reference(Yaml reference) {
    Matcher found = OTHER_CONTRACT.matcher(reference.text());
    return found.matches()
        ? Optional.of(new Metric.Reference(found.group(1), found.group(2)))
        : Optional.empty();
  }
}
