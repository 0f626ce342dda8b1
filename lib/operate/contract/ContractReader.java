//SOURCES Contract.java
//SOURCES ContractColumnReader.java
//SOURCES QualityRuleReader.java
//SOURCES ../../project/Yaml.java
package operate.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import operate.contract.Metric.Latency;
import operate.contract.Metric.OtherColumns;
import operate.contract.Metric.WrongColumns;
import org.yaml.snakeyaml.nodes.SequenceNode;
import project.Yaml;

/** Reads a contract; the keys are those of the standard's own JSON Schema. */
final class ContractReader {
  static final String VERSION = "v3.1.0";

  private static final String[] CONTRACT = {
    "apiVersion",
    "kind",
    "id",
    "name",
    "version",
    "status",
    "tenant",
    "tags",
    "domain",
    "dataProduct",
    "description",
    "servers",
    "schema",
    "support",
    "price",
    "team",
    "roles",
    "slaDefaultElement",
    "slaProperties",
    "authoritativeDefinitions",
    "customProperties",
    "contractCreatedTs"
  };

  private static final String[] OBJECT = {
    "id",
    "name",
    "physicalName",
    "physicalType",
    "logicalType",
    "businessName",
    "description",
    "dataGranularityDescription",
    "properties",
    "relationships",
    "quality",
    "authoritativeDefinitions",
    "tags",
    "customProperties"
  };

  private static final String[] TEAM = {
    "id", "name", "description", "members", "tags", "customProperties", "authoritativeDefinitions"
  };

  private static final String[] SLA = {
    "id",
    "property",
    "value",
    "valueExt",
    "unit",
    "element",
    "driver",
    "description",
    "scheduler",
    "schedule"
  };

  private static final String[] SUPPORT = {
    "id", "channel", "url", "description", "tool", "scope", "invitationUrl", "customProperties"
  };

  /** The standard's name, its abbreviation, and the older name. */
  private static final List<String> LATENCY = List.of("latency", "ly", "freshness");

  /** The units of a latency, and how many minutes each has. */
  private static final Map<String, Double> MINUTES = new LinkedHashMap<>();

  static {
    List.of("s", "second", "seconds").forEach(unit -> MINUTES.put(unit, 1 / 60.0));
    List.of("min", "minute", "minutes").forEach(unit -> MINUTES.put(unit, 1.0));
    List.of("h", "hour", "hours").forEach(unit -> MINUTES.put(unit, 60.0));
    List.of("d", "day", "days").forEach(unit -> MINUTES.put(unit, 24 * 60.0));
  }

  private ContractReader() {}

  static Contract contract(Yaml yaml, String table) {
    yaml.only(CONTRACT);
    yaml.get("apiVersion").oneOf(List.of(VERSION));
    yaml.get("kind").oneOf(List.of("DataContract"));
    yaml.find("name").ifPresent(name -> named(name, table));
    Yaml object = object(yaml, table.substring(table.indexOf('.') + 1));
    List<ContractColumn> columns = ContractColumnReader.columns(object.get("properties"));
    List<Rule> rules = new ArrayList<>();
    rules.add(
        Rule.strict("columns", new WrongColumns(), "conformity", place(object.get("properties"))));
    rules.add(otherColumns(object));
    rules.addAll(ContractColumnReader.keyRules(object.get("properties"), columns));
    object.find("quality").ifPresent(q -> rules.addAll(QualityRuleReader.ofTable(q, columns)));
    object.find("relationships").ifPresent(r -> rules.add(tableRelationships(r)));
    rules.addAll(ContractColumnReader.rules(object.get("properties"), columns));
    yaml.find("slaProperties").ifPresent(s -> rules.addAll(latencies(s, table, columns)));
    yaml.find("support").ifPresent(s -> s.items().forEach(i -> i.only(SUPPORT).get("channel")));
    return new Contract(
        yaml.file(),
        table,
        yaml.get("id").text(),
        yaml.get("version").text(),
        yaml.get("status").text(),
        yaml.find("team").flatMap(ContractReader::teamName),
        columns,
        List.copyOf(rules));
  }

  static String place(Yaml yaml) {
    return "%s line %d".formatted(yaml.file(), yaml.line());
  }

  private static void named(Yaml name, String wanted) {
    if (!name.text().equals(wanted)) {
      throw name.wrong("%s, as the file is named".formatted(wanted));
    }
  }

  private static Yaml object(Yaml yaml, String name) {
    List<Yaml> objects = yaml.get("schema").items();
    if (objects.size() != 1) {
      throw yaml.get("schema")
          .failure("has %d objects, wanted one: the table of the file".formatted(objects.size()));
    }
    Yaml object = objects.get(0).only(OBJECT);
    named(object.get("name"), name);
    object.find("logicalType").ifPresent(type -> type.oneOf(List.of("object")));
    return object;
  }

  /** The standard does not say that there may be no others, so this is no error. */
  private static Rule otherColumns(Yaml object) {
    return new Rule(
        "other columns",
        new OtherColumns(),
        Limit.NONE,
        Rule.Unit.ROWS,
        Severity.WARNING,
        "conformity",
        place(object.get("properties")));
  }

  private static Rule tableRelationships(Yaml relationships) {
    return Rule.notRun(
        "relationships", "only those of a single column are followed", place(relationships));
  }

  /** Until v3.0 the team was a list of its members, which the standard still allows. */
  private static Optional<String> teamName(Yaml team) {
    if (team.node() instanceof SequenceNode) {
      return Optional.empty();
    }
    return team.only(TEAM).find("name").map(Yaml::text);
  }

  /** Of the standard's SLAs, latency is the one that can be seen from the rows or files. */
  private static List<Rule> latencies(Yaml slas, String table, List<ContractColumn> columns) {
    List<Rule> rules = new ArrayList<>();
    for (Yaml sla : slas.items()) {
      String property = sla.only(SLA).get("property").text();
      Yaml value = sla.get("value");
      if (LATENCY.contains(property.toLowerCase(Locale.ROOT))) {
        rules.add(latency(sla, value, table, columns));
      }
    }
    return rules;
  }

  private static Rule latency(Yaml sla, Yaml value, String table, List<ContractColumn> columns) {
    double most = value.number(0, Double.MAX_VALUE, "a number, from 0");
    double minutes = MINUTES.get(sla.get("unit").oneOf(List.copyOf(MINUTES.keySet())));
    Optional<String> column =
        sla.find("element")
            .map(e -> ContractColumnReader.column(e, element(e, table), columns).stored());
    // No severity in the standard's SLA: whether lateness breaks a promise is a matter of its
    // share.
    return new Rule(
        "latency" + column.map(c -> " of " + c).orElse(""),
        new Latency(column),
        Limit.of(Limit.Operator.MUST_BE_LESS_OR_EQUAL_TO, most * minutes),
        Rule.Unit.MINUTES,
        Severity.WARNING,
        "timeliness",
        place(sla));
  }

  /** {@code table.column}; in a contract of one table the table may be left out. */
  private static String element(Yaml element, String table) {
    String name = table.substring(table.indexOf('.') + 1) + ".";
    String text = element.text();
    return text.startsWith(name) ? text.substring(name.length()) : text;
  }
}
