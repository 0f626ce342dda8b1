//SOURCES InputTable.java
//SOURCES ModelName.java
//SOURCES NewModel.java
//SOURCES ../operate/contract/Contracts.java
//SOURCES ../operate/registry/Registry.java
//SOURCES ../operate/slo/SloFile.java
//SOURCES ../portfolio/RunnableJobs.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Launcher.java
//SOURCES ../project/Workspace.java
package template;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import operate.contract.Contract;
import operate.contract.Contracts;
import operate.registry.Model;
import operate.registry.Registry;
import operate.slo.Slo;
import operate.slo.SloFile;
import portfolio.RunnableJobs;
import project.LabException;
import project.Launcher;
import project.Workspace;

/** What is in the checkout before there is a new model: names that are taken, tables to read. */
public record KnownModels(Workspace workspace, Registry registry, SloFile slos, RunnableJobs jobs) {
  private static final String TABLE = "[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*";

  /** Made by the generator, or kept apart from the tables that people read. */
  private static final Set<String> NO_OUTPUT = Set.of("raw", "experiments", "lessons");

  /** Reads the registry, the objectives and the catalog. */
  public static KnownModels of(Workspace workspace) {
    return new KnownModels(
        workspace,
        Registry.read(Path.of(workspace.fromHere(workspace.ops("models_registry.csv")))),
        SloFile.of(workspace),
        RunnableJobs.of(workspace.root(), Optional.of(workspace.runs())));
  }

  /**
   * Checks that nothing is called so yet.
   *
   * @param files that will be the model's own
   * @throws LabException naming what is, and all files that are there
   */
  void requireFree(ModelName name, List<Path> files) {
    String text = name.text();
    List<String> taken = new ArrayList<>();
    registry.models().stream()
        .filter(m -> m.name().equals(text))
        .forEach(m -> taken.add("a model of " + m.owner() + " in ops/models_registry.csv"));
    if (jobs.commands().containsKey(text)) {
      taken.add("a command of jbang-catalog.json");
    }
    if (slos.find(text).isPresent()) {
      taken.add("a model of ops/slo.yaml");
    }
    if (Files.isDirectory(workspace.root().resolve("lib").resolve(text))) {
      taken.add("the package lib/" + text);
    }
    Optional.ofNullable(jobs.logged().get(text))
        .filter(where -> taken.isEmpty())
        .ifPresent(where -> taken.add("a job that %s logs".formatted(where)));
    files.stream()
        .filter(Files::exists)
        .forEach(file -> taken.add("the file " + workspace.fromHere(file)));
    if (!taken.isEmpty()) {
      throw LabException.failed(
          "%s is there already: %s. Nothing is overwritten. Choose another name: %s"
              .formatted(
                  text, String.join(", ", taken), Launcher.command("new_model NEW_NAME ...")));
    }
  }

  /**
   * Checks that a new model may publish a table.
   *
   * @throws LabException when it is no name of a table, or there is one of this name
   */
  void requireFree(String output) {
    if (!output.matches(TABLE) || output.length() > 60) {
      throw LabException.usage(
          "--output '%s' is no table (wanted LAYER.TABLE, as gold.churn_daily)".formatted(output));
    }
    String layer = output.substring(0, output.indexOf('.'));
    if (NO_OUTPUT.contains(layer)) {
      throw LabException.usage(
          "--output %s: data/%s is not for the tables of models (wanted another layer, as gold.%s)"
              .formatted(output, layer, output.substring(layer.length() + 1)));
    }
    String taken =
        maker(output)
            .map(m -> m.name() + " writes it")
            .or(
                () ->
                    contracts().contains(output)
                        ? Optional.of("it has a contract in ops/contracts")
                        : Optional.empty())
            .orElse("");
    if (!taken.isEmpty()) {
      throw LabException.failed(
          "--output %s is there already: %s. Choose another table, as %2$s".formatted(output, taken));
    }
  }

  private Set<String> contracts() {
    return new TreeSet<>(new Contracts(workspace).tables());
  }

  private Optional<Model> maker(String table) {
    return registry.models().stream().filter(m -> m.outputs().contains(table)).findFirst();
  }

  /**
   * The tables that a new model reads.
   *
   * @throws LabException naming the known ones when one of them is not
   */
  public List<InputTable> inputs(List<String> tables) {
    Set<String> wanted = new LinkedHashSet<>(tables);
    if (wanted.isEmpty() || wanted.contains("")) {
      throw LabException.usage(
          "--inputs names no table (wanted one or more of %s)".formatted(known()));
    }
    if (wanted.size() < tables.size()) {
      throw LabException.usage(
          "--inputs names a table twice: %s".formatted(String.join(",", tables)));
    }
    Set<String> contracts = contracts();
    for (String table : wanted) {
      if (!contracts.contains(table)) {
        throw LabException.usage(
            maker(table).isPresent()
                ? "--inputs: %s has no contract to make the code from (wanted one of %s)"
                    .formatted(table, known())
                : "--inputs: there is no table %s (wanted one or more of %s)"
                    .formatted(table, known()));
      }
    }
    return wanted.stream().map(t -> InputTable.of(contract(t), t, prefix(t, wanted))).toList();
  }

  private String known() {
    return String.join(", ", contracts());
  }

  private Path contract(String table) {
    Path file = workspace.ops("contracts/" + table + Contract.ENDING);
    return Path.of(workspace.fromHere(file));
  }

  /** The layer is in it only where two tables would else be called the same. */
  private static String prefix(String table, Set<String> all) {
    String bare = table.substring(table.indexOf('.') + 1);
    long same = all.stream().filter(t -> t.endsWith("." + bare)).count();
    return same == 1 ? bare : table.replace('.', '_');
  }

  /** The aliases that make these tables and what those are made of, in an order to type them in. */
  List<String> makers(List<InputTable> inputs) {
    Set<String> aliases = new LinkedHashSet<>(List.of("generate_data $DATA --overwrite"));
    inputs.forEach(input -> addMakers(input.table(), aliases, new TreeSet<>()));
    return List.copyOf(aliases);
  }

  private void addMakers(String table, Set<String> aliases, Set<String> seen) {
    Optional<Model> maker = maker(table);
    if (table.startsWith("raw.") || maker.isEmpty() || !seen.add(table)) {
      return;
    }
    maker.get().inputs().forEach(input -> addMakers(input, aliases, seen));
    alias(maker.get().name()).ifPresent(aliases::add);
  }

  /** The alias that a model is run by: its objectives name it, its script, or itself. */
  private Optional<String> alias(String model) {
    String command = slos.find(model).map(Slo::command).orElse("");
    Optional<String> typed =
        Stream.of(command.split(" ")).filter(jobs.commands()::containsKey).findFirst();
    if (typed.isPresent()) {
      return typed;
    }
    String script = jobs.logged().getOrDefault(model, "").replaceFirst(".*/(\\w+)\\.java", "$1");
    return Optional.of(jobs.commands().containsKey(model) ? model : script)
        .filter(alias -> jobs.commands().containsKey(alias));
  }
}
