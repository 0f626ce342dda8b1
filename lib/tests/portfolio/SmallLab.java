//SOURCES ../operate/SampleRunbook.java
//SOURCES ../../operate/slo/SloFile.java
//SOURCES ../../portfolio/RegistryCheck.java
package tests.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import operate.registry.RegistryFile;
import operate.slo.SloFile;
import portfolio.ContractFiles;
import portfolio.RegistryCheck;
import portfolio.RegistryFinding;
import portfolio.RunnableJobs;
import tests.operate.SampleRunbook;

/** A lab with one good model, {@code m}. */
record SmallLab(Path root) {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  static final String HEADER =
      "model_name,owner,description,inputs,outputs,schedule,tier,reviewed\n";
  static final String GOOD = "m,team,What it does,,silver.m,daily,T1,2026-11-01\n";

  private static final String RUNBOOK = "ops/runbooks/m.md";

  /** Makes it in a folder. */
  static SmallLab in(Path root) throws IOException {
    SmallLab lab = new SmallLab(root);
    lab.write(
        "jbang-catalog.json", "{\"aliases\": {\n    \"m\": {\n      \"script-ref\": \"scripts/job.java\"}}}");
    lab.contract("silver.m", "- name: m\n    physicalName: silver.m");
    lab.write(RUNBOOK, "");
    lab.write("scripts/job.java", "new JobRun(new JobSpec(\n        \"m\",");
    return lab;
  }

  void write(String name, String text) throws IOException {
    Files.createDirectories(root.resolve(name).getParent());
    Files.writeString(root.resolve(name), text);
  }

  void contract(String name, String schema) throws IOException {
    write(
        "ops/contracts/%s.odcs.yaml".formatted(name),
        "apiVersion: v3.1.0\nkind: DataContract\nschema:\n  " + schema + "\n");
  }

  /** A runbook that says what the row says. */
  static String runbook(String row) {
    String[] values = row.split(" *, *", -1);
    return SampleRunbook.TEXT
        .replace("RUNBOOK - churn_daily", "RUNBOOK - m")
        .replace("crm · Tier: T2", values[1] + " · Tier: " + values[6])
        .replace("Schedule: daily", "Schedule: " + values[5])
        .replace(
            "- silver.daily_sales (segment)\n- raw.customers: all of it\n",
            values[3].isEmpty() ? "None\n" : "- " + values[3] + "\n")
        .replace("- gold.churn_daily", "- " + values[4]);
  }

  /** The findings with these rows and, where there is a runbook, one that fits the first row. */
  List<RegistryFinding> check(String rows) throws IOException {
    if (Files.exists(root.resolve(RUNBOOK))) {
      write(RUNBOOK, runbook(rows.lines().findFirst().orElseThrow()));
    }
    return check(rows, Optional.empty());
  }

  /** The findings with these rows and objectives, and the runbook that is there. */
  List<RegistryFinding> check(String rows, Optional<SloFile> slos) throws IOException {
    write("ops/models_registry.csv", HEADER + rows);
    return new RegistryCheck(
            RegistryFile.read(root.resolve("ops/models_registry.csv")),
            RunnableJobs.of(root, Optional.of(root.resolve("ops/job_runs.csv"))),
            new ContractFiles(root.resolve("ops/contracts")),
            root.resolve("ops/runbooks"),
            slos,
            TODAY,
            path -> root.relativize(path).toString())
        .findings();
  }

  /** The one finding with these rows. */
  RegistryFinding only(String rows) throws IOException {
    List<RegistryFinding> findings = check(rows);
    assertEquals(1, findings.size(), findings.toString());
    return findings.get(0);
  }
}
