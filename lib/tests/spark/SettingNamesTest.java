//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../spark/SettingNames.java
//SOURCES ../../spark/SparkConfFile.java
package tests.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import spark.SettingNames;
import spark.SparkConfFile;

@Tag("spark")
class SettingNamesTest {
  @ParameterizedTest
  @CsvSource({
    "spark.sql.shufle.partitions, spark.sql.shuffle.partitions",
    "spark.sql.shuffle.Partitions, spark.sql.shuffle.partitions",
    "spark.sql.adaptive.enable, spark.sql.adaptive.enabled",
    "spark.sql.autobroadcastJoinThreshold, spark.sql.autoBroadcastJoinThreshold",
    "sql.shuffle.partitions, spark.sql.shuffle.partitions",
    "spark.driver.memmory, spark.driver.memory",
  })
  void aSlipOfTheHandIsNamedWithWhatWasMeant(String typed, String meant) {
    assertEquals(
        List.of(
            ("Spark 3.5.9 knows no setting %s: it changes nothing unless an extension reads it."
                    + " Is %s meant?")
                .formatted(typed, meant)),
        SettingNames.warnings(List.of(typed, typed)));
  }

  @Test
  void aNameThatIsLikeNoOtherIsOnlyCalledUnknown() {
    String warning = SettingNames.warnings(List.of("spark.sql.iceberg.something-else")).get(0);
    assertTrue(warning.endsWith(" unless an extension reads it."), warning);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spark.sql.shuffle.partitions",
        "spark.sql.warehouse.dir",
        "spark.sql.extensions",
        "spark.sql.catalog.lake.type",
        "spark.hadoop.fs.s3a.endpoint",
        "spark.hadoop.parquet.enable.dictionary#id",
        "spark.my.own",
        "parquet.block.size",
      })
  void whatSparkOrSomebodyElseReadsIsNotWarnedOf(String name) {
    assertEquals(List.of(), SettingNames.warnings(List.of(name)));
  }

  @Test
  void whatASessionMayBeGivenThoughSparkDoesNotKnowIt() {
    assertTrue(SettingNames.mayBeAnExtensions("spark.sql.iceberg.vectorization.enabled"));
    assertFalse(SettingNames.mayBeAnExtensions("spark.sql.shuffle.partitions"));
    assertFalse(SettingNames.mayBeAnExtensions("spark.hadoop.parquet.block.size"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"spark_local", "baseline", "optimized", "generate", "compact"})
  void theLabsOwnFilesHaveNoSuchSlip(String file) {
    assertEquals(List.of(), SettingNames.warnings(SparkConfFile.read(file).keySet()));
  }
}
