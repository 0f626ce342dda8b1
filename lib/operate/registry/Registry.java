//SOURCES Model.java
//SOURCES RegistryFile.java
//SOURCES ../../project/LabException.java
package operate.registry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import project.LabException;

/**
 * {@code ops/models_registry.csv}: which jobs there are, who owns them, what they read and write.
 * People write this file by hand, so every mistake in it is named by line and column.
 *
 * @param file where it was read from
 * @param models in file order
 */
public record Registry(Path file, List<Model> models) {
  /** The file's columns, any order; several inputs or outputs are separated by semicolons. */
  public static final List<String> COLUMNS = RegistryFile.COLUMNS;

  /**
   * Reads the registry.
   *
   * @throws LabException when the file is missing, or a line of it is not a complete model
   */
  public static Registry read(Path file) {
    return of(RegistryFile.read(file));
  }

  /**
   * The models of a file.
   *
   * @throws LabException when a line of it is not a complete model
   */
  public static Registry of(RegistryFile file) {
    List<Model> models = new ArrayList<>();
    for (RegistryFile.Row row : file.rows()) {
      String line = "%s line %d".formatted(file.file(), row.line());
      List<String> problems = row.problems();
      if (!problems.isEmpty()) {
        boolean count = !row.values().isConsistent();
        throw LabException.failed(line + (count ? " has " : ": ") + problems.get(0));
      }
      Model model = row.model();
      if (models.stream().anyMatch(m -> m.name().equals(model.name()))) {
        throw LabException.failed("%s: %s is registered twice".formatted(line, model.name()));
      }
      models.add(model);
    }
    return new Registry(file.file(), List.copyOf(models));
  }

  /**
   * The model of this name.
   *
   * @throws LabException naming the models that there are
   */
  public Model model(String name) {
    return models.stream()
        .filter(m -> m.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                LabException.failed(
                    "No model %s in %s (found: %s). Add a line for it: %s"
                        .formatted(name, file, names(), String.join(",", COLUMNS))));
  }

  private String names() {
    return models.isEmpty() ? "none" : String.join(", ", models.stream().map(Model::name).toList());
  }
}
