//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../runs/EditedSettings.java
package tests.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import runs.EditedSettings;
import sales.Steps;
import spark.SparkConfFile;

class EditedSettingsTest {
  @Test
  void theFilesAsTheyComeHoldWhatTheStepsBring() {
    assertEquals(List.of(), EditedSettings.notRead());
  }

  @Test
  void whatAReaderChangedAddedOrTookOutIsNamed() {
    Map<String, String> edited = new LinkedHashMap<>(SparkConfFile.read("baseline"));
    edited.put("spark.sql.shuffle.partitions", "100");
    edited.remove("spark.sql.adaptive.skewJoin.enabled");
    edited.put("spark.sql.ansi.enabled", "true");
    assertEquals(
        Optional.of(
            "conf/baseline.conf has spark.sql.shuffle.partitions 100 instead of 200,"
                + " spark.sql.ansi.enabled true instead of nothing,"
                + " spark.sql.adaptive.skewJoin.enabled nothing instead of false: not used here,"
                + " where variants differ in their steps alone. To set it for all of them:"
                + " --conf KEY=VALUE"),
        EditedSettings.notRead("baseline", edited, Steps.NONE.settings()));
  }
}
