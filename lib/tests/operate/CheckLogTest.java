//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Yamls.java
//SOURCES ../../operate/contract/CheckLog.java
//SOURCES ../../operate/contract/QualityText.java
package tests.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import operate.contract.CheckLog;
import operate.contract.CheckResult;
import operate.contract.CheckResult.Breached;
import operate.contract.CheckResult.Found;
import operate.contract.CheckResult.NotChecked;
import operate.contract.CheckResult.Passed;
import operate.contract.Contract;
import operate.contract.QualityText;
import operate.contract.Rule;
import operate.contract.TableFolder;
import operate.contract.TableQuality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One result of each kind, in the log and as the command prints it. */
class CheckLogTest {
  @TempDir Path temp;

  private static final Contract CONTRACT =
      Yamls.parse(
          Yamls.table(
              "{metric: rowCount, mustBeGreaterThan: 1000}\n{type: text}",
              "{name: a, quality: [{metric: nullValues, mustBeLessThan: 1, unit: percent,"
                  + " severity: warning, dimension: completeness}]}"));

  private static Rule rule(int number) {
    return CONTRACT.rules().get(number);
  }

  private static TableQuality quality() {
    List<CheckResult> results =
        List.of(
            new Passed(rule(0), new Found("as declared", "as declared")),
            new Breached(rule(2), new Found("1,000", "1000"), List.of()),
            new NotChecked(rule(3), new Found("a text for people", "a text for people")),
            new Breached(
                rule(4), new Found("2 % (20 rows)", "2"), List.of("a=null, b=1", "a=null, b=2")));
    return new TableQuality(CONTRACT, 1000, results, List.of());
  }

  @Test
  void theLogHasALineForEveryCheck() throws IOException {
    Path file = temp.resolve("quality_metrics.csv");
    Instant at = Instant.parse("2026-01-31T09:00:00.123456Z");
    new CheckLog(file).append(at, "r1", "optimized", quality());
    String start = "2026-01-31T09:00:00.123Z,r1,raw.orders,optimized,1.2.0,";
    assertEquals(
        List.of(
            "timestamp,run_id,table_name,variant,contract_version,check,dimension,severity,unit,"
                + "wanted,found,verdict,examples",
            start + "columns,conformity,error,,as declared,as declared,passed,",
            start + "rows,,error,rows,> 1000,1000,error,",
            start + "table text,,error,,,a text for people,not checked,",
            start
                + "a without value,completeness,warning,percent,< 1,2,warning,"
                + "\"a=null, b=1; a=null, b=2\""),
        Files.readAllLines(file));
  }

  @Test
  void theCommandPrintsATableTheBreachesAndTheTotals() {
    TableFolder folder = new TableFolder("raw.orders", "", Path.of("data/raw/orders"));
    QualityText text = new QualityText(Map.of(folder, quality()));
    assertEquals(
        """
        table       check                 wanted          found  verdict
        raw.orders  columns          as declared    as declared  passed
        raw.orders  rows                 > 1,000          1,000  error
        raw.orders  table text                                   not checked
        raw.orders  a without value        < 1 %  2 % (20 rows)  warning\
        """,
        text.table());
    assertEquals(
        """
        error: raw.orders, rows: found 1,000, wanted > 1,000 (FILE line 10)
        not checked: raw.orders, table text: a text for people (FILE line 11)
        warning: raw.orders, a without value: found 2 % (20 rows), wanted < 1 % (FILE line 13)
          a=null, b=1
          a=null, b=2\
        """
            .replace("FILE", Yamls.FILE.toString()),
        text.notes());
    assertEquals("1 table, 4 checks: 1 passed, 1 warning, 1 error, 1 not checked", text.totals());
    assertEquals(1, text.errors());
  }
}
