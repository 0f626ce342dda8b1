//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES LabFolder.java
package tests.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import runs.Run;
import runs.Status;
import tests.Command;

/** Contracts seen from outside: what jobs refuse to publish, and what {@code quality} says. */
@Tag("cli")
class QualityTest {
  private static final String DAILY_SALES = "silver.daily_sales";
  private static final String CONTRACT = contract(DAILY_SALES);

  @TempDir Path temp;

  private static String contract(String table) {
    return "ops/contracts/%s.odcs.yaml".formatted(table);
  }

  /** The lab's contract of a table as this folder's own, with one thing changed. */
  private void own(String table, String from, String to) throws IOException {
    String text = Files.readString(Command.checkout().resolve(contract(table)));
    assertTrue(text.contains(from), text);
    Files.createDirectories(temp.resolve("ops/contracts"));
    Files.writeString(temp.resolve(contract(table)), text.replace(from, to));
  }

  private String metrics() throws IOException {
    return Files.readString(temp.resolve("ops/quality_metrics.csv"));
  }

  @Test
  void anOutputThatBreaksItsContractIsNotPublished() throws IOException {
    LabFolder lab = LabFolder.withData(temp);
    Command.Result healthy = lab.run("optimized");
    assertEquals(0, healthy.exitCode(), healthy.err());
    assertEquals(List.of(), LabFolder.said(healthy));
    Map<String, Long> previous = LabFolder.contents(lab.output("optimized"));

    own(DAILY_SALES, "mustBeGreaterOrEqualTo: 1\n", "mustBeGreaterOrEqualTo: 1000\n");
    int line =
        Files.readAllLines(temp.resolve(CONTRACT)).indexOf("        mustBeGreaterOrEqualTo: 1000");
    String sentence =
        "The output breaks the contract of silver.daily_sales, so it is not published. rows: found"
            + " 38, wanted >= 1,000 (%s line %d). Look at what it was made of: "
                .formatted(CONTRACT, line);
    Command.Result refused = lab.run("optimized");
    LabFolder.assertRefused(1, "error: " + sentence, refused);
    Run run = lab.runs().get(1);
    assertEquals(Status.FAILED, run.status());
    assertTrue(run.error().startsWith(sentence), run.error());
    assertTrue(run.error().endsWith(" quality"), run.error());
    assertTrue(run.durationSec() > 0);
    assertEquals(previous, LabFolder.contents(lab.output("optimized")));
    assertEquals(List.of(), lab.versions("optimized", "staging"));
    String logged =
        "silver.daily_sales,optimized,1.0.0,rows,completeness,error,rows,>= 1000,38,error";
    assertTrue(metrics().contains("%s,%s,\n".formatted(run.runId(), logged)), metrics());

    // The same promise as a warning: said, logged, published.
    own(
        DAILY_SALES,
        "mustBeGreaterOrEqualTo: 1\n",
        "mustBeGreaterOrEqualTo: 1000\n        severity: warning\n");
    Command.Result warned = lab.run("optimized");
    assertEquals(0, warned.exitCode(), warned.err());
    assertEquals(
        List.of(
            "warning: silver.daily_sales/optimized, rows: found 38, wanted >= 1,000 (%s line %d)"
                .formatted(CONTRACT, line)),
        LabFolder.said(warned));
    assertEquals(Status.SUCCESS, lab.runs().get(2).status());

    // A contract that cannot be read: the job stops before it works for nothing.
    own(DAILY_SALES, "mustBeGreaterOrEqualTo: 1\n", "mustBeGreaterOrEqual: 1\n");
    LabFolder.assertRefused(
        1,
        "error: %s line %d: schema[0].quality[0].mustBeGreaterOrEqual is not a known key"
            .formatted(CONTRACT, line + 1),
        lab.run("optimized"));
    assertEquals(Status.FAILED, lab.runs().get(3).status());
  }

  @Test
  void qualityHoldsTheTablesAgainstTheirContracts() throws IOException {
    LabFolder lab = LabFolder.withData(temp);
    Command.Result raw = lab.run("quality");
    assertEquals(0, raw.exitCode(), raw.err());
    assertTrue(raw.err().contains("silver.daily_sales is not there yet"), raw.err());
    assertTrue(
        raw.out().endsWith("2 tables, 25 checks: 25 passed, 0 warnings, 0 errors\n"), raw.out());
    String logged =
        ",raw.transactions,,1.0.0,amount without value,completeness,warning,percent,<= 0.2,";
    assertTrue(metrics().contains(logged), metrics());
    String snapshot = Files.readString(temp.resolve("ops/quality_snapshot.csv"));
    assertTrue(snapshot.contains(",transactions,,data/raw/transactions,rows,,100000\n"), snapshot);
    assertFalse(Files.exists(temp.resolve("ops/contracts")));

    own("raw.customers", ", public]", "]");
    Command.Result broken = lab.run("quality", "raw.customers");
    assertEquals(1, broken.exitCode(), broken.err());
    String found = "\nerror: raw.customers, segment invalid values: found 24";
    assertTrue(broken.out().contains(found), broken.out());
    String row = "  customer_id=\\d+, segment=public, .*";
    assertEquals(5, broken.out().lines().filter(l -> l.matches(row)).count(), broken.out());
    assertTrue(
        broken.out().endsWith("1 table, 9 checks: 8 passed, 0 warnings, 1 error\n"), broken.out());

    LabFolder.assertRefused(
        1,
        "error: There is no silver.daily_sales/nobodys in data (found: nothing of it). Run: ",
        lab.run("quality", "silver.daily_sales/nobodys"));
    LabFolder.assertRefused(
        2,
        "error: gold.sales has no contract (found: bronze.transactions, ",
        lab.run("quality", "gold.sales"));
  }
}
