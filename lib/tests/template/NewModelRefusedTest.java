//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ScratchCheckout.java
package tests.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import project.LabException;
import template.ModelName;

/** Names and inputs that no model can have, each with the sentence that says why. */
class NewModelRefusedTest {
  @TempDir Path temp;

  private ScratchCheckout scratch;

  @BeforeEach
  void aCheckout() throws IOException {
    scratch = ScratchCheckout.in(temp);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "Buyers      | 'Buyers' is no name for a model (wanted lower case words",
        "buyers-daily| 'buyers-daily' is no name for a model",
        "1st         | '1st' is no name for a model",
        "a__b        | 'a__b' is no name for a model",
        "../x        | '../x' is no name for a model",
        "class       | class means something else in Java (wanted another name, as class_daily)",
        "org         | org means something else in Java",
        "run         | run is a command of JBang itself",
        "job         | job would make a class Job, which there is",
        "string      | string would make a class String, which there is",
        "buyers_who_come_back_again_and_again_daily | 'buyers_who_come",
      })
  void aNameIsOneForEverything(String name, String start) {
    LabException refused = assertThrows(LabException.class, () -> ModelName.of(name));
    assertEquals(LabException.USAGE, refused.exitCode());
    assertTrue(refused.getMessage().startsWith(start), refused.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "optimized   | optimized is there already: a command of jbang-catalog.json.",
        "daily_sales | daily_sales is there already: a model of data-platform in ops/models_registry",
        "sales       | sales is there already: the package lib/sales.",
      })
  void aNameThatMeansSomethingIsTaken(String name, String start) {
    LabException refused =
        assertThrows(
            LabException.class, () -> scratch.changes(scratch.model(name, "raw.customers")));
    assertTrue(refused.getMessage().startsWith(start), refused.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "raw.sales   | --inputs: there is no table raw.sales (wanted one or more of bronze.transac",
        "transactions| --inputs: there is no table transactions (wanted",
        "''          | --inputs names no table (wanted",
      })
  void anInputIsATableThatIsKnown(String table, String start) {
    LabException refused =
        assertThrows(LabException.class, () -> scratch.known().inputs(List.of(table)));
    assertEquals(LabException.USAGE, refused.exitCode());
    assertTrue(refused.getMessage().startsWith(start), refused.getMessage());
  }

  @Test
  void anInputWithoutADayIsRefused() throws IOException {
    Path contracts = temp.resolve("ops/contracts");
    String customers = scratch.text("ops/contracts/raw.customers.odcs.yaml");
    Files.writeString(
        contracts.resolve("raw.customers.odcs.yaml"),
        customers.replaceAll("(logical|physical)Type: date", "$1Type: string"));
    String message =
        assertThrows(LabException.class, () -> scratch.known().inputs(List.of("raw.customers")))
            .getMessage();
    assertTrue(
        message.startsWith(
            "--inputs: raw.customers has no date or timestamp (found: customer_id, segment,"),
        message);
    assertEquals(
        "--inputs names a table twice: raw.customers,raw.customers",
        assertThrows(
                LabException.class,
                () -> scratch.known().inputs(List.of("raw.customers", "raw.customers")))
            .getMessage());
  }

  @Test
  void objectivesThatCannotGrowAreSaid() throws IOException {
    Path slo = temp.resolve("ops/slo.yaml");
    Files.writeString(slo, "models: [{model: daily_sales, p95_max_sec: 3}]\n");
    String message =
        assertThrows(
                LabException.class,
                () -> scratch.changes(scratch.model("buyers_daily", "raw.customers")))
            .getMessage();
    assertTrue(message.startsWith(slo + " does not end in its list of models"), message);
  }
}
