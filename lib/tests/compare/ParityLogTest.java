//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../compare/ParityLog.java
package tests.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import compare.Parity;
import compare.ParityCheck;
import compare.ParityLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParityLogTest {
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
  private static final List<ParityCheck> EQUAL =
      List.of(
          new ParityCheck("schema", "id BIGINT", "id BIGINT", true, ""),
          new ParityCheck("rows", "3", "3", true, ""),
          new ParityCheck("duplicate keys (id)", "0", "0", true, ""),
          new ParityCheck("rows only on this side (x to 6 digits)", "0", "0", true, ""),
          new ParityCheck("sum(id)", "6", "6", true, ""));

  @TempDir Path temp;
  private Path file;
  private ParityLog log;

  @BeforeEach
  void open() {
    file = temp.resolve("parity.csv");
    log = new ParityLog(file);
  }

  private static Parity parity(String right, List<ParityCheck> checks) {
    return new Parity("daily_sales", "run-1", "baseline", right, "optimized", checks);
  }

  @Test
  void whatWasAppendedIsRead() {
    log.append(parity("run-2", EQUAL), NOW);
    log.append(parity("run-3", EQUAL), NOW);
    assertEquals(List.of(parity("run-2", EQUAL), parity("run-3", EQUAL)), log.read());
    assertTrue(log.read().get(0).identical());
    assertFalse(log.read().get(0).different());
  }

  /** With fewer than four of the five lines nobody knows whether the rows were the same. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void anEntryThatWasTornSaysNothing(int checks) throws IOException {
    log.append(parity("run-2", EQUAL), NOW);
    List<String> lines = Files.readAllLines(file);
    Files.write(file, lines.subList(0, 1 + checks));
    Parity torn = log.read().get(0);
    assertEquals(checks, torn.checks().size());
    assertFalse(torn.identical());
    assertFalse(torn.different());
  }

  @Test
  void withoutAnyCheckNothingIsIdentical() {
    assertFalse(parity("run-2", List.of()).identical());
  }

  /** After a differing schema no row is compared. */
  @Test
  void oneCheckThatFailedIsEnoughForADifference() {
    Parity parity =
        parity("run-2", List.of(new ParityCheck("schema", "id BIGINT", "id INT", false, "")));
    assertTrue(parity.different());
    assertFalse(parity.identical());
  }
}
