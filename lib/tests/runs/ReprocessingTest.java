//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../sales/DescribedDays.java
//SOURCES ../../runs/PublishedOutputs.java
//SOURCES ../../runs/Reprocessing.java
//SOURCES ../../sales/DailySales.java
package tests.runs;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import project.LabException;
import project.Launcher;
import project.Workspace;
import runs.PublishedOutputs;
import runs.Reprocessing;
import sales.DailySales;
import sales.EventDates;
import sales.RawData;
import tests.sales.DescribedDays;

/** Four days of data, of which the output before knows what it was made from. */
class ReprocessingTest {
  private static final String DATA = DescribedDays.of(4);
  private static final String DAYS = DescribedDays.each(4);

  private static final String NOTE =
      """
      run_id=r1
      variant=optimized
      data_fingerprint=%s
      customers_fingerprint=%s
      day.2025-10-01=%s
      day.2025-10-02=b
      day.2025-10-03=c
      day.2025-10-04=%s
      """;

  private static final String RUN = "Run: " + Launcher.command("optimized");

  @TempDir Path temp;

  private Workspace workspace() {
    return new Workspace(temp, false);
  }

  private Path target() {
    return temp.resolve("data/silver/daily_sales/optimized");
  }

  private RawData data(String description) throws IOException {
    Files.createDirectories(temp.resolve("data/raw"));
    Files.writeString(temp.resolve("data/raw/dataset.properties"), description);
    return RawData.describe(temp.resolve("data/raw"));
  }

  private void previous(String note) throws IOException {
    for (int day = 1; day <= 4; day++) {
      Files.createDirectories(target().resolve("event_date=2025-10-0" + day));
    }
    Files.writeString(target().resolve("_run.properties"), note);
  }

  private Reprocessing of(String from, String to) throws IOException {
    return of(from, to, data(DATA + DAYS));
  }

  private Reprocessing of(String from, String to, RawData raw) {
    EventDates dates = new EventDates(day(from), day(to));
    return Reprocessing.of(dates, raw, target(), workspace(), "optimized");
  }

  private static Optional<LocalDate> day(String day) {
    return day == null ? Optional.empty() : Optional.of(LocalDate.parse("2025-10-0" + day));
  }

  private String refused(String from, String to) {
    LabException e = assertThrows(LabException.class, () -> of(from, to));
    assertEquals(LabException.FAILED, e.exitCode());
    return e.getMessage();
  }

  @Test
  void withoutAnOutputThereIsNothingToCarryOver() {
    assertEquals(
        "There is no output in %s to carry 2025-10-03 to 2025-10-04 over from. Run first: %s"
            .formatted(target(), Launcher.command("optimized")),
        refused(null, "2"));
  }

  @Test
  void aFolderThatNoRunHasWrittenIsNoOutput() throws IOException {
    previous("");
    Files.delete(target().resolve("_run.properties"));
    assertTrue(refused("2", "3").startsWith("There is no output in "));
  }

  @Test
  void allDaysNeedNoOutputBefore() {
    assertDoesNotThrow(() -> of("1", "4"));
    assertDoesNotThrow(() -> of("1", null));
  }

