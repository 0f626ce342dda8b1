//SOURCES ContractColumn.java
//SOURCES ContractReader.java
//SOURCES Rule.java
//SOURCES ../../project/LabException.java
//SOURCES ../../project/Yaml.java
package operate.contract;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import project.LabException;
import project.Yaml;

/**
 * What the readers of one table may rely on: a data contract of the Open Data Contract Standard
 * v3.1.0, one file {@code LAYER.TABLE.odcs.yaml} for each table.
 *
 * <p>Checked are: columns and their types, {@code required}, {@code unique}, {@code primaryKey},
 * the ranges, lengths and patterns of {@code logicalTypeOptions}, relationships to other contracts,
 * quality rules with a library metric or of the form {@code SELECT COUNT(*) FROM {object} WHERE …},
 * and the SLA {@code latency}. What else the standard knows is accepted. A rule about rows that is
 * not checked is listed as such; promises about runs, as availability, are not.
 *
 * @param file as messages name it
 * @param table {@code raw.transactions}
 * @param owner name of the team; empty when it has none
 * @param columns at least one
 * @param rules in the order they are shown, those that the columns imply among them
 */
public record Contract(
    Path file,
    String table,
    String id,
    String version,
    String status,
    Optional<String> owner,
    List<ContractColumn> columns,
    List<Rule> rules) {
  /** How the file of a contract ends. */
  public static final String ENDING = ".odcs.yaml";

  private static final Pattern NAME = Pattern.compile("(\\w+\\.\\w+)" + Pattern.quote(ENDING));

  /**
   * Reads a contract.
   *
   * @throws LabException naming file, line and what was wanted
   */
  public static Contract read(Path file) {
    return ContractReader.contract(Yaml.read(file), table(file));
  }

  /** The same from text at hand; {@code file} gives the table and is for messages. */
  public static Contract parse(Path file, String text) {
    return ContractReader.contract(Yaml.parse(file, text), table(file));
  }

  /**
   * The table that a file is named after.
   *
   * @throws LabException when it is not named after one
   */
  static String table(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    if (!name.matches()) {
      throw LabException.failed(
          "%s is not named after a table, wanted LAYER.TABLE%s, as silver.daily_sales%s"
              .formatted(file, ENDING, ENDING));
    }
    return name.group(1);
  }

  /** The folder of {@code data/} that the table belongs to: {@code raw}, {@code silver}. */
  public String layer() {
    return table.substring(0, table.indexOf('.'));
  }

  /** The table without its layer: {@code transactions}. */
  public String name() {
    return table.substring(table.indexOf('.') + 1);
  }

  /** The column of this id or name. */
  Optional<ContractColumn> column(String idOrName) {
    return columns.stream()
        .filter(c -> c.id().equals(idOrName) || c.name().equals(idOrName))
        .findFirst();
  }
}
