package tests.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import operate.registry.Model;
import operate.registry.Registry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import project.LabException;
import tests.Command;

class RegistryTest {
  private static final String HEADER =
      "model_name,owner,description,inputs,outputs,schedule,tier\n";

  @TempDir Path temp;
  Path file;

  @BeforeEach
  void name() {
    file = temp.resolve("models_registry.csv");
  }

  String failure(String content) throws IOException {
    Files.writeString(file, content);
    return failure();
  }

  String failure() {
    return assertThrows(LabException.class, () -> Registry.read(file)).getMessage();
  }

  @Test
  void theLabsOwnRegistryNamesItsJobs() {
    Registry registry = Registry.read(Command.checkout().resolve("ops/models_registry.csv"));
    assertEquals(
        List.of("daily_sales", "generate_data", "compact_transactions"),
        registry.models().stream().map(Model::name).limit(3).toList());
    Model sales = registry.model("daily_sales");
    assertEquals(
        List.of("raw.transactions", "raw.customers", "bronze.transactions"), sales.inputs());
    assertEquals(List.of("silver.daily_sales"), sales.outputs());
    assertEquals("hourly", sales.schedule());
    assertEquals("T1", sales.tier());
  }

  @Test
  void whatTheJobsReadIsWhatTheGeneratorWrites() {
    Registry registry = Registry.read(Command.checkout().resolve("ops/models_registry.csv"));
    assertEquals(
        registry.model("daily_sales").inputs().subList(0, 2),
        registry.model("generate_data").outputs());
    assertEquals(
        registry.model("daily_sales").inputs().subList(2, 3),
        registry.model("compact_transactions").outputs());
    assertEquals(List.of(), registry.model("generate_data").inputs());
  }

  @Test
  void columnsMayStandInAnyOrderAndAReaderMayAddSome() throws IOException {
    Files.writeString(
        file,
        "\uFEFFtier,note,model_name,owner,description,inputs,outputs,schedule\r\n"
            + "T2,mine,m, o ,\"a, b\",x; y ,z,daily\r\n");
    assertEquals(
        List.of(new Model("m", "o", "a, b", List.of("x", "y"), List.of("z"), "daily", "T2")),
        Registry.read(file).models());
  }

  @Test
  void aMissingFileIsOneSentenceWithTheCommandThatRestoresIt() {
    assertEquals(
        "No registry at %s, wanted one line per job. ".formatted(file)
            + "Restore it: git checkout -- ops/models_registry.csv",
        failure());
  }

  @Test
  void aMissingColumnIsNamed() throws IOException {
    assertEquals(
        file
            + " has no column owner, tier"
            + " (found: model_name, description, inputs, outputs, schedule), wanted"
            + " model_name, owner, description, inputs, outputs, schedule, tier",
        failure("model_name,description,inputs,outputs,schedule\nm,d,i,o,s\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "m,,d,i,o,s,T1                 | line 2: owner is empty, wanted a value",
        "m,o,d,i,o,s                   | line 2 has 6 values where the header has 7;"
            + " a value with a comma in it needs quotes",
        "m,o,d, e,i,o,s,T1             | line 2 has 8 values where the header has 7;"
            + " a value with a comma in it needs quotes",
      })
  void aBadLineIsNamed(String line, String wanted) throws IOException {
    assertEquals(file + " " + wanted, failure(HEADER + line + "\n"));
  }

  @Test
  void aModelRegisteredTwiceIsNamed() throws IOException {
    assertEquals(
        file + " line 3: m is registered twice",
        failure(HEADER + "m,o,d,i,o,s,T1\nm,p,d,i,o,s,T1\n"));
  }

  @Test
  void anUnknownModelIsAnsweredWithTheKnownOnes() throws IOException {
    Files.writeString(file, HEADER + "m,o,d,i,o,s,T1\nn,o,d,i,o,s,T1\n");
    assertEquals(
        "No model x in %s (found: m, n). ".formatted(file)
            + "Add a line for it: model_name,owner,description,inputs,outputs,schedule,tier",
        assertThrows(LabException.class, () -> Registry.read(file).model("x")).getMessage());
  }

  @Test
  void brokenQuotesAreOneSentence() throws IOException {
    assertEquals(true, failure(HEADER + "m,\"o,d\n").startsWith("Cannot read " + file + ": "));
  }
}
