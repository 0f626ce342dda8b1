//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES LocalSession.java
//SOURCES ../../spark/StoredTable.java
package tests.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import project.LabException;
import spark.StoredTable;

@Tag("spark")
class StoredTableTest {
  @TempDir Path temp;
  private final SparkSession spark = LocalSession.open();

  private Dataset<Row> rows() {
    return spark.sql("select id, concat('n', id) as name from range(5)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "orc", "json", "csv"})
  void theFormatIsToldByTheFiles(String format) {
    Path folder = temp.resolve("out");
    rows().write().format(format).option("header", "true").save(folder.toString());
    Dataset<Row> found = StoredTable.read(spark, folder);
    assertEquals(5, found.count());
    assertEquals("[4,n4]", found.orderBy("name").collectAsList().get(4).toString());
  }

  @Test
  void partitionFoldersAreColumns() {
    Path folder = temp.resolve("out");
    rows().write().partitionBy("id").parquet(folder.toString());
    assertEquals(List.of("name", "id"), List.of(StoredTable.read(spark, folder).columns()));
  }

  @Test
  void theOrderOfColumnsIsNoDifferenceButOtherColumnsAre() {
    Dataset<Row> turned = rows().select("name", "id");
    assertEquals(List.of("id", "name"), List.of(StoredTable.inOrderOf(rows(), turned).columns()));
    assertEquals(
        List.of("name"), List.of(StoredTable.inOrderOf(rows(), rows().select("name")).columns()));
  }

  @Test
  void aLinkIsFollowed() throws IOException {
    rows().write().parquet(temp.resolve("v1").toString());
    Path link = Files.createSymbolicLink(temp.resolve("out"), temp.resolve("v1"));
    assertEquals(5, StoredTable.read(spark, link).count());
  }

  @Test
  void whatCannotBeReadIsNamed() throws IOException {
    Path folder = temp.resolve("out");
    assertRefused("does not exist", folder);
    Files.createDirectories(folder.resolve("_temporary"));
    Files.writeString(folder.resolve("_temporary/part-0.parquet"), "");
    Files.writeString(folder.resolve("_SUCCESS"), "");
    assertRefused("holds no data", folder);
    Files.writeString(folder.resolve("a.csv.gz"), "");
    Files.writeString(folder.resolve("b.snappy.parquet"), "");
    assertRefused("{csv=1, parquet=1}", folder);
  }

  private void assertRefused(String part, Path folder) {
    LabException e = assertThrows(LabException.class, () -> StoredTable.read(spark, folder));
    assertTrue(e.getMessage().contains(part), e.getMessage());
  }
}
