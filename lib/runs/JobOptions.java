//SOURCES JobSpec.java
//SOURCES MemoryOption.java
//SOURCES RateOption.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Cli.java
//SOURCES ../spark/CoresOption.java
//SOURCES ../spark/SessionSpec.java
package runs;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import project.LabException;
import spark.CoresOption;
import spark.SessionSpec;

/** The options that every job has. */
public final class JobOptions {
  @Spec(Spec.Target.MIXEE)
  CommandSpec command;

  @Mixin RateOption rate;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = "Spark master (default: $SPARK_MASTER, else local[*]).")
  private String master;

  @Mixin CoresOption cores;

  @Mixin MemoryOption memory;

  @Option(
      names = "--conf",
      paramLabel = "KEY=VALUE",
      description = "A Spark setting, laid over those of conf/. Repeatable.")
  private Map<String, String> conf = new LinkedHashMap<>();

  @Option(
      names = "--ui",
      description = "Serve Spark's web UI at http://localhost:4040 while the job runs.")
  private boolean ui;

  @Option(names = "--experiment", hidden = true, defaultValue = "")
  private String experiment;

  @Option(names = "--pair", hidden = true)
  private Integer pair;

  @Option(names = "--into", hidden = true)
  private Path into;

  @Option(names = "--reference", hidden = true)
  private String reference;

  /** Throws a sentence for the first option that is out of its range. */
  void check() {
    rate.eurPerHour();
    if (cores.count() > 0 && master != null) {
      throw LabException.usage(
          "--cores and --master exclude each other; wanted one, as --master local[%d]"
              .formatted(cores.count()));
    }
    memory.size();
  }

  /** The alias that was typed. */
  String alias() {
    return command.qualifiedName();
  }

  String experiment() {
    return experiment;
  }

  OptionalInt pair() {
    return pair == null ? OptionalInt.empty() : OptionalInt.of(pair);
  }

  /** Where an experiment wants the output; empty for the table's own place. */
  Optional<Path> into() {
    return Optional.ofNullable(into).map(Path::toAbsolutePath);
  }

  /** The only variant the output is compared with; empty for all that are there. */
  Optional<String> reference() {
    return Optional.ofNullable(reference);
  }

  /** The session of a job: spark_local.conf, its own settings, then {@code --conf}. */
  SessionSpec session(JobSpec job) {
    String name = job.jobName() + "/" + job.variant();
    SessionSpec spec = SessionSpec.local(name, master()).with(settings(job));
    return ui ? spec.with(Map.of("spark.ui.enabled", "true")) : spec;
  }

  /** What the job and {@code --conf} lay over spark_local.conf. */
  Map<String, String> settings(JobSpec job) {
    Map<String, String> settings = new LinkedHashMap<>(job.conf());
    settings.putAll(conf);
    return settings;
  }

  /** Spark's master URL. */
  public String master() {
    return master != null ? master : master(cores.count());
  }

  /** The master URL where none is typed: that of so many cores, 0 for $SPARK_MASTER or all. */
  static String master(int cores) {
    String variable = System.getenv("SPARK_MASTER");
    return cores > 0 || variable == null || variable.isBlank()
        ? SessionSpec.localMaster(cores)
        : variable;
  }
}
