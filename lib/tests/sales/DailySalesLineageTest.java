//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES StepRun.java
package tests.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spark.ColumnLineage;
import spark.ColumnLineage.Input;

/** From which columns daily_sales is made, whatever was done to make it fast. */
@Tag("spark")
class DailySalesLineageTest {
  private static final String FROM_TIMESTAMP = "event_date <- transactions.event_ts TRANSFORMATION";

  /** The form that never reads the timestamp: it trusts the folder's name. */
  private static final String FROM_FOLDER = "event_date <- transactions.day IDENTITY";

  private static ColumnLineage of(String steps) {
    List<ColumnLineage> written =
        StepRun.of(ScenarioData.EVEN, steps, StepRun.SIXTEEN).evidence().lineage();
    assertEquals(1, written.size());
    assertEquals(List.of(), written.get(0).unknown());
    return written.get(0);
  }

  private static List<String> columns(ColumnLineage lineage) {
    return lineage.columns().stream().map(c -> c.name() + " <- " + inputs(c.inputs())).toList();
  }

  private static String inputs(List<Input> inputs) {
    return inputs.stream()
        .map(i -> Path.of(i.path()).getFileName() + "." + i.column() + " " + i.how())
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @CsvSource({"none, false", "all, true", "salting, false", "cache, false", "checkpoint, false"})
  void everyFormMakesTheSameColumnsOfTheSameColumns(String steps, boolean fromFolder) {
    assertEquals(
        List.of(
            fromFolder ? FROM_FOLDER : FROM_TIMESTAMP,
            "segment <- customers.segment IDENTITY",
            "bucket <- transactions.amount TRANSFORMATION",
            "tx_count <- ",
            "revenue <- transactions.amount AGGREGATION"),
        columns(of(steps)).stream().sorted(DailySalesLineageTest::inTableOrder).toList());
  }

  /** A partition column stands last in the files. */
  private static int inTableOrder(String left, String right) {
    List<String> order = List.of("event_date", "segment", "bucket", "tx_count", "revenue");
    return order.indexOf(left.split(" ")[0]) - order.indexOf(right.split(" ")[0]);
  }

  @Test
  void theRowsDependOnTheKeyOfTheJoinAndOnTheGrouping() {
    assertEquals(
        "customers.customer_id JOIN, customers.segment GROUP_BY, transactions.amount GROUP_BY,"
            + " transactions.customer_id JOIN, transactions.event_ts GROUP_BY",
        inputs(of("none").rows()));
    assertEquals(
        "customers.customer_id JOIN, customers.segment GROUP_BY, transactions.amount GROUP_BY,"
            + " transactions.customer_id JOIN, transactions.day GROUP_BY",
        inputs(of("all").rows()));
  }

  /** The salt is made of the row's id. */
  @Test
  void saltingJoinsOnTheIdToo() {
    assertEquals(
        "customers.customer_id JOIN, customers.segment GROUP_BY, transactions.amount GROUP_BY,"
            + " transactions.customer_id JOIN, transactions.event_ts GROUP_BY,"
            + " transactions.id JOIN",
        inputs(of("salting").rows()));
  }

  /** The texts come back from a list of them, so their column is not the same any more. */
  @Test
  void codesOnlyChangeHowTheSegmentIsMade() {
    assertEquals(
        List.of("customers.segment TRANSFORMATION"),
        of("codes").columns().stream()
            .filter(c -> c.name().equals("segment"))
            .map(c -> inputs(c.inputs()))
            .toList());
  }
}
