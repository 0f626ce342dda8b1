package tests.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import operate.contract.QualityLog;
import operate.contract.QualityMetric;
import operate.lineage.LineageEntry;
import operate.lineage.LineageEntry.Action;
import operate.lineage.LineageLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogsTest {
  private static final Instant AT = Instant.parse("2026-01-31T09:00:00.123456Z");

  @TempDir Path temp;

  @Test
  void lineageIsALinePerReadAndWrite() throws IOException {
    Path file = temp.resolve("model_lineage.csv");
    LineageLog log = new LineageLog(file);
    log.append(AT, "read", "daily_sales", "data/raw/transactions", "f1", "r1");
    log.append(AT, "write", "daily_sales", "data/silver/daily_sales", "f2", "r1");
    assertEquals(
        List.of(
            "timestamp,action,model_name,path,version,run_id",
            "2026-01-31T09:00:00.123Z,read,daily_sales,data/raw/transactions,f1,r1",
            "2026-01-31T09:00:00.123Z,write,daily_sales,data/silver/daily_sales,f2,r1"),
        Files.readAllLines(file));
  }

  @Test
  void lineageComesBackInOrder() throws IOException {
    Path file = temp.resolve("model_lineage.csv");
    LineageLog log = new LineageLog(file);
    assertEquals(List.of(), log.read().entries());
    log.append(AT, "read", "daily_sales", "data/raw/transactions", "f1", "r1");
    log.append(AT, "write", "daily_sales", "data/silver/daily_sales", "f2", "r1");
    Instant millis = Instant.parse("2026-01-31T09:00:00.123Z");
    assertEquals(
        new LineageLog.Content(
            List.of(
                new LineageEntry(
                    millis, Action.READ, "daily_sales", "data/raw/transactions", "f1", "r1"),
                new LineageEntry(
                    millis, Action.WRITE, "daily_sales", "data/silver/daily_sales", "f2", "r1")),
            List.of()),
        log.read());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-01-31T09:00:00Z,look,m,p,v,r | action is 'look', wanted read or write",
        "yesterday,read,m,p,v,r            | timestamp is 'yesterday', wanted a UTC time like"
            + " 2026-01-31T09:00:00Z",
        "2026-01-31T09:00:00Z,read,,p,v,r  | model_name is '', wanted a value",
        "2026-01-31T09:00:00Z,write,m,,v,r | path is '', wanted a value",
        "2026-01-31T09:00:00Z,read,m       | 3 values where the header has 6 (torn or edited)",
      })
  void aBadLineOfLineageIsLeftOutAndNamed(String line, String why) throws IOException {
    Path file = temp.resolve("model_lineage.csv");
    LineageLog log = new LineageLog(file);
    log.append(AT, "read", "m", "p", "v", "r");
    Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
    log.append(AT, "write", "m", "p", "v", "r");
    assertEquals(2, log.read().entries().size());
    assertEquals(List.of(file + " line 3 left out: " + why), log.read().warnings());
  }

  @Test
  void qualityComesBackPerRunInOrder() {
    QualityLog log = new QualityLog(temp.resolve("quality_snapshot.csv"));
    List<QualityMetric> first =
        List.of(
            new QualityMetric("rows", "", 112),
            new QualityMetric("nulls", "segment", 3),
            new QualityMetric("duplicate_keys", "event_date, segment", 0));
    List<QualityMetric> second = List.of(new QualityMetric("rows", "", 113));
    log.append(AT, "r1", "daily_sales", "baseline", "data/silver/x", first);
    log.append(AT, "r2", "daily_sales", "optimized", "data/silver/y", second);
    assertEquals(first, log.of("r1"));
    assertEquals(second, log.of("r2"));
    assertEquals(List.of(), log.of("r3"));
    assertEquals(Map.of("r1", first, "r2", second), log.byRun());
  }
}
