//SOURCES ContractColumn.java
//SOURCES ContractColumnReader.java
//SOURCES ContractReader.java
//SOURCES Rule.java
//SOURCES TypeOptionsReader.java
//SOURCES ../../project/Yaml.java
package operate.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import operate.contract.Metric.DuplicateValues;
import operate.contract.Metric.InvalidValues;
import operate.contract.Metric.Matching;
import operate.contract.Metric.MissingValues;
import operate.contract.Metric.NullValues;
import operate.contract.Metric.Orphans;
import operate.contract.Metric.OtherQuery;
import operate.contract.Metric.RowCount;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import project.Yaml;

/** Reads the quality rules of a table or of one of its columns. */
final class QualityRuleReader {
  private static final List<String> KEYS =
      List.of(
          "id",
          "name",
          "description",
          "type",
          "metric",
          "rule",
          "arguments",
          "unit",
          "query",
          "engine",
          "implementation",
          "dimension",
          "method",
          "severity",
          "businessImpact",
          "scheduler",
          "schedule",
          "tags",
          "customProperties",
          "authoritativeDefinitions");

  private static final List<String> DIMENSIONS =
      List.of(
          "accuracy",
          "completeness",
          "conformity",
          "consistency",
          "coverage",
          "timeliness",
          "uniqueness");

  /** A query that counts rows of the table by themselves can join the one pass over it. */
  private static final Pattern COUNT_WHERE =
      Pattern.compile(
          "(?is)\\s*SELECT\\s+COUNT\\s*\\(\\s*(?:\\*|1)\\s*\\)\\s+FROM\\s+\\$?\\{(?:object|table)}"
              + "\\s+WHERE\\s+(.+?)\\s*");

  private static final Pattern TABLE = Pattern.compile("\\$?\\{(object|table)}");

  private static final Pattern PROPERTY = Pattern.compile("\\$?\\{(property|column)}");

  private static final String NOT_A_COUNT =
      "only SELECT COUNT(*) FROM {object} WHERE ... is run here";

  private static final Pattern MORE_THAN_A_CONDITION =
      Pattern.compile("(?i)\\b(SELECT|GROUP|ORDER|LIMIT|HAVING|UNION|WINDOW)\\b|;");

  private QualityRuleReader() {}

  static List<Rule> ofTable(Yaml quality, List<ContractColumn> columns) {
    return quality.items().stream().map(y -> rule(y, Optional.empty(), columns)).toList();
  }

  static List<Rule> ofColumn(Yaml quality, ContractColumn column, List<ContractColumn> columns) {
    return quality.items().stream().map(y -> rule(y, Optional.of(column), columns)).toList();
  }

  private static Rule rule(
      Yaml yaml, Optional<ContractColumn> column, List<ContractColumn> columns) {
    yaml.only(
        Stream.concat(KEYS.stream(), Arrays.stream(Limit.Operator.values()).map(o -> o.key()))
            .toArray(String[]::new));
    yaml.find("dimension").ifPresent(d -> d.oneOf(DIMENSIONS));
    String subject = column.map(ContractColumn::name).orElse("table");
    String type =
        yaml.find("type")
            .map(t -> t.oneOf(List.of("library", "text", "sql", "custom")))
            .orElse("library");
    return switch (type) {
      case "text" -> notRun(yaml, subject + " text", "a text for people");
      case "custom" -> custom(yaml, subject);
      case "sql" -> sql(yaml, column, subject);
      default -> limited(yaml, metric(yaml, column, columns));
    };
  }

  private static Rule custom(Yaml yaml, String subject) {
    yaml.get("implementation");
    return notRun(yaml, subject + " custom rule", "a rule for " + yaml.get("engine").text());
  }

  private static Rule notRun(Yaml yaml, String name, String reason) {
    return Rule.notRun(name(yaml).orElse(name), reason, ContractReader.place(yaml));
  }

  private static Optional<String> name(Yaml yaml) {
    return yaml.find("name").map(Yaml::text);
  }

  /** A metric with the name it has where the rule has none. */
  private record Named(Metric metric, String name) {}

  private static Rule limited(Yaml yaml, Named named) {
    boolean counts = named.metric instanceof RowCount;
    List<String> units = counts ? List.of("rows") : List.of("rows", "percent");
    return new Rule(
        name(yaml).orElse(named.name),
        named.metric,
        limit(yaml),
        yaml.find("unit").map(u -> u.oneOf(units)).orElse("rows").equals("percent")
            ? Rule.Unit.PERCENT
            : Rule.Unit.ROWS,
        severity(yaml),
        yaml.find("dimension").map(Yaml::text).orElse(""),
        ContractReader.place(yaml));
  }

  private static Severity severity(Yaml yaml) {
    String text = yaml.find("severity").map(s -> s.oneOf(List.of("error", "warning"))).orElse("");
    return text.equals("warning") ? Severity.WARNING : Severity.ERROR;
  }

