//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../operate/registry/LabRegistry.java
//SOURCES ../../operate/registry/Registry.java
//SOURCES ../../portfolio/RegistryCheck.java
//SOURCES SmallLab.java
package tests.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import operate.registry.LabRegistry;
import operate.registry.Registry;
import operate.registry.RegistryFile;
import operate.slo.SloFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import portfolio.ContractFiles;
import portfolio.RegistryCheck;
import portfolio.RegistryFinding;
import portfolio.RunnableJobs;
import project.Workspace;
import tests.Command;

/** A lab with one good model, and then with one mistake. */
class RegistryCheckTest {
  private static final String GOOD = SmallLab.GOOD;

  @TempDir Path root;

  private SmallLab lab;

  @BeforeEach
  void aGoodLab() throws IOException {
    lab = SmallLab.in(root);
  }

  private void write(String name, String text) throws IOException {
    lab.write(name, text);
  }

  private void contract(String name, String schema) throws IOException {
    lab.contract(name, schema);
  }

  private List<RegistryFinding> check(String rows) throws IOException {
    return lab.check(rows);
  }

  private List<RegistryFinding> errors(String rows) throws IOException {
    return lab.check(rows).stream().filter(RegistryFinding::isError).toList();
  }

  private RegistryFinding only(String rows) throws IOException {
    return lab.only(rows);
  }

