//SOURCES MemoryOption.java
//SOURCES RateOption.java
//SOURCES ../project/CountConverter.java
//SOURCES ../spark/CoresOption.java
package runs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import project.Count;
import project.CountConverter;
import spark.CoresOption;

/** The options of every command that alternates runs. */
public final class ExperimentOptions {
  @Option(
      names = "--rows",
      paramLabel = "N",
      description =
          "Transactions, as 5M: generated when there are no data yet (default: the data that are"
              + " there, else 2M).",
      converter = CountConverter.class)
  private Count rows;

  @Option(
      names = "--warm",
      description =
          "All runs in one JVM that is warm, as in a long-lived service (default: a fresh JVM for"
              + " each, as a daily job has it).")
  private boolean warm;

  @Option(names = "--overwrite", description = "Replace the data that are there.")
  private boolean overwrite;

  @Option(
      names = "--conf",
      paramLabel = "KEY=VALUE",
      description = "A Spark setting for all runs. Repeatable.")
  private Map<String, String> conf = new LinkedHashMap<>();

  @Mixin private CoresOption cores;

  @Mixin private MemoryOption memory;

  @Mixin private RateOption rate;

  /** The rows asked for. */
  public Optional<Count> rows() {
    return Optional.ofNullable(rows);
  }

  /** Whether all runs share one JVM. */
  public boolean warm() {
    return warm;
  }

  /** Whether data of another size may be replaced. */
  public boolean overwrite() {
    return overwrite;
  }

  /** Heap of each job's JVM, {@code 2g}. */
  public String memory() {
    return memory.size();
  }

  /** Task slots, 0 for all. */
  public int cores() {
    return cores.count();
  }

  /** Hourly price of the compute, EUR. */
  public double rateEurPerHour() {
    return rate.eurPerHour();
  }

  /** What every job of the experiment is started with. */
  public List<String> jobArguments() {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--cores", "" + cores(), "--memory", memory()));
    arguments.addAll(List.of("--rate", "" + rateEurPerHour()));
    conf.forEach((key, value) -> arguments.addAll(List.of("--conf", key + "=" + value)));
    return arguments;
  }
}