  private static Limit limit(Yaml yaml) {
    List<Limit.Operator> found =
        Arrays.stream(Limit.Operator.values()).filter(o -> yaml.find(o.key()).isPresent()).toList();
    if (found.size() != 1) {
      throw yaml.failure(
          "has %s, wanted one of %s"
              .formatted(
                  found.isEmpty()
                      ? "no operator"
                      : String.join(" and ", found.stream().map(Limit.Operator::key).toList()),
                  String.join(
                      ", ",
                      Arrays.stream(Limit.Operator.values()).map(Limit.Operator::key).toList())));
    }
    Limit.Operator operator = found.get(0);
    Yaml value = yaml.get(operator.key());
    if (!operator.isInterval()) {
      return Limit.of(operator, number(value));
    }
    List<Yaml> ends = value.items();
    if (ends.size() != 2 || number(ends.get(0)) >= number(ends.get(1))) {
      throw value.failure("has to be two numbers, the smaller one first");
    }
    return new Limit(operator, number(ends.get(0)), number(ends.get(1)));
  }

  private static double number(Yaml yaml) {
    return yaml.number(-Double.MAX_VALUE, Double.MAX_VALUE, "a number");
  }

  private static Named metric(
      Yaml yaml, Optional<ContractColumn> column, List<ContractColumn> columns) {
    Yaml metric = yaml.get("metric");
    if (column.isEmpty()) {
      return switch (metric.oneOf(List.of("rowCount", "duplicateValues"))) {
        case "rowCount" -> new Named(new RowCount(), "rows");
        default -> duplicates(yaml, columns);
      };
    }
    String name = column.get().name();
    String stored = column.get().stored();
    return switch (metric.oneOf(
        List.of("nullValues", "missingValues", "invalidValues", "duplicateValues"))) {
      case "nullValues" -> new Named(new NullValues(stored), name + " without value");
      case "duplicateValues" ->
          new Named(new DuplicateValues(List.of(stored)), name + " duplicates");
      case "missingValues" ->
          new Named(missing(yaml.get("arguments"), stored), name + " missing values");
      default -> invalid(yaml.get("arguments"), stored, name);
    };
  }

  private static Named duplicates(Yaml yaml, List<ContractColumn> columns) {
    Yaml arguments = yaml.get("arguments").only("properties");
    List<ContractColumn> key =
        arguments.get("properties").items().stream()
            .map(p -> ContractColumnReader.column(p, p.text(), columns))
            .toList();
    if (key.isEmpty()) {
      throw arguments.get("properties").failure("is empty, wanted the columns of a key");
    }
    return new Named(
        new DuplicateValues(key.stream().map(ContractColumn::stored).toList()),
        String.join("+", key.stream().map(ContractColumn::name).toList()) + " duplicates");
  }

  private static MissingValues missing(Yaml arguments, String column) {
    List<Yaml> values = arguments.only("missingValues").get("missingValues").items();
    Predicate<Yaml> isNull = v -> v.node().getTag().equals(Tag.NULL);
    return new MissingValues(
        column,
        values.stream().filter(isNull.negate()).map(QualityRuleReader::scalar).toList(),
        values.stream().anyMatch(isNull));
  }

  /** The standard's arguments, and {@code reference}: what the column of another table has. */
  private static Named invalid(Yaml arguments, String column, String name) {
    arguments.only("validValues", "pattern", "reference");
    Optional<Yaml> reference = arguments.find("reference");
    if (reference.isPresent()) {
      Metric.Reference target =
          ContractColumnReader.reference(reference.get())
              .orElseThrow(
                  () ->
                      reference
                          .get()
                          .wrong("LAYER.TABLE.odcs.yaml#/schema/TABLE/properties/COLUMN"));
      return new Named(
          new Orphans(column, target), "%s not in %s".formatted(name, target.seenFrom(name)));
    }
    Optional<List<String>> valid =
        arguments
            .find("validValues")
            .map(v -> v.items().stream().map(QualityRuleReader::scalar).toList());
    Optional<String> pattern = arguments.find("pattern").map(TypeOptionsReader::pattern);
    if (valid.isEmpty() && pattern.isEmpty()) {
      throw arguments.failure("says nothing, wanted validValues, pattern or reference");
    }
    return new Named(new InvalidValues(column, valid, pattern), name + " invalid values");
  }

  /** A text may be empty here. */
  private static String scalar(Yaml value) {
    if (value.node() instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw value.wrong("a value");
  }

  private static Rule sql(Yaml yaml, Optional<ContractColumn> column, String subject) {
    String name = subject + " SQL";
    Optional<String> engine = yaml.find("engine").map(Yaml::text);
    if (engine.isPresent() && !engine.get().equalsIgnoreCase("spark")) {
      return notRun(yaml, name, "SQL for " + engine.get());
    }
    String text = yaml.get("query").text();
    String asked =
        column
            .map(c -> PROPERTY.matcher(text).replaceAll(Matcher.quoteReplacement(quoted(c))))
            .orElse(text);
    Matcher query = COUNT_WHERE.matcher(asked);
    if (query.matches() && !MORE_THAN_A_CONDITION.matcher(query.group(1)).find()) {
      return limited(yaml, new Named(new Matching(query.group(1)), name));
    }
    return new Rule(
        name(yaml).orElse(name),
        new OtherQuery(TABLE.matcher(asked).replaceAll(OtherQuery.TABLE), NOT_A_COUNT),
        Limit.NONE,
        Rule.Unit.ROWS,
        severity(yaml),
        "",
        ContractReader.place(yaml));
  }

  private static String quoted(ContractColumn column) {
    return "`" + column.stored() + "`";
  }
}
