///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION The registry of models: prints it, and checks it against jobs, contracts and runbooks
//JAVA 17
//JAVA_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
//DEPS info.picocli:picocli:4.7.7
//SOURCES ../lib/operate/registry/LabRegistry.java
//SOURCES ../lib/operate/registry/Registry.java
//SOURCES ../lib/operate/slo/SloFile.java
//SOURCES ../lib/portfolio/RegistryCheck.java
//SOURCES ../lib/project/Cli.java
//SOURCES ../lib/project/Quantity.java
//SOURCES ../lib/project/TextTable.java
//SOURCES ../lib/project/Workspace.java

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import operate.registry.LabRegistry;
import operate.registry.Registry;
import operate.registry.RegistryFile;
import operate.slo.SloFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import portfolio.ContractFiles;
import portfolio.RegistryCheck;
import portfolio.RegistryFinding;
import portfolio.RunnableJobs;
import project.Cli;
import project.LabException;
import project.Quantity;
import project.TextTable;
import project.Workspace;

/** Which models there are, and whether what the registry says of them is true. */
@Command(
    name = "registry",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    subcommands = registry.Check.class,
    description = {
      "Prints ops/models_registry.csv: every model with its owner, tier, schedule, inputs and"
          + " outputs. Without such a file here, the lab's own.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  jbang registry",
      "  jbang registry check",
      "",
      "Exit codes: 0 printed, 1 the registry cannot be read, 2 wrong usage."
    })
public class registry implements Callable<Integer> {
  private static final String FILE = "models_registry.csv";

  @Option(
      names = "--registry",
      paramLabel = "FILE",
      description = "The registry (default: ops/models_registry.csv).")
  Path file;

  public static void main(String[] args) {
    System.exit(Cli.run(new registry(), args));
  }

  @Override
  public Integer call() {
    Workspace workspace = Workspace.here();
    Path here = workspace.ops(FILE);
    boolean own = file == null && !workspace.checkout() && !Files.exists(here);
    Registry models =
        Registry.of(own ? LabRegistry.read() : RegistryFile.read(file != null ? file : here));
    List<String> header =
        List.of("model", "owner", "tier", "schedule", "inputs", "outputs", "reviewed");
    System.out.println(
        new TextTable(
                "lllllll",
                header,
                models.models().stream()
                    .map(
                        m ->
                            List.of(
                                m.name(),
                                m.owner(),
                                m.tier(),
                                m.schedule(),
                                m.inputs().isEmpty() ? "-" : String.join(", ", m.inputs()),
                                String.join(", ", m.outputs()),
                                m.reviewed().map(LocalDate::toString).orElse("-")))
                    .toList())
            .plain(""));
    if (own) {
      System.err.printf("The lab's own registry; there is no ops/%s here.%n", FILE);
    }
    return 0;
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = {
        "Checks that every job has a row, and that every row has a job, a contract for each output,"
            + " an owner, a known tier and schedule, a review in the last 180 days (a warning),"
            + " inputs that another row writes or that have a contract as a declared source, and a"
            + " runbook (in tier T3 a warning). A runbook has to say what the row and ops/slo.yaml"
            + " say.",
        ""
      },
      footer = {
        "",
        "A job is what a script in scripts/ logs, or a command of the catalog whose script is there."
            + " Outside of a checkout, and with --runs, it is also what ran.",
        "A contract is <table>.odcs.yaml (or <layer>_<table>, or the table without its layer),"
            + " whose schema names the table.",
        "",
        "Examples:",
        "  jbang registry check",
        "  jbang registry check --runs ops/sample/job_runs.csv",
        "",
        "Exit codes: 0 no error (there may be warnings), 1 errors, or no registry, 2 wrong usage."
      })
  static class Check implements Callable<Integer> {
    @Option(
        names = "--registry",
        paramLabel = "FILE",
        description = "The registry (default: ops/models_registry.csv).")
    Path file;

    @Option(
        names = "--runs",
        paramLabel = "FILE",
          description =
            "The run log, for jobs that ran (default: ops/job_runs.csv; in a checkout none, since"
                + " what ran once may be gone).")
    Path runs;

    @Option(
        names = "--contracts",
        paramLabel = "DIR",
        description = "Where the contracts lie (default: ops/contracts).")
    Path contracts;

    @Option(
        names = "--runbooks",
        paramLabel = "DIR",
        description = "Where the runbooks lie, <model>.md (default: ops/runbooks).")
    Path runbooks;

    private Optional<Path> runLog(Workspace workspace) {
      return Optional.ofNullable(runs)
          .or(() -> Optional.of(workspace.runs()).filter(log -> !workspace.checkout()));
    }

    @Override
    public Integer call() {
      Workspace workspace = Workspace.here();
      Path here = file != null ? file : workspace.ops(FILE);
      if (!Files.exists(here) && !workspace.checkout()) {
        throw LabException.failed(
            "No registry at %s, wanted one line per job. Start one: mkdir -p ops && echo %s,%s > %s"
                .formatted(
                    here,
                    String.join(",", RegistryFile.COLUMNS),
                    RegistryFile.REVIEWED,
                    workspace.fromHere(here)));
      }
      RegistryFile read = RegistryFile.read(here);
      List<RegistryFinding> findings =
          new RegistryCheck(
                  read,
                  RunnableJobs.of(workspace.root(), runLog(workspace)),
                  new ContractFiles(contracts != null ? contracts : workspace.ops("contracts")),
                  runbooks != null ? runbooks : workspace.ops("runbooks"),
                  Files.exists(workspace.ops("slo.yaml"))
                      ? Optional.of(SloFile.of(workspace))
                      : Optional.empty(),
                  LocalDate.now(ZoneOffset.UTC),
                  workspace::fromHere)
              .findings();
      String shown = workspace.fromHere(read.file());
      for (RegistryFinding f : findings) {
        System.out.printf(
            "%s:%d: %s: %s%n  wanted: %s%n  next:   %s%n",
            shown, f.line(), f.isError() ? "error" : "warning", f.found(), f.wanted(), f.next());
      }
      long errors = findings.stream().filter(RegistryFinding::isError).count();
      System.out.printf(
          "%s, %s, %s%n",
          Quantity.count(read.rows().size(), "model"),
          Quantity.count(errors, "error"),
          Quantity.count(findings.size() - errors, "warning"));
      return errors == 0 ? 0 : LabException.FAILED;
    }
  }
}
