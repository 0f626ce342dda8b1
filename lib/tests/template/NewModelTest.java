//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//DEPS dev.harrel:json-schema:1.9.1
//DEPS com.fasterxml.jackson.core:jackson-databind:2.15.2
//SOURCES ScratchCheckout.java
//SOURCES ../../portfolio/RegistryCheck.java
package tests.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import dev.harrel.jsonschema.providers.SnakeYamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import operate.contract.Contract;
import operate.contract.ContractColumn;
import operate.registry.Model;
import operate.registry.Registry;
import operate.registry.RegistryFile;
import operate.runbook.KnownFailure;
import operate.runbook.Runbook;
import operate.slo.Slo;
import operate.slo.SloFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portfolio.ContractFiles;
import portfolio.RegistryCheck;
import portfolio.RegistryFinding;
import portfolio.RunnableJobs;
import project.LabException;
import project.Workspace;
import template.NewModel;
import tests.Command;

/** What a new model brings with it, and what stays as it is when there can be none. */
class NewModelTest {
  @TempDir Path temp;

  private ScratchCheckout scratch;

  @BeforeEach
  void aCheckout() throws IOException {
    scratch = ScratchCheckout.in(temp);
  }

  private void two() {
    scratch.changes(scratch.model("buyers_daily", "raw.transactions", "raw.customers")).apply();
    scratch
        .changes(scratch.model("buyers_trend", "silver.daily_sales", "gold.buyers_daily"))
        .apply();
  }

  private List<RegistryFinding> findings() {
    return new RegistryCheck(
            RegistryFile.read(temp.resolve("ops/models_registry.csv")),
            RunnableJobs.of(temp, Optional.empty()),
            new ContractFiles(temp.resolve("ops/contracts")),
            temp.resolve("ops/runbooks"),
            Optional.of(SloFile.of(new Workspace(temp, true))),
            ScratchCheckout.TODAY,
            Path::toString)
        .findings();
  }

  @Test
  void twoModelsAreRegisteredAndNothingIsMissing() throws IOException {
    Map<String, String> before = scratch.contents();
    two();
    assertEquals(List.of(), findings().stream().map(RegistryFinding::found).toList());
    Registry registry = Registry.read(temp.resolve("ops/models_registry.csv"));
    assertEquals(
        new Model(
            "buyers_trend",
            "crm",
            "Who buys, \"daily\", for all",
            List.of("silver.daily_sales", "gold.buyers_daily"),
            List.of("gold.buyers_trend"),
            "daily",
            "T2",
            Optional.of(ScratchCheckout.TODAY)),
        registry.model("buyers_trend"));
    Map<String, String> after = scratch.contents();
    assertEquals(before.size() + 10, after.size());
    for (String file : List.of("ops/models_registry.csv", "ops/slo.yaml")) {
      assertTrue(after.get(file).startsWith(before.get(file)), file);
    }
    before.forEach(
        (file, text) ->
            assertTrue(text.lines().allMatch(line -> after.get(file).contains(line)), file));
  }

  @Test
  void theCatalogIsStillOneAndStartsBoth() throws IOException {
    two();
    JsonNode aliases =
        new ObjectMapper().readTree(temp.resolve("jbang-catalog.json").toFile()).get("aliases");
    for (String name : List.of("buyers_daily", "buyers_trend")) {
      assertEquals(
          "scripts/%s.java".formatted(name), aliases.at("/" + name + "/script-ref").asText());
      assertTrue(scratch.text("jbang-catalog.json").contains("\n    \"%s\": {\n".formatted(name)));
      assertTrue(
          scratch
              .text("lib/operate/contract/Contracts.java")
              .contains("\n//FILES contracts/gold.%s.odcs.yaml=".formatted(name)));
    }
    assertEquals("scripts/run_tests.java", aliases.at("/test/script-ref").asText());
  }

  @Test
  void aPurposeIsTextAndNoMarkup() throws IOException {
    NewModel model = scratch.model("buyers_daily", "raw.transactions");
    scratch
        .changes(
            new NewModel(
                model.name(),
                model.owner(),
                "Who <b>buys</b> & why",
                model.tier(),
                model.schedule(),
                model.output(),
                model.inputs()))
        .apply();
    String runbook = scratch.text("ops/runbooks/buyers_daily.md");
    assertTrue(runbook.contains("\n- Purpose: Who \\<b>buys\\</b> & why\n"), runbook);
    assertEquals(List.of(), findings().stream().map(RegistryFinding::found).toList());
  }

