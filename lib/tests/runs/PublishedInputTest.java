//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Samples.java
//SOURCES ../sales/DescribedDays.java
//SOURCES ../../runs/PublishedInput.java
//SOURCES ../../runs/RunLog.java
package tests.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import project.LabException;
import project.Workspace;
import runs.DataRef;
import runs.PublishedInput;
import runs.RunLog;
import sales.RawData;
import tests.sales.DescribedDays;

/** A table of another model, in a workspace made of small files. */
class PublishedInputTest {
  @TempDir Path temp;

  private Workspace workspace;
  private RawData raw;

  @BeforeEach
  void rawData() throws IOException {
    workspace = new Workspace(temp, false);
    Files.createDirectories(workspace.raw());
    Files.writeString(workspace.raw().resolve("dataset.properties"), DescribedDays.of(2));
    raw = RawData.describe(workspace.raw());
  }

  private PublishedInput read() {
    return PublishedInput.of(workspace, raw, "silver.daily_sales", "optimized");
  }

  private void publish(String data) throws IOException {
    Path folder = Files.createDirectories(workspace.table("silver", "daily_sales", "optimized"));
    Files.writeString(
        folder.resolve("_run.properties"),
        "run_id=r1\nvariant=optimized\ndata_fingerprint=%s\n".formatted(data));
    Files.writeString(folder.resolve("part-0.parquet"), "12345");
  }

  @Test
  void itIsWhatItsRunLogged() throws IOException {
    publish("now");
    new RunLog(workspace.runs()).append(Samples.full("r1"));
    PublishedInput input = read();
    assertEquals("data/silver/daily_sales/optimized", input.path());
    assertEquals(temp.resolve(input.path()).toRealPath(), input.folder());
    assertEquals(new DataRef("o1", 112, 14, 33_333L), input.data());
    assertEquals(Optional.empty(), input.warning());
  }

  @Test
  void withoutTheLineOfItsRunTheRunStandsForIt() throws IOException {
    publish("now");
    assertEquals(new DataRef("r1", 0, 1, 5), read().data());
  }

  @Test
  void whatWasMadeOfOtherDataIsSaid() throws IOException {
    publish("yesterday");
    String warning = read().warning().orElseThrow();
    assertTrue(
        warning.startsWith(
            "warning: silver.daily_sales/optimized is of other raw data than there are now (run"
                + " r1). Run: "),
        warning);
    assertTrue(warning.endsWith(" optimized"), warning);
  }

  @Test
  void whatIsNotThereIsNamedWithTheCommandThatMakesIt() {
    String message = assertThrows(LabException.class, this::read).getMessage();
    Path place = workspace.table("silver", "daily_sales", "optimized");
    assertTrue(
        message.startsWith("No silver.daily_sales in %s yet. Run: ".formatted(place)), message);
    assertTrue(message.endsWith(" optimized"), message);
    assertEquals(
        "No gold.x in %s yet. No registered model writes it"
            .formatted(workspace.table("gold", "x", "v1")),
        assertThrows(
                LabException.class, () -> PublishedInput.of(workspace, raw, "gold.x", "v1"))
            .getMessage());
  }
}
