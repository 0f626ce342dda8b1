///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Writes a new model: job, test, contract, runbook, registry row, objectives, alias
//JAVA 17
//JAVA_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
//DEPS info.picocli:picocli:4.7.7
//SOURCES ../lib/operate/registry/Schedule.java
//SOURCES ../lib/portfolio/RegistryCheck.java
//SOURCES ../lib/project/Cli.java
//SOURCES ../lib/project/FileChanges.java
//SOURCES ../lib/project/Launcher.java
//SOURCES ../lib/project/Workspace.java
//SOURCES ../lib/template/KnownModels.java
//SOURCES ../lib/template/NewModelFiles.java

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import operate.registry.Schedule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import portfolio.RegistryCheck;
import project.Cli;
import project.FileChanges;
import project.LabException;
import project.Launcher;
import project.Workspace;
import template.KnownModels;
import template.ModelName;
import template.NewModel;
import template.NewModelFiles;
import template.TierPromise;

/** From a name to a model that runs, is tested, documented and checked. */
@Command(
    name = "new_model",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Writes a new model into this checkout: the job (scripts/), what it computes (lib/models/), a"
          + " test of that, the contract of its output, a runbook, its row in the registry, its"
          + " objectives and its alias. All of it, or nothing; no file is overwritten.",
      "",
      "What it computes is a beginning that runs and passes its test: one row a day, with the number"
          + " of rows that each input has of that day and the sums of its numbers. Edit it.",
      ""
    },
    footer = {
      "",
      "The promises in ops/slo.yaml follow from tier and schedule. T1: success 99 %%, MTTR below 60"
          + " min, data at most 1.5 periods of the schedule old. T2: 95 %%, 240 min, 2.5 periods. T3:"
          + " 90 %%, 1440 min, 3.5 periods. Its window is as long as the planned runs take to show the"
          + " success rate; what a year of them cannot show, weekly in T1 as an example, is promised"
          + " lower.",
      "",
      "Examples:",
      "  jbang new_model churn_daily --owner crm --inputs raw.transactions,raw.customers",
      "  jbang new_model sales_trend --owner sales --tier T2 --schedule hourly --inputs"
          + " silver.daily_sales,gold.churn_daily",
      "",
      "Exit codes: 0 written; 1 something of that name is there, or a file cannot be read or"
          + " written, and nothing was changed; 2 wrong usage; 130 interrupted."
    })
public class new_model implements Callable<Integer> {
  @Parameters(
      paramLabel = "NAME",
      description = "Lower case words with underscores, as churn_daily; at most 40 characters.")
  String name;

  @Option(
      names = "--owner",
      required = true,
      paramLabel = "TEAM",
      description = "The role or team that answers for it.")
  String owner;

  @Option(
      names = "--inputs",
      required = true,
      split = ",",
      paramLabel = "TABLE",
      description = "Tables with a contract, separated by commas: raw.transactions,raw.customers.")
  List<String> inputs;

  @Option(
      names = "--output",
      paramLabel = "TABLE",
      description = "The table it publishes (default: gold.NAME).")
  String output;

  @Option(
      names = "--tier",
      description =
          "${COMPLETION-CANDIDATES}: how much hangs on it (default: ${DEFAULT-VALUE}, nobody is"
              + " called at night).",
      defaultValue = "T3")
  TierPromise tier;

  @Option(
      names = "--schedule",
      paramLabel = "WORDS",
      description = "hourly, daily, weekly, on demand, 'every 6 hours' (default: ${DEFAULT-VALUE}).",
      defaultValue = "daily")
  String schedule;

  @Option(
      names = "--purpose",
      paramLabel = "TEXT",
      description = "What it is for, one line (default: what it computes).")
  String purpose;

  public static void main(String[] args) {
    System.exit(Cli.run(new new_model(), args));
  }

  @Override
  public Integer call() {
    Workspace workspace = Workspace.here().requireCheckout("new_model");
    KnownModels known = KnownModels.of(workspace);
    NewModel model = model(known);
    NewModelFiles files = new NewModelFiles(model, known, LocalDate.now(ZoneOffset.UTC));
    FileChanges changes = files.changes();
    changes.apply();
    System.out.printf("%s, owned by %s: %s%n", model.name(), model.owner(), model.purpose());
    print(workspace, "new     ", changes.created());
    print(workspace, "changed ", changes.replaced());
    System.out.println("\nNext:");
    System.out.println("  " + Launcher.command("test --only " + model.name().type() + "Test"));
    System.out.println("  " + Launcher.command(model.name().text()));
    System.out.println("  " + Launcher.command("registry check"));
    return 0;
  }

  private NewModel model(KnownModels known) {
    ModelName checked = ModelName.of(name);
    if (!owner.matches("[\\w][\\w .&@+-]*") || RegistryCheck.isNobody(owner)) {
      throw LabException.usage(
          "--owner '%s' is nobody to turn to (wanted a role or a team, letters, digits, . & @ + -)"
              .formatted(owner));
    }
    if (!Schedule.isKnown(schedule)) {
      throw LabException.usage(
          "--schedule '%s' is none (wanted %s)".formatted(schedule, Schedule.WORDS));
    }
    String all = String.join(", ", inputs);
    String what = purpose == null ? "Rows and sums a day of " + all : purpose.strip();
    if (!what.matches("[^\\p{Cntrl}·]{1,200}")) {
      throw LabException.usage(
          "--purpose is no single line of 1 to 200 characters without a middle dot (found: '%s')"
              .formatted(purpose.replaceAll("\\p{Cntrl}", " ")));
    }
    return new NewModel(
        checked,
        owner.strip(),
        what,
        tier,
        schedule.strip(),
        output == null ? NewModel.defaultOutput(checked) : output,
        known.inputs(inputs.stream().map(String::strip).toList()));
  }

  private static void print(Workspace workspace, String what, List<Path> files) {
    files.forEach(file -> System.out.println("  " + what + workspace.fromHere(file)));
  }
}
