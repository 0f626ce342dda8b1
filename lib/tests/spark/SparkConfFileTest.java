//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../spark/SparkConfFile.java
//SOURCES ../../spark/SessionSpec.java
package tests.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import project.LabException;
import spark.SessionSpec;
import spark.SparkConfFile;

class SparkConfFileTest {

  @Test
  void keysValuesCommentsAndBlankLines() {
    Map<String, String> settings =
        SparkConfFile.parse(
            "x.conf", "# a comment\n\nspark.b  2 \n  spark.a\tone two  # three\r\nspark.b 3");
    assertEquals(List.of("spark.b", "spark.a"), List.copyOf(settings.keySet()));
    assertEquals("3", settings.get("spark.b"));
    assertEquals("one two  # three", settings.get("spark.a"));
  }

  @Test
  void aKeyWithoutAValueIsNamedWithItsLine() {
    LabException e =
        assertThrows(
            LabException.class, () -> SparkConfFile.parse("x.conf", "# one\nspark.a 1\nspark.b"));
    assertEquals(
        "x.conf line 3: 'spark.b' has no value (wanted: key, white space, value)", e.getMessage());
    assertEquals(LabException.FAILED, e.exitCode());
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> SparkConfFile.read("tuned"));
    assertEquals("no resource /conf/tuned.conf", e.getMessage());
  }

  /** What the naive job is accused of stands in its file. */
  @Test
  void theBaselinesAntiPatternsAreWrittenDown() {
    Map<String, String> conf = SessionSpec.local("t", "local[1]").overlay("baseline").conf();
    assertEquals("false", conf.get("spark.sql.adaptive.enabled"));
    assertEquals("-1", conf.get("spark.sql.autoBroadcastJoinThreshold"));
    assertEquals("200", conf.get("spark.sql.shuffle.partitions"));
    assertEquals("UTC", conf.get("spark.sql.session.timeZone"));
  }

  @Test
  void theTunedJobAdaptsAndSharesEverythingElse() {
    SessionSpec shared = SessionSpec.local("t", "local[1]");
    Map<String, String> conf = shared.overlay("optimized").conf();
    assertEquals("true", conf.get("spark.sql.adaptive.enabled"));
    assertFalse(conf.containsKey("spark.sql.autoBroadcastJoinThreshold"));
    shared.conf().forEach((key, value) -> assertEquals(value, conf.get(key), key));
  }

  @Test
  void laterSettingsWinAndKeysAreSorted() {
    SessionSpec spec =
        SessionSpec.local("t", "local[1]")
            .overlay("baseline")
            .with(Map.of("spark.sql.shuffle.partitions", "8", "spark.a", "1"));
    assertEquals("8", spec.conf().get("spark.sql.shuffle.partitions"));
    List<String> keys = List.copyOf(spec.conf().keySet());
    assertEquals(keys.stream().sorted().toList(), keys);
    assertEquals("spark.a", keys.get(0));
  }

  @Test
  void zeroCoresIsAllOfThem() {
    assertEquals("local[*]", SessionSpec.localMaster(0));
    assertEquals("local[2]", SessionSpec.localMaster(2));
  }
}
