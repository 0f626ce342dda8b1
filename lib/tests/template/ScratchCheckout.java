//SOURCES ../Command.java
//SOURCES ../../template/KnownModels.java
//SOURCES ../../template/NewModelFiles.java
package tests.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import project.FileChanges;
import project.Workspace;
import template.KnownModels;
import template.ModelName;
import template.NewModel;
import template.NewModelFiles;
import template.TierPromise;
import tests.Command;

/**
 * The files of the checkout that a new model has to do with, copied to another folder.
 *
 * @param root the folder
 */
record ScratchCheckout(Path root) {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

  private static final List<String> FILES =
      List.of(
          "jbang-catalog.json",
          "conf/spark_local.conf",
          "ops/models_registry.csv",
          "ops/slo.yaml",
          "ops/contracts",
          "ops/runbooks",
          "lib/operate/contract/Contracts.java",
          "lib/sales",
          "scripts");

  static ScratchCheckout in(Path root) throws IOException {
    for (String name : FILES) {
      Path from = Command.checkout().resolve(name);
      try (Stream<Path> files = Files.walk(from, 1)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path to = root.resolve(Command.checkout().relativize(file).toString());
          Files.createDirectories(to.getParent());
          Files.copy(file, to);
        }
      }
    }
    return new ScratchCheckout(root);
  }

  KnownModels known() {
    return KnownModels.of(new Workspace(root, true));
  }

  NewModel model(String name, String... inputs) {
    return new NewModel(
        ModelName.of(name),
        "crm",
        "Who buys, \"daily\", for all",
        TierPromise.T2,
        "daily",
        "gold." + name,
        known().inputs(List.of(inputs)));
  }

  FileChanges changes(NewModel model) {
    return new NewModelFiles(model, known(), TODAY).changes();
  }

  String text(String name) throws IOException {
    return Files.readString(root.resolve(name));
  }

  /** Every file with its text. */
  Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(root.relativize(file).toString(), Files.readString(file));
      }
    }
    return contents;
  }
}
