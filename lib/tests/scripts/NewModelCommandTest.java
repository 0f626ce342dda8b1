//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES LabFolder.java
package tests.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import runs.Run;
import runs.Status;
import tests.Command;

/** A new model in a copy of the checkout: written, run, checked, and refused the second time. */
@Tag("cli")
class NewModelCommandTest {
  private static final String NEEDED =
      "jbang-catalog.json|(scripts|conf)/.*|lib/(?!tests/).*|ops/[^/]+|ops/(contracts|runbooks)/.*";

  @TempDir Path temp;

  private Command.Result lab(String... words) {
    String[] all = new String[words.length + 1];
    all[0] = temp.resolve("scripts/jbangw").toString();
    System.arraycopy(words, 0, all, 1, words.length);
    return Command.of(all).in(temp).with("SPARK_MASTER", "").run();
  }

  private void copyTheCheckout() throws IOException {
    Path checkout = Command.checkout();
    String files =
        Command.of("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
            .in(checkout)
            .run()
            .out();
    for (String name : files.split("\0")) {
      if (name.matches(NEEDED) && Files.exists(checkout.resolve(name))) {
        Files.createDirectories(temp.resolve(name).getParent());
        Files.copy(
            checkout.resolve(name), temp.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  @Test
  void aNewModelRunsIsKnownEverywhereAndIsNotOverwritten() throws IOException {
    copyTheCheckout();
    LabFolder folder = LabFolder.withData(temp);
    String inputs = "raw.transactions,raw.customers";
    Command.Result written = lab("new_model", "buyers_daily", "--owner", "crm", "--inputs", inputs);
    assertEquals(0, written.exitCode(), written.err());
    assertTrue(written.out().contains("\n  new     lib/models/BuyersDaily.java\n"), written.out());
    assertTrue(written.out().contains("\n  changed ops/slo.yaml\n"), written.out());
    assertTrue(written.out().endsWith(" registry check\n"), written.out());

    Command.Result ran = lab("buyers_daily");
    assertEquals(0, ran.exitCode(), ran.err());
    Run run = folder.runs().get(0);
    assertEquals("buyers_daily", run.jobName());
    assertEquals(Status.SUCCESS, run.status());
    assertTrue(Files.exists(temp.resolve("data/gold/buyers_daily/v1/_run.properties")));
    String checks = Files.readString(temp.resolve("ops/quality_metrics.csv"));
    assertTrue(checks.contains(run.runId() + ",gold.buyers_daily,v1,1.0.0,"), checks);
    String snapshot = Files.readString(temp.resolve("ops/quality_snapshot.csv"));
    assertTrue(snapshot.contains(",buyers_daily,v1,data/gold/buyers_daily/v1,rows,,"), snapshot);

    Command.Result checked = lab("registry", "check");
    assertEquals(0, checked.exitCode(), checked.out() + checked.err());
    assertTrue(checked.out().endsWith(", 0 errors, 0 warnings\n"), checked.out());
    Command.Result lineage = lab("lineage");
    String agreed = "What runs read and wrote is what is registered.";
    assertTrue(lineage.out().contains(agreed), lineage.out());

    Map<String, Long> before = LabFolder.contents(temp.resolve("ops"));
    Command.Result again = lab("new_model", "buyers_daily", "--owner", "crm", "--inputs", inputs);
    LabFolder.assertRefused(1, "error: buyers_daily is there already: ", again);
    assertEquals(before, LabFolder.contents(temp.resolve("ops")));
  }

  @Test
  void outsideOfACheckoutThereIsNoPlaceForAModel() {
    Command.Result refused =
        new LabFolder(temp).run("new_model", "buyers", "--owner", "crm", "--inputs", "raw.x");
    LabFolder.assertRefused(1, "error: new_model needs the lab's own files, and ", refused);
    assertEquals(0, temp.toFile().list().length);
  }
}