  @Test
  void itsPromisesFollowFromTierAndSchedule() {
    two();
    Slo slo = SloFile.of(new Workspace(temp, true)).get("buyers_daily");
    assertEquals(
        List.of("Freshness ≤ 60 h (95 %)", "Success rate ≥ 95 %", "MTTR < 4 h"), slo.lines());
    assertEquals(List.of("v1"), slo.variants());
    assertTrue(slo.command().endsWith(" buyers_daily"), slo.command());
  }

  @Test
  void theContractIsValidAndHasTheSumsOfWhatCanBeAddedUp() throws IOException {
    two();
    Path file = temp.resolve("ops/contracts/gold.buyers_trend.odcs.yaml");
    Path schema =
        Command.checkout().resolve("ops/contracts/odcs/odcs-json-schema-v3.1.0.json");
    Validator.Result result =
        new ValidatorFactory()
            .withJsonNodeFactories(new JacksonNode.Factory(), new SnakeYamlNode.Factory())
            .validate(Files.readString(schema), Files.readString(file));
    assertTrue(result.isValid(), result.getErrors()::toString);
    assertEquals(
        List.of(
            "event_date date",
            "daily_sales_rows bigint",
            "daily_sales_tx_count bigint",
            "daily_sales_revenue decimal(28,2)",
            "buyers_daily_rows bigint",
            "buyers_daily_transactions_rows bigint",
            "buyers_daily_transactions_amount decimal(28,2)",
            "buyers_daily_customers_rows bigint"),
        Contract.read(file).columns().stream().map(NewModelTest::column).toList());
  }

  private static String column(ContractColumn column) {
    return column.name() + " " + column.physicalType().orElse("?");
  }

  /** Sentences that other tests hold to the code that says them: PublishedInputTest, QualityTest. */
  @Test
  void itsRunbookKnowsTheSentencesOfItsFailures() {
    two();
    Runbook runbook = Runbook.of("buyers_trend", new Workspace(temp, true));
    Map<String, String> said =
        Map.of(
            "input_missing",
            "No silver.daily_sales in data/silver/daily_sales/optimized yet. Run: jbang optimized",
            "contract_broken",
            "The output breaks the contract of gold.buyers_trend, so it is not published. rows:"
                + " found 0, wanted >= 1",
            "out_of_memory",
            "Run r1 (buyers_trend/v1) was killed before it ended: counted as ABORTED.");
    said.forEach(
        (id, sentence) ->
            assertEquals(Optional.of(id), runbook.explaining(sentence).map(KnownFailure::id)));
  }

  @Test
  void anInputThatIsCalledLikeAnotherKeepsItsLayer() throws IOException {
    scratch.changes(scratch.model("copies", "raw.transactions", "bronze.transactions")).apply();
    String code = scratch.text("lib/models/Copies.java");
    assertTrue(code.contains("\"raw_transactions_rows\""), code);
    String job = scratch.text("scripts/copies.java");
    assertTrue(job.contains("job.reads(\"bronze.transactions\", \"compacted\")"), job);
    String runbook = scratch.text("ops/runbooks/copies.md");
    assertTrue(
        runbook.contains(
            "scripts/jbangw generate_data $DATA --overwrite\nscripts/jbangw compact\n"
                + "scripts/jbangw copies\n"),
        runbook);
  }

  @Test
  void whatIsThereIsNamedAndStays() throws IOException {
    two();
    Map<String, String> before = scratch.contents();
    LabException refused =
        assertThrows(
            LabException.class,
            () -> scratch.changes(scratch.model("buyers_daily", "raw.customers")));
    assertEquals(LabException.FAILED, refused.exitCode());
    for (String named :
        List.of(
            "buyers_daily is there already: a model of crm in ops/models_registry.csv, a command",
            "scripts/buyers_daily.java",
            "lib/models/BuyersDaily.java",
            "lib/tests/models/BuyersDailyTest.java",
            "ops/contracts/gold.buyers_daily.odcs.yaml",
            "ops/runbooks/buyers_daily.md")) {
      assertTrue(refused.getMessage().contains(named), refused.getMessage());
    }
    assertEquals(before, scratch.contents());
  }

  @Test
  void aFailureInTheMiddleLeavesEverythingAsItWas() throws IOException {
    Files.writeString(temp.resolve("lib/models"), "in the way of the folder");
    Map<String, String> before = scratch.contents();
    String message =
        assertThrows(
                LabException.class,
                () -> scratch.changes(scratch.model("buyers_daily", "raw.customers")).apply())
            .getMessage();
    assertTrue(message.startsWith("Cannot write " + temp.resolve("lib/models/")), message);
    assertTrue(message.endsWith(". Nothing was changed. Correct that, then run it again."), message);
    assertEquals(before, scratch.contents());
  }
}
