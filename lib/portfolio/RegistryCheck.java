//SOURCES ContractFiles.java
//SOURCES ../operate/registry/RegistryFile.java
//SOURCES ../operate/registry/Schedule.java
//SOURCES ../operate/runbook/Runbook.java
//SOURCES ../operate/slo/SloFile.java
//SOURCES ../project/LabException.java
//SOURCES RegistryFinding.java
//SOURCES RegistryTables.java
//SOURCES RunnableJobs.java
//SOURCES TierTarget.java
package portfolio;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import operate.registry.RegistryFile;
import operate.registry.Schedule;
import operate.runbook.Runbook;
import operate.slo.Slo;
import operate.slo.SloFile;
import portfolio.RegistryFinding;
import project.LabException;

/**
 * Holds the registry against what is really there: jobs, contracts, runbooks, and itself.
 *
 * @param file the registry
 * @param jobs what can be run
 * @param contracts a file for each table
 * @param runbooks a folder with {@code <model>.md} for each model
 * @param slos what the models promise; empty where no file says so
 * @param today to tell how long ago a review was
 * @param shown a path as the reader types it
 */
public record RegistryCheck(
    RegistryFile file,
    RunnableJobs jobs,
    ContractFiles contracts,
    Path runbooks,
    Optional<SloFile> slos,
    LocalDate today,
    Function<Path, String> shown) {
  /** Twice a year: longer than that nobody remembers what was true. */
  public static final int REVIEW_DAYS = 180;

  /** In T3 its lack is a warning: nobody is called at night for it. */
  private static final Set<String> TIERS_WITH_RUNBOOK = Set.of("T1", "T2");

  /** What people write when they do not know who. */
  private static final Set<String> NOBODY =
      Set.of("-", "?", "tbd", "todo", "n/a", "na", "none", "nobody", "unknown", "owner");

  /** Whether these are words for an owner that nobody is. */
  public static boolean isNobody(String owner) {
    return NOBODY.contains(owner.strip().toLowerCase(Locale.ROOT));
  }

  /** Everything that is not as it should be, in file order. */
  public List<RegistryFinding> findings() {
    List<RegistryFinding> findings = new ArrayList<>();
    Map<String, Integer> lines = new HashMap<>();
    List<RegistryFile.Row> complete = new ArrayList<>();
    for (RegistryFile.Row row : file.rows()) {
      List<String> problems = row.problems();
      problems.forEach(
          p ->
              findings.add(
                  error(row, name(row) + ": " + p.replaceFirst(", wanted .*", ""), wanted(p))));
      if (!row.values().isConsistent()) {
        continue;
      }
      Integer first = lines.putIfAbsent(row.get("model_name"), row.line());
      if (first != null && !row.get("model_name").isBlank()) {
        findings.add(
            error(row, name(row) + " is registered in line " + first + ", too", "one row"));
        continue;
      }
      complete.add(row);
      findings.addAll(findings(row));
    }
    RegistryTables tables = new RegistryTables(complete, contracts);
    tables.problems().forEach(p -> findings.add(error(p.row(), p.found(), p.wanted())));
    findings.addAll(missingRows(lines.keySet()));
    findings.sort(Comparator.comparing(RegistryFinding::line));
    return List.copyOf(findings);
  }

  private static String wanted(String problem) {
    int at = problem.indexOf(", wanted ");
    return at < 0 ? "one value for each column" : problem.substring(at + ", wanted ".length());
  }

  private List<RegistryFinding> findings(RegistryFile.Row row) {
    List<RegistryFinding> findings = new ArrayList<>();
    String name = row.get("model_name");
    if (!name.isBlank() && jobs.known() && !jobs.has(name)) {
      String why =
          jobs.gone().contains(name)
              ? "%s, which the catalog's %s starts, is gone"
                  .formatted(jobs.commands().get(name), name)
              : "no script logs it, and no command is called so";
      findings.add(
          error(row, "%s has no job: %s".formatted(name, why), "a job of this name, or no row"));
    }
    if (isNobody(row.get("owner"))) {
      findings.add(
          error(row, "%s is owned by '%s'".formatted(name, row.get("owner")), "a role or a team"));
    }
    String tier = row.get("tier");
    if (!tier.isBlank() && !TierTarget.isTier(tier)) {
      findings.add(error(row, "%s: tier is '%s'".formatted(name, tier), "T1, T2 or T3"));
    }
    String schedule = row.get("schedule");
    if (!schedule.isBlank() && !Schedule.isKnown(schedule)) {
      findings.add(error(row, "%s: schedule is '%s'".formatted(name, schedule), Schedule.WORDS));
    }
    review(row, findings);
    runbook(row, findings);
    for (String table : row.list("outputs")) {
      contracts.problem(table).ifPresent(p -> findings.add(contract(row, table, p)));
    }
    return findings;
  }

  private void review(RegistryFile.Row row, List<RegistryFinding> findings) {
    String text = row.get(RegistryFile.REVIEWED);
    String day = "the day of the last review, as " + today;
    if (text.isBlank()) {
      findings.add(error(row, name(row) + " was never reviewed: reviewed is empty", day));
    } else if (row.reviewed().isPresent()) {
      long days = ChronoUnit.DAYS.between(row.reviewed().get(), today);
      if (days < 0) {
        findings.add(
            error(row, "%s was reviewed on %s, in the future".formatted(name(row), text), day));
      } else if (days > REVIEW_DAYS) {
        findings.add(
            RegistryFinding.warning(
                row.line(),
                "%s was reviewed on %s, %d days ago".formatted(name(row), text, days),
                "a review in the last %d days".formatted(REVIEW_DAYS),
                edit(row.line())));
      }
    }
  }

  private void runbook(RegistryFile.Row row, List<RegistryFinding> findings) {
    String name = row.get("model_name");
    Path runbook = runbooks.resolve(name + ".md");
    boolean known = TierTarget.isTier(row.get("tier")) && !name.isBlank();
    if (known && !Files.isRegularFile(runbook)) {
      findings.add(noRunbook(row, runbook));
    }
    // The runbook is held against the row, so the row comes first.
    if (findings.isEmpty() && row.problems().isEmpty() && Files.isRegularFile(runbook)) {
      for (String problem : problems(row, runbook)) {
        findings.add(
            RegistryFinding.error(
                row.line(),
                problem.replace(runbook.toString(), shown.apply(runbook)),
                "a runbook that says what ops/models_registry.csv and ops/slo.yaml say",
                editor(runbook)));
      }
    }
  }

  private RegistryFinding noRunbook(RegistryFile.Row row, Path runbook) {
    String tier = row.get("tier");
    String found = "%s is %s and has no runbook".formatted(name(row), tier);
    String wanted = "%s (every model has one)".formatted(shown.apply(runbook));
    return TIERS_WITH_RUNBOOK.contains(tier)
        ? RegistryFinding.error(row.line(), found, wanted, editor(runbook))
        : RegistryFinding.warning(row.line(), found, wanted, editor(runbook));
  }

  private List<String> problems(RegistryFile.Row row, Path file) {
    try {
      Runbook runbook = Runbook.read(file);
      String model = row.get("model_name");
      if (!runbook.model().equals(model)) {
        return List.of("%s is the runbook of %s".formatted(file, runbook.model()));
      }
      List<String> problems = new ArrayList<>(runbook.differences(row.model()));
      slos.ifPresent(
          promised ->
              problems.addAll(
                  runbook.sloDifferences(
                      promised.find(model).map(Slo::lines).orElse(List.of()))));
      return problems;
    } catch (LabException unreadable) {
      return List.of(unreadable.getMessage());
    }
  }

  private RegistryFinding contract(RegistryFile.Row row, String table, String problem) {
    Path file = contracts.places(table).get(0);
    return RegistryFinding.error(
        row.line(),
        "%s writes %s, which %s".formatted(name(row), table, problem),
        "%s with a schema of that name".formatted(shown.apply(file)),
        editor(file));
  }

  /** Jobs that can be run and have no row: they belong behind the last line. */
  private List<RegistryFinding> missingRows(Set<String> registered) {
    int end = file.rows().stream().mapToInt(RegistryFile.Row::line).max().orElse(1) + 1;
    List<RegistryFinding> findings = new ArrayList<>();
    jobs.logged()
        .forEach(
            (job, where) -> {
              if (!registered.contains(job)) {
                findings.add(
                    RegistryFinding.error(
                        end,
                        "no row for %s, which %s logs".formatted(job, where),
                        "one",
                        add(job)));
              }
            });
    for (String script : jobs.unclear()) {
      findings.add(
          RegistryFinding.warning(
              end,
              "%s runs a job whose name cannot be read off it".formatted(script),
              "its name in new JobSpec(\"name\", ...)",
              "${EDITOR:-vi} " + script));
    }
    return findings;
  }

  private String add(String job) {
    Map<String, String> known = Map.of("model_name", job, RegistryFile.REVIEWED, today.toString());
    String row =
        file.header().stream()
            .map(c -> known.getOrDefault(c, c.toUpperCase(Locale.ROOT)))
            .collect(Collectors.joining(","));
    return "echo '%s' >> %s".formatted(row, shown.apply(file.file()));
  }

  private static String name(RegistryFile.Row row) {
    String name = row.get("model_name");
    return name.isBlank() ? "a model without a name" : name;
  }

  private RegistryFinding error(RegistryFile.Row row, String found, String wanted) {
    return RegistryFinding.error(row.line(), found, wanted, edit(row.line()));
  }

  private String edit(int line) {
    return "${EDITOR:-vi} +%d %s".formatted(line, shown.apply(file.file()));
  }

  /** An editor does not make the folder. */
  private String editor(Path path) {
    String folder = shown.apply(path.getParent());
    String make = Files.isDirectory(path.getParent()) ? "" : "mkdir -p " + folder + " && ";
    return make + "${EDITOR:-vi} " + shown.apply(path);
  }
}