  @Test
  void aGoodLabHasNoFindings() throws IOException {
    assertEquals(List.of(), check(GOOD));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "m,,d,,silver.m,daily,T1,2026-11-01      | m: owner is empty | a value",
        "m,tbd,d,,silver.m,daily,T1,2026-11-01   | m is owned by 'tbd' | a role or a team",
        "m,o,d,,silver.m,daily,T0,2026-11-01     | m: tier is 'T0' | T1, T2 or T3",
        "m,o,d,,silver.m,at night,T1,2026-11-01  | m: schedule is 'at night' | hourly, daily,"
            + " weekly, monthly, on demand, or as every 15 minutes, every 6 hours, every 2 days",
        "m,o,d,,silver.m,daily,T1,              | m was never reviewed: reviewed is empty | the day"
            + " of the last review, as 2026-11-26",
        "m,o,d,,silver.m,daily,T1,yesterday      | m: reviewed is 'yesterday' | a day, as"
            + " 2026-11-01",
        "m,o,d,,silver.m,daily,T1,2027-01-01     | m was reviewed on 2027-01-01, in the future |"
            + " the day of the last review, as 2026-11-26",
        "m,o,d,raw.x,silver.m,daily,T1,2026-11-01 | m reads raw.x, which no model writes | a row"
            + " that writes it, or raw.x.odcs.yaml, the contract of its source",
        "m,o,d,silver.m,silver.m,daily,T1,2026-11-01 | m reads, directly or through others, what it"
            + " writes | inputs that can be made before it runs",
      })
  void aMistakeInARowIsAnErrorWithItsLine(String row, String found, String wanted)
      throws IOException {
    RegistryFinding finding = only(row + "\n");
    assertEquals(found, finding.found());
    assertEquals(wanted, finding.wanted());
    assertEquals(2, finding.line());
    assertEquals("${EDITOR:-vi} +2 ops/models_registry.csv", finding.next());
    assertTrue(finding.isError());
  }

  @Test
  void aRowWithTooManyValuesIsNamedAndTheRestGoesOn() throws IOException {
    List<RegistryFinding> findings = check("m,o,d, more,,silver.m,daily,T1,2026-11-01\n");
    assertEquals(
        "m: 9 values where the header has 8; a value with a comma in it needs quotes",
        findings.get(0).found());
  }

  @Test
  void aReviewOfHalfAYearAgoIsAWarning() throws IOException {
    assertEquals(List.of(), check(GOOD.replace("2026-11-01", "2026-05-30")));
    RegistryFinding finding = only(GOOD.replace("2026-11-01", "2026-05-29"));
    assertFalse(finding.isError());
    assertEquals("m was reviewed on 2026-05-29, 181 days ago", finding.found());
  }

  @Test
  void anOlderRegistryWithoutReviewsStillReads() throws IOException {
    String text = (SmallLab.HEADER + GOOD).replace(",reviewed", "").replace(",2026-11-01", "");
    Registry registry = Registry.of(RegistryFile.parse(Path.of("old.csv"), text));
    assertTrue(registry.model("m").reviewed().isEmpty());
    assertEquals(
        SmallLab.TODAY,
        Registry.of(
                RegistryFile.parse(
                    Path.of("new.csv"), SmallLab.HEADER + GOOD.replace("2026-11-01", "2026-11-26")))
            .model("m")
            .reviewed()
            .orElseThrow());
  }

  @Test
  void everyOutputHasAContractThatNamesIt() throws IOException {
    contract("silver.m", "- name: other");
    assertEquals(
        "m writes silver.m, which is not named in "
            + root.resolve("ops/contracts/silver.m.odcs.yaml"),
        only(GOOD).found());
    write("ops/contracts/silver.m.odcs.yaml", "schema: [");
    assertTrue(
        only(GOOD)
            .found()
            .startsWith("m writes silver.m, which has a contract that cannot be read: "));
    Files.delete(root.resolve("ops/contracts/silver.m.odcs.yaml"));
    RegistryFinding missing = only(GOOD);
    assertEquals("m writes silver.m, which has no contract", missing.found());
    assertEquals("${EDITOR:-vi} ops/contracts/silver.m.odcs.yaml", missing.next());
  }

  @ParameterizedTest
  @ValueSource(strings = {"silver.m", "silver_m", "m"})
  void aContractMayBeCalledInThreeWays(String name) throws IOException {
    Files.delete(root.resolve("ops/contracts/silver.m.odcs.yaml"));
    contract(name, "- name: m");
    assertEquals(List.of(), check(GOOD));
  }

  @Test
  void theContractOfAnotherLayerIsNotThisOnes() throws IOException {
    Files.delete(root.resolve("ops/contracts/silver.m.odcs.yaml"));
    contract("m", "- name: m\n    physicalName: bronze.m");
    assertEquals(1, check(GOOD).size());
  }

  @Test
  void aDeclaredSourceIsOneWithAContract() throws IOException {
    contract("landing.crm", "- name: crm");
    assertEquals(List.of(), check(GOOD.replace(",,silver", ",landing.crm,silver")));
  }

  @Test
  void aRowWithoutAJobAndAJobWithoutARowAreErrors() throws IOException {
    write("scripts/job.java", "new JobRun(new JobSpec(\"other\",");
    write("jbang-catalog.json", "{}");
    List<RegistryFinding> findings = check(GOOD);
    assertEquals(
        List.of(
            "m has no job: no script logs it, and no command is called so",
            "no row for other, which scripts/job.java logs"),
        findings.stream().map(RegistryFinding::found).toList());
    assertEquals(3, findings.get(1).line());
    assertEquals(
        "echo 'other,OWNER,DESCRIPTION,INPUTS,OUTPUTS,SCHEDULE,TIER,2026-11-26'"
            + " >> ops/models_registry.csv",
        findings.get(1).next());
  }

  /** In a checkout the log is not asked: what ran once may be gone. */
  @Test
  void anAliasWhoseScriptIsGoneIsNoJobAndAnOldRunIsNone() throws IOException {
    write("scripts/other.java", "");
    Files.delete(root.resolve("scripts/job.java"));
    write("ops/job_runs.csv", "run_id,job_name\nr1,m\n");
    assertEquals(List.of(), check(GOOD));
    Files.delete(root.resolve("ops/job_runs.csv"));
    assertEquals(
        "m has no job: scripts/job.java, which the catalog's m starts, is gone",
        only(GOOD).found());
    write(
        "jbang-catalog.json",
        "{\"aliases\": {\n    \"m\": {\n      \"script-ref\": \"https://lab.example/m.java\"}}}");
    assertEquals(List.of(), check(GOOD), "a script elsewhere cannot be looked for");
  }

  @Test
  void whatRanIsAJobToo() throws IOException {
    write("scripts/job.java", "");
    write("jbang-catalog.json", "{}");
    write("ops/job_runs.csv", "run_id,job_name\nr1,m\nr2,ghost\n");
    assertEquals("no row for ghost, which job_runs.csv logs", only(GOOD).found());
  }

  @Test
  void withoutScriptsAndRunsNobodyKnowsWhichJobsThereAre() throws IOException {
    Files.delete(root.resolve("scripts/job.java"));
    Files.delete(root.resolve("scripts"));
    Files.delete(root.resolve("jbang-catalog.json"));
    assertEquals(List.of(), check(GOOD));
  }

  @Test
  void aTableHasOneMakerAndAModelOneRow() throws IOException {
    write("ops/job_runs.csv", "job_name\nn\n");
    assertEquals(
        List.of("n writes silver.m, which m in line 2 writes, too"),
        errors(GOOD + "n,o,d,,silver.m,daily,T3,2026-11-01\n").stream()
            .map(RegistryFinding::found)
            .toList());
    Files.delete(root.resolve("ops/job_runs.csv"));
    RegistryFinding twice = only(GOOD + GOOD);
    assertEquals("m is registered in line 2, too", twice.found());
    assertEquals(3, twice.line());
  }

  @Test
  void modelsThatWaitForEachOtherAreNamed() throws IOException {
    write("ops/job_runs.csv", "job_name\nn\n");
    contract("silver.n", "- name: n");
    List<RegistryFinding> findings =
        errors(
            GOOD.replace(",,silver", ",silver.n,silver")
                + "n,o,d,silver.m,silver.n,daily,T3,2026-11-01\n");
    assertEquals(List.of(2, 3), findings.stream().map(RegistryFinding::line).toList());
  }

  @Test
  void theLabsOwnJobsAreReadOffItsScripts() {
    RunnableJobs jobs = RunnableJobs.of(Command.checkout(), Optional.empty());
    assertEquals(List.of(), jobs.unclear());
    assertTrue(
        jobs.logged().keySet().containsAll(List.of("compact_transactions", "daily_sales")),
        jobs.logged().toString());
    assertTrue(jobs.has("generate_data"));
    assertTrue(jobs.known());
  }

  @Test
  void aScriptThatHidesItsNameIsAWarning() throws IOException {
    write("scripts/odd.java", "new JobRun(spec(), options)");
    RegistryFinding finding = only(GOOD);
    assertFalse(finding.isError());
    assertEquals("scripts/odd.java runs a job whose name cannot be read off it", finding.found());
  }

  @Test
  void theLabsRegistryTravelsWithTheCommand() throws IOException {
    assertEquals(
        Registry.read(Command.checkout().resolve("ops/models_registry.csv")).models(),
        Registry.of(LabRegistry.read()).models());
  }

  @Test
  void theLabsOwnRowsAreInOrder() {
    List<String> found =
        new RegistryCheck(
                RegistryFile.read(Command.checkout().resolve("ops/models_registry.csv")),
                RunnableJobs.of(Command.checkout(), Optional.empty()),
                new ContractFiles(Command.checkout().resolve("ops/contracts")),
                Command.checkout().resolve("ops/runbooks"),
                Optional.of(SloFile.of(new Workspace(Command.checkout(), true))),
                LocalDate.now(ZoneOffset.UTC),
                Path::toString)
            .findings().stream()
                .filter(RegistryFinding::isError)
                .map(RegistryFinding::found)
                .toList();
    assertEquals(List.of(), found);
  }
}
