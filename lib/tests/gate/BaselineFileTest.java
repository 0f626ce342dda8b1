//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES SampleBaseline.java
//SOURCES ../../gate/BaselineFile.java
package tests.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gate.Baseline;
import gate.BaselineFile;
import gate.DataTraits;
import gate.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import project.LabException;
import project.Workspace;
import tests.Command;

/** The stored baseline: what is written is read, and every damage is named. */
class BaselineFileTest {
  private static final String NAME = "ops/gate/daily_sales.json";
  private static final Baseline BASELINE = SampleBaseline.of(5.1, 5.2);

  @TempDir Path temp;

  private String stored() throws IOException {
    Path file = BaselineFile.save(new Workspace(temp, true), BASELINE);
    assertEquals(temp.resolve(NAME), file);
    return Files.readString(file);
  }

  private static String refusal(String text) {
    return assertThrows(LabException.class, () -> BaselineFile.parse(NAME, text)).getMessage();
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    String text = stored();
    assertEquals(BASELINE, BaselineFile.parse(NAME, text));
    assertEquals(BASELINE, BaselineFile.of(new Workspace(temp, true), "daily_sales"));
    assertTrue(text.contains("\n  \"times_sec\" : [ 5.1, 5.2 ]\n"), text);
    assertTrue(text.lines().count() < 70, "small");
  }

  /** The one in the repository, which travels with the script, too. */
  @Test
  void theLabsOwnCanBeRead() {
    Baseline own = BaselineFile.of(new Workspace(Command.checkout(), true), "daily_sales");
    assertEquals(List.of("--rows", "2M"), own.data().arguments());
    assertEquals(own, BaselineFile.of(new Workspace(temp, false), "daily_sales"));
    assertTrue(own.timesSec().size() >= 6, own.timesSec().toString());
  }

  @Test
  void inACheckoutWithoutOneNothingElseTakesItsPlace() {
    String said =
        assertThrows(
                LabException.class,
                () -> BaselineFile.of(new Workspace(temp, true), "daily_sales"))
            .getMessage();
    assertTrue(said.startsWith("No baseline "), said);
    assertTrue(said.endsWith("gate save"), said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"format\" : 1 | \"format\" : 2 | has format 2, and this version of the lab reads format 1. Update",
        "\"format\" : 1 | \"format\" : 0 | has format 0, and this version of the lab reads format 1. Run: ",
        "\"format\" : 1 | \"form\" : 1 | has no format number, wanted a baseline of the gate. Run: ",
        "\"cores\" : 2, | \"cores\" : many, | line 7 is damaged: Unrecognized token 'many'",
        "\"cores\" : 2, | \"cores\" : 0, | and cores 0, wanted times above 0 and at least one core",
        "[ 5.1, 5.2 ] | [ ] | has times_sec [] and cores 2, wanted times above 0",
        "[ 5.1, 5.2 ] | [ 5.1, -5.2 ] | has times_sec [5.1, -5.2] and cores 2",
        "[ 5.1, 5.2 ] | [ 5.1, null ] | has times_sec [5.1, null] and cores 2",
        "\"seed\" : 42, | '' | is damaged: Missing property 'seed'. Take",
        "\"seed\" : 42, | \"seed\" : 42, \"sed\" : 1, | is damaged: Unrecognized field \"sed\". Take",
        "\"memory\" : \"2g\", | \"memory\" : null, | is damaged: Null value for property 'memory'"
      })
  void damageIsNamed(String part, String instead, String wanted) throws IOException {
    String text = stored();
    assertTrue(text.contains(part), part);
    String said = refusal(text.replaceFirst(java.util.regex.Pattern.quote(part), instead));
    assertTrue(said.startsWith(NAME), said);
    assertTrue(said.contains(wanted), said);
    assertTrue(said.endsWith(" gate save"), said);
    assertEquals(1, said.lines().count());
  }

  @Test
  void aFileThatWasCutShort() throws IOException {
    String text = stored();
    String said = refusal(text.substring(0, text.length() / 2));
    assertTrue(said.matches("ops/gate/daily_sales.json line \\d+ is damaged: Unexpected end.*"), said);
    assertTrue(refusal("").contains("has no format number"), refusal(""));
    assertTrue(refusal("<html>").contains(" line 1 is damaged: "), refusal("<html>"));
  }

  @Test
  void otherDataAreNamedByWhatDiffers() {
    DataTraits other =
        new DataTraits(
            "",
            20_000_000,
            100_000,
            14,
            120,
            0.2,
            0.001,
            7,
            "2025-10-01",
            "2025-10-03=1000",
            1,
            "d2");
    assertEquals(
        "rows 20000000 instead of 2000000, seed 7 instead of 42,"
            + " late transactions 2025-10-03=1000 instead of none",
        SampleBaseline.DATA.differenceOf(other));
    assertEquals("", SampleBaseline.DATA.differenceOf(SampleBaseline.DATA));
    assertEquals(List.of(), other.arguments());
  }

  @Test
  void anotherMachineIsNoMoreThanThat() {
    Machine here = SampleBaseline.MACHINE;
    assertEquals("", here.differenceOf(here));
    Machine java = new Machine("0badcafe", 2, 2, 2048, "3.5.9", "21.0.2", "-Xmx2g");
    assertEquals("Java 21.0.2 instead of 17.0.15", here.differenceOf(java));
    Machine there = new Machine("deadbeef", 64, 2, 2048, "3.5.9", "21.0.2", "-Xmx2g");
    assertEquals("another machine", here.differenceOf(there));
  }
}
