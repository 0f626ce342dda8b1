//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Yamls.java
//SOURCES ../spark/LocalSession.java
//SOURCES ../../operate/contract/TableQuality.java
package tests.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import operate.contract.CheckResult;
import operate.contract.CheckResult.Breached;
import operate.contract.Contract;
import operate.contract.TableAtHand;
import operate.contract.TableQuality;
import org.apache.spark.sql.SaveMode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import project.LabException;
import tests.spark.LocalSession;

/** Tables in files, some of which have other columns than the rest. */
@Tag("spark")
class StoredTableTest {
  private static final Contract CONTRACT =
      Yamls.parse(
          Yamls.columns(
              "{name: id, logicalType: integer, physicalType: bigint, unique: true}",
              "{name: x, logicalType: number, physicalType: double, required: true}",
              "{name: day, logicalType: date, partitioned: true, required: true}"));

  @TempDir Path folder;

  /** One more file in the folder of a day. */
  private void write(String day, String columns) {
    LocalSession.open()
        .range(3)
        .selectExpr(columns.split(", "))
        .coalesce(1)
        .write()
        .mode(SaveMode.Append)
        .parquet(folder.resolve("day=" + day).toString());
  }

  private List<CheckResult> check() {
    TableAtHand table = TableAtHand.stored(LocalSession.open(), folder, target -> null);
    return TableQuality.of(CONTRACT, table, List.of(), Instant.now()).results();
  }

  private static List<String> words(List<CheckResult> results) {
    return results.stream()
        .map(r -> "%s: %s %s".formatted(r.rule().name(), r.verdict(), r.found().text()))
        .toList();
  }

  @Test
  void theColumnsOfTheFilesAndOfTheFoldersNames() {
    write("2026-10-31", "id, double(id) as x");
    write("2026-11-01", "id + 3 as id, double(id) as x");
    assertEquals(
        List.of(
            "columns: passed as declared",
            "other columns: passed 0",
            "id duplicates: passed 0",
            "x without value: passed 0",
            "day without value: passed 0"),
        words(check()));
  }

  /** Spark looks at one file: alone it would read the renamed column as nulls, without a word. */
  @Test
  void aColumnThatOneFileHasByAnotherNameIsFoundWithTheFile() {
    write("2026-10-31", "id, double(id) as x");
    write("2026-10-31", "id + 3 as id, double(id) as x");
    write("2026-11-01", "id + 6 as id, double(id) as y");
    List<CheckResult> results = check();
    assertEquals(
        List.of(
            "columns: error no x double in 1 of 3 files",
            "other columns: warning y in 1 of 3 files",
            "id duplicates: passed 0",
            "x without value: error 3",
            "day without value: passed 0"),
        words(results));
    List<String> files = ((Breached) results.get(0)).examples();
    assertEquals(1, files.size());
    assertTrue(files.get(0).matches("day=2026-11-01/part-.*\\.parquet"), files.toString());
    assertEquals("id=6, x=null, day=2026-11-01", ((Breached) results.get(3)).examples().get(0));
  }

  /** Reading it would fail, so that nothing is said about its values. */
  @Test
  void aColumnThatOneFileHasWithAnotherTypeIsNotRead() {
    write("2026-10-31", "id, double(id) as x");
    write("2026-11-01", "id + 3 as id, string(id) as x");
    assertEquals(
        List.of(
            "columns: error x double in 1 of 2 files; x string in 1 of 2 files",
            "other columns: passed 0",
            "id duplicates: passed 0",
            "x without value: not checked x is not as declared",
            "day without value: passed 0"),
        words(check()));
  }

  @Test
  void aColumnThatShouldBeInTheNamesOfTheFolders() {
    LocalSession.open()
        .range(3)
        .selectExpr("id", "double(id) as x", "date'2026-11-01' as day")
        .write()
        .mode(SaveMode.Append)
        .parquet(folder.resolve("flat").toString());
    assertEquals("columns: error day not in the folders' names", words(check()).get(0));
  }

  @Test
  void whatWasWrittenJustNowIsNotLate() {
    write("2026-11-01", "id, double(id) as x");
    TableAtHand table = TableAtHand.stored(LocalSession.open(), folder, target -> null);
    Duration age = Duration.between(table.written().orElseThrow(), Instant.now());
    assertTrue(age.abs().compareTo(Duration.ofMinutes(5)) < 0, age.toString());
  }

  @Test
  void aFolderWithoutFilesIsOneSentence() {
    assertEquals(
        "Found no Parquet file in " + folder,
        assertThrows(LabException.class, this::check).getMessage());
  }
}
