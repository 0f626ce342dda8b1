//SOURCES NewModel.java
//SOURCES ../operate/registry/Registry.java
//SOURCES ../operate/slo/SloFile.java
//SOURCES ../project/LabException.java
package template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import operate.registry.Registry;
import operate.registry.RegistryFile;
import operate.slo.Slo;
import operate.slo.SloFile;
import project.LabException;

/** Files that know every model, with one more in them; all that is in them stays as it is. */
final class SharedFiles {
  private static final String CATALOG_END = "\n    }\n  }\n}";
  private static final String CONTRACT_LINE = "//FILES contracts/";

  private SharedFiles() {}

  /**
   * The text of a file.
   *
   * @throws LabException when it is not there
   */
  static String text(Path file) {
    if (!Files.isRegularFile(file)) {
      throw LabException.failed(
          "No %s, wanted the lab's own. Restore it: git checkout -- %s"
              .formatted(file, file));
    }
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String endingInLine(String text) {
    return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
  }

  /** {@code jbang-catalog.json} with the alias. */
  static String catalog(Path file, String before, NewModel model) {
    String text = before.stripTrailing();
    if (!text.endsWith(CATALOG_END)) {
      throw LabException.failed(
          ("%s does not end as the lab writes it, with the last alias indented by four blanks."
                  + " Restore it: git checkout -- %s")
              .formatted(file, file));
    }
    String alias =
        """
        ,
            "%1$s": {
              "script-ref": "scripts/%1$s.java",
              "description": "Runs the model %1$s and logs the run."\
        """
            .formatted(model.name());
    int end = text.length() - CATALOG_END.length() + "\n    }".length();
    return text.substring(0, end) + alias + CATALOG_END + "\n";
  }

  /**
   * {@code ops/models_registry.csv} with the row, reviewed on {@code today}.
   *
   * @throws LabException when the file is no registry
   */
  static String registry(Path file, String before, NewModel model, LocalDate today) {
    Map<String, String> values =
        Map.of(
            "model_name", model.name().text(),
            "owner", model.owner(),
            "description", model.purpose(),
            "inputs", String.join(";", model.inputTables()),
            "outputs", model.output(),
            "schedule", model.schedule(),
            "tier", model.tier().name(),
            RegistryFile.REVIEWED, today.toString());
    String row =
        RegistryFile.parse(file, before).header().stream()
            .map(column -> quoted(values.getOrDefault(column, "")))
            .collect(Collectors.joining(","));
    String after = endingInLine(before) + row + "\n";
    Registry.of(RegistryFile.parse(file, after)).model(model.name().text());
    return after;
  }

  private static String quoted(String value) {
    return value.matches("[^\",\\r\\n]*") ? value : '"' + value.replace("\"", "\"\"") + '"';
  }

  /**
   * {@code ops/slo.yaml} with the objectives behind the last ones.
   *
   * @throws LabException when the file is none, or does not end in its list of models
   */
  static String slo(Path file, String before, NewModel model, String item) {
    SloFile known = SloFile.parse(file.toString(), before);
    String after = endingInLine(before) + item;
    LabException cannot =
        LabException.failed(
            ("%s does not end in its list of models, indented by two blanks, so nothing can be"
                    + " added there. Put the list last")
                .formatted(file));
    try {
      List<String> models =
          SloFile.parse(file.toString(), after).slos().stream().map(Slo::model).toList();
      if (models.size() != known.slos().size() + 1 || !models.contains(model.name().text())) {
        throw cannot;
      }
    } catch (LabException e) {
      throw cannot;
    }
    return after;
  }

  /** {@code Contracts.java} with a line that makes the contract travel in the jar. */
  static String contracts(Path file, String before, NewModel model) {
    int last = before.lastIndexOf("\n" + CONTRACT_LINE);
    if (last < 0) {
      throw LabException.failed(
          "%s has no line %s, wanted those of the lab. Restore it: git checkout -- %s"
              .formatted(file, CONTRACT_LINE, file));
    }
    int end = before.indexOf('\n', last + 1);
    String line =
        "\n%s%2$s.odcs.yaml=../../../ops/contracts/%2$s.odcs.yaml"
            .formatted(CONTRACT_LINE, model.output());
    return before.substring(0, end) + line + before.substring(end);
  }
}
