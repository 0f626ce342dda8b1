//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../operate/slo/IncidentLog.java
package tests.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import operate.slo.IncidentLog;
import operate.slo.IncidentRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncidentLogTest {
  private static final String HEADER =
      "incident_id,model_name,kind,began,detected,repaired,repair_sec,fix,run_failed,run_recovered,parity,rehearsal";
  private static final Instant BEGAN = Instant.parse("2026-01-31T09:00:00.123Z");

  @TempDir Path folder;
  private Path file;
  private IncidentLog log;

  @BeforeEach
  void name() {
    file = folder.resolve("incidents.csv");
    log = new IncidentLog(file);
  }

  private static IncidentRecord repaired(String id) {
    return new IncidentRecord(
        id,
        "daily_sales",
        "schema_drift",
        BEGAN,
        BEGAN.plusSeconds(9),
        Optional.of(BEGAN.plusSeconds(70)),
        OptionalDouble.of(61.25),
        "put the column back, \"amount\"",
        "run-1",
        "run-2",
        "equal",
        true);
  }

  private static IncidentRecord open(String id) {
    return new IncidentRecord(
        id,
        "daily_sales",
        "disk_full",
        BEGAN,
        BEGAN,
        Optional.empty(),
        OptionalDouble.empty(),
        "",
        "run-3",
        "",
        "",
        false);
  }

  @Test
  void whatIsAppendedIsRead() throws IOException {
    log.append(repaired("i1"));
    log.append(open("i2"));
    assertEquals(
        List.of(
            HEADER,
            "i1,daily_sales,schema_drift,2026-01-31T09:00:00.123Z,2026-01-31T09:00:09.123Z,"
                + "2026-01-31T09:01:10.123Z,61.250,\"put the column back, \"\"amount\"\"\",run-1,"
                + "run-2,equal,true",
            "i2,daily_sales,disk_full,2026-01-31T09:00:00.123Z,2026-01-31T09:00:00.123Z,,,,run-3,,,"
                + "false"),
        Files.readAllLines(file));
    IncidentLog.Content content = log.read();
    assertEquals(List.of(repaired("i1"), open("i2")), content.incidents());
    assertEquals(List.of(), content.warnings());
    assertEquals(false, content.incidents().get(0).isOpen());
    assertEquals(true, content.incidents().get(1).isOpen());
  }

  @Test
  void anIncidentIsLoggedOnce() {
    log.append(repaired("i1"));
    log.append(repaired("i1"));
    assertEquals(1, log.read().incidents().size());
  }

  @Test
  void aLogThatIsNotThereHoldsNothing() {
    assertEquals(new IncidentLog.Content(List.of(), List.of()), log.read());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ",m,k,2026-01-31T09:00:00Z,2026-01-31T09:00:00Z,,,,,,,true"
            + " | incident_id is empty, wanted a value",
        "i,m,k,yesterday,2026-01-31T09:00:00Z,,,,,,,true"
            + " | began is 'yesterday', wanted a UTC time like 2026-01-31T09:00:00Z",
        "i,m,k,2026-01-31T09:00:00Z,2026-01-31T09:00:00Z,2026-01-31T09:00:00Z,soon,,,,,true"
            + " | repair_sec is 'soon', wanted seconds from 0",
        "i,m,k,2026-01-31T09:00:00Z,2026-01-31T09:00:00Z,2026-01-31T09:00:00Z,-1,,,,,true"
            + " | repair_sec is -1.0, wanted seconds from 0",
        "i,m,k,2026-01-31T09:00:00Z,2026-01-31T09:00:00Z,2026-01-31T09:00:00Z,,,,,,true"
            + " | repaired and repair_sec go together, wanted both or none of them",
        "i,m,k,2026-01-31T09:00:00Z,2026-01-31T09:00:00Z,,,,,,,yes"
            + " | rehearsal is 'yes', wanted true or false",
        "i,m,k | 3 values where the header has 12 (torn or edited)",
      })
  void aLineThatIsNoneIsNamedAndTheOthersStay(String line, String wanted) throws IOException {
    log.append(open("i0"));
    Files.writeString(file, Files.readString(file) + line + "\n");
    IncidentLog.Content content = log.read();
    assertEquals(List.of(open("i0")), content.incidents());
    assertEquals(List.of(file + " line 3 left out: " + wanted), content.warnings());
  }

  @Test
  void whatIsRepairedTookATime() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new IncidentRecord(
                "i",
                "m",
                "k",
                BEGAN,
                BEGAN,
                Optional.of(BEGAN),
                OptionalDouble.empty(),
                "",
                "",
                "",
                "",
                true));
  }
}
