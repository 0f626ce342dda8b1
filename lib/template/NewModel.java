//SOURCES InputTable.java
//SOURCES ModelName.java
//SOURCES TierPromise.java
package template;

import java.util.List;

/**
 * A model that does not exist yet.
 *
 * @param owner a role or a team
 * @param purpose one line
 * @param schedule in the words of the registry
 * @param output the table it publishes, {@code gold.churn_daily}
 * @param inputs at least one
 */
public record NewModel(
    ModelName name,
    String owner,
    String purpose,
    TierPromise tier,
    String schedule,
    String output,
    List<InputTable> inputs) {
  /** The variant of the job that is published; another one, to be compared with it, gets its own. */
  static final String VARIANT = "v1";

  /** The table that a model publishes where nobody says another. */
  public static String defaultOutput(ModelName name) {
    return "gold." + name;
  }

  /** The layer of the output. */
  String layer() {
    return output.substring(0, output.indexOf('.'));
  }

  /** The output without its layer. */
  String table() {
    return output.substring(output.indexOf('.') + 1);
  }

  /** The tables it reads. */
  List<String> inputTables() {
    return inputs.stream().map(InputTable::table).toList();
  }
}
