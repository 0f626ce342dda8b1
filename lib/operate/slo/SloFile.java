//SOURCES Slo.java
//SOURCES ../../project/LabException.java
//SOURCES ../../project/Launcher.java
//SOURCES ../../project/Packed.java
//SOURCES ../../project/Workspace.java
//SOURCES ../../project/Yaml.java
//FILES ops/slo.yaml=../../../ops/slo.yaml
package operate.slo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import project.LabException;
import project.Launcher;
import project.Packed;
import project.Workspace;
import project.Yaml;

/**
 * {@code ops/slo.yaml}: what each model promises. People write this file by hand, so every mistake
 * in it is named by line.
 *
 * @param file where it was read from, as messages name it
 * @param slos in file order, one a model
 */
public record SloFile(String file, List<Slo> slos) {
  private static final String NAME = "slo.yaml";
  private static final String JBANG = "jbang ";

  /** Where nothing else is said. */
  private static final int WINDOW_DAYS = 30;

  /** The longest window, days. */
  public static final int MOST_DAYS = 3660;

  /** A share of 100 % has no error budget, and no number of runs shows it. */
  private static final double MOST_PERCENT = 99.999;

  /**
   * The workspace's own file, else the lab's, which travels inside the script's jar.
   *
   * @throws LabException naming line and mistake of a file that is none
   */
  public static SloFile of(Workspace workspace) {
    Path own = workspace.ops(NAME);
    return Files.exists(own)
        ? of(workspace.fromHere(own), Yaml.read(own))
        : parse("the lab's own ops/" + NAME, Packed.text("/ops/" + NAME));
  }

  /** The same from text at hand; {@code file} is for messages. */
  public static SloFile parse(String file, String text) {
    return of(file, Yaml.parse(Path.of(file), text));
  }

  /** What a model promises; empty when the file has nothing about it. */
  public Optional<Slo> find(String model) {
    return slos.stream().filter(s -> s.model().equals(model)).findFirst();
  }

  /**
   * What a model promises.
   *
   * @throws LabException naming the models that there are
   */
  public Slo get(String model) {
    return find(model)
        .orElseThrow(
            () ->
                LabException.failed(
                    "No objectives for %s in %s (found: %s). Add an item '- model: %s' to ops/%s"
                        .formatted(
                            model,
                            file,
                            String.join(", ", slos.stream().map(Slo::model).toList()),
                            model,
                            NAME)));
  }

  private static SloFile of(String file, Yaml yaml) {
    List<Yaml> items = yaml.only("models").get("models").items();
    if (items.isEmpty()) {
      throw yaml.get("models").failure("has no item, wanted at least one '- model: NAME'");
    }
    List<Slo> slos = new ArrayList<>();
    for (Yaml item : items) {
      Slo slo = slo(item);
      if (slos.stream().anyMatch(s -> s.model().equals(slo.model()))) {
        throw item.get("model").failure("is %s, which has objectives above".formatted(slo.model()));
      }
      slos.add(slo);
    }
    return new SloFile(file, List.copyOf(slos));
  }

  private static Slo slo(Yaml item) {
    item.only(
        "model",
        "variants",
        "command",
        "window_days",
        "freshness",
        "success_rate_percent",
        "mttr_below_minutes",
        "p95_max_sec");
    Slo slo =
        new Slo(
            item.get("model").text(),
            item.find("variants").map(SloFile::variants).orElse(List.of()),
            item.find("command").map(Yaml::text).map(SloFile::typedHere).orElse(""),
            item.find("window_days").map(SloFile::days).orElse(WINDOW_DAYS),
            item.find("freshness").map(SloFile::freshness),
            number(item.find("success_rate_percent").map(SloFile::share)),
            item.find("mttr_below_minutes").map(SloFile::minutes),
            number(item.find("p95_max_sec").map(SloFile::seconds)));
    if (slo.freshness().isEmpty()
        && slo.successRate().isEmpty()
        && slo.mttrBelow().isEmpty()
        && slo.p95Sec().isEmpty()) {
      throw item.failure(
          "promises nothing, wanted at least one of freshness, success_rate_percent,"
              + " mttr_below_minutes, p95_max_sec");
    }
    return slo;
  }

  /** A command of the lab is started the way this reader starts the others. */
  private static String typedHere(String command) {
    return command.startsWith(JBANG)
        ? Launcher.command(command.substring(JBANG.length()))
        : command;
  }

  private static List<String> variants(Yaml yaml) {
    List<String> variants = yaml.items().stream().map(Yaml::text).toList();
    if (variants.isEmpty()) {
      throw yaml.failure("names none; leave it out where every variant counts");
    }
    return variants;
  }

  private static Slo.FreshnessGoal freshness(Yaml yaml) {
    yaml.only("max_age_minutes", "time_percent");
    return new Slo.FreshnessGoal(
        minutes(yaml.get("max_age_minutes")), share(yaml.get("time_percent")));
  }

  private static int days(Yaml yaml) {
    String wanted = "whole days, from 1 to " + MOST_DAYS;
    double days = yaml.number(1, MOST_DAYS, wanted);
    if (days != Math.rint(days)) {
      throw yaml.wrong(wanted);
    }
    return (int) days;
  }

  private static double share(Yaml yaml) {
    return yaml.number(1, MOST_PERCENT, "percent, from 1 to " + MOST_PERCENT) / 100;
  }

  private static Duration minutes(Yaml yaml) {
    double most = MOST_DAYS * 1440.0;
    double minutes = yaml.number(0.1, most, "minutes, from 0.1 to %.0f".formatted(most));
    return Duration.ofMillis(Math.round(minutes * 60_000));
  }

  private static double seconds(Yaml yaml) {
    return yaml.number(0.001, 1e7, "seconds, from 0.001");
  }

  private static OptionalDouble number(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
  }
}
