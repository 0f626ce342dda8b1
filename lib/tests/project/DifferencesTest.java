//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../project/Differences.java
package tests.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import project.Differences;

/** What differs is named with both values, what is the same is not. */
class DifferencesTest {
  @Test
  void namesOfBothSidesAndValuesThatOneSideLacks() {
    Map<String, Object> found = new TreeMap<>(Map.of("cores", 4, "java", "17", "ui", "on"));
    Map<String, Object> wanted = new TreeMap<>(Map.of("cores", 2, "java", "17", "aqe", "off"));
    assertEquals(
        List.of("cores 4 instead of 2", "ui on instead of none", "aqe none instead of off"),
        Differences.of(found, wanted, "none"));
    assertEquals(List.of(), Differences.of(found, found, "none"));
  }
}