  @ParameterizedTest
  @CsvSource({
    "now,  c, a, d, 2, 2", // the same data
    "then, c, x, d, 1, 1", // what changed is computed anew
    "then, c, x, x, 1, 4",
  })
  void whatIsAsItWasIsCarriedOver(
      String all, String customers, String first, String last, String from, String to)
      throws IOException {
    previous(NOTE.formatted(all, customers, first, last));
    assertDoesNotThrow(() -> of(from, to));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x | d | 2 | 2 | 2025-10-01 changed                | --from 2025-10-01 --to 2025-10-02",
        "a | x | 2 | 2 | 2025-10-04 changed                | --from 2025-10-02 --to 2025-10-04",
        "x | x | 2 | 3 | 2025-10-01 and 2025-10-04 changed | --from 2025-10-01 --to 2025-10-04",
        "x | x | 4 | 4 | 2025-10-01 changed                | --from 2025-10-01 --to 2025-10-04",
      })
  void aDayThatChangedIsNamedWithTheCommandThatIncludesIt(
      String first, String last, String from, String to, String what, String options)
      throws IOException {
    previous(NOTE.formatted("then", "c", first, last));
    assertEquals(
        "%s cannot be carried over: %s since run r1 made it. %s %s"
            .formatted(target(), what, RUN, options),
        refused(from, to));
  }

  @Test
  void aDayThatTheDataNoLongerHaveLeavesOnlyTheWhole() throws IOException {
    previous(NOTE.formatted("then", "c", "a", "d") + "day.2025-10-05=e\n");
    assertEquals(
        "%s cannot be carried over: 2025-10-05 changed since run r1 made it. %s"
            .formatted(target(), RUN),
        refused("2", "2"));
  }

  /** Other customers change the segment of transactions of any day. */
  @ParameterizedTest
  @CsvSource({"then, x, a, d", "other, y, x, x"})
  void otherDataAreRefused(String all, String customers, String first, String last)
      throws IOException {
    previous(NOTE.formatted(all, customers, first, last));
    assertEquals(
        ("%s cannot be carried over: run r1 made it from other data (fingerprint %s instead of"
                + " now). %s")
            .formatted(target(), all, RUN),
        refused("2", "2"));
  }

  /** As an earlier version of the lab left it: only the whole is known. */
  @Test
  void anOutputThatDoesNotKnowItsDaysIsCarriedOverOnlyOfTheSameData() throws IOException {
    previous("run_id=r1\nvariant=optimized\ndata_fingerprint=now\n");
    assertDoesNotThrow(() -> of("2", "2"));
    previous("run_id=r1\nvariant=optimized\ndata_fingerprint=then\n");
    assertTrue(refused("2", "2").contains("from other data (fingerprint then instead of now)"));
  }

  @Test
  void dataThatDoNotKnowTheirDaysAreMadeAgain() throws IOException {
    previous(NOTE.formatted("now", "c", "a", "d"));
    RawData old = data(DATA);
    String said = assertThrows(LabException.class, () -> of("2", "2", old)).getMessage();
    assertEquals(
        ("An earlier version of the lab made %s and did not note what each day holds. Make the same"
                + " data again: %s")
            .formatted(temp.resolve("data/raw"), old.spec().command()),
        said);
  }

  @Test
  void aFolderThatIsMissingIsNamed() throws IOException {
    previous(NOTE.formatted("now", "c", "a", "d"));
    Files.delete(target().resolve("event_date=2025-10-04"));
    assertDoesNotThrow(() -> of("4", "4"));
    assertEquals(
        "%s cannot be carried over: it has no folder event_date=2025-10-04. %s"
            .formatted(target(), RUN),
        refused("2", "2"));
  }

  @Test
  void anEndOutsideTheDataIsWrongUsage() throws IOException {
    LabException e = assertThrows(LabException.class, () -> of("2", "7"));
    assertEquals(LabException.USAGE, e.exitCode());
    assertEquals(
        "--to 2025-10-07 is outside the data, which have 2025-10-01 to 2025-10-04", e.getMessage());
  }

  @Test
  void whichOutputsAreBehindTheData() throws IOException {
    assertEquals(List.of(), outputs());
    previous(NOTE.formatted("then", "c", "x", "d"));
    note("baseline", NOTE.formatted("now", "c", "a", "d"));
    note("steps", NOTE.formatted("then", "x", "a", "d"));
    note("old", "run_id=r0\nvariant=old\ndata_fingerprint=then\n");
    Files.createDirectories(target().resolveSibling("mine"));
    Path tables = target().getParent();
    assertEquals(
        List.of(
            tables + "/baseline: of these data",
            tables + "/old: of other data, by run r0",
            tables + "/optimized: 2025-10-01 changed since run r1 made it",
            tables + "/steps: of other data, by run r1"),
        outputs());
  }

  private void note(String variant, String content) throws IOException {
    Path folder = Files.createDirectories(target().resolveSibling(variant));
    Files.writeString(folder.resolve("_run.properties"), content);
  }

  private List<String> outputs() throws IOException {
    return PublishedOutputs.of(DailySales.TABLE, data(DATA + DAYS), workspace());
  }
}
