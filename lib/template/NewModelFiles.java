//SOURCES KnownModels.java
//SOURCES ModelCode.java
//SOURCES ModelPapers.java
//SOURCES NewModel.java
//SOURCES SharedFiles.java
//SOURCES ../operate/contract/Contract.java
//SOURCES ../operate/runbook/Runbook.java
//SOURCES ../project/FileChanges.java
//SOURCES ../project/LabException.java
package template;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import operate.contract.Contract;
import operate.runbook.Runbook;
import project.FileChanges;
import project.LabException;

/**
 * Every file that a new model needs: five that are its own, and four that know every model.
 *
 * @param known what is there before it
 */
public record NewModelFiles(NewModel model, KnownModels known, LocalDate today) {
  private static final int MOST_COLUMNS = 120;

  /**
   * What is to be written; nothing is written yet.
   *
   * @throws LabException when something of it is there already, or a file that knows every model is
   *     not as it should be
   */
  public FileChanges changes() {
    ModelCode code = new ModelCode(model);
    ModelPapers papers = new ModelPapers(model, known.makers(model.inputs()));
    String name = model.name().text();
    String type = model.name().type();
    Path contract = known.workspace().ops("contracts/" + model.output() + Contract.ENDING);
    Path runbook = Runbook.place(name, known.workspace());
    Path job = root("scripts/" + name + ".java");
    Path rows = root("lib/models/" + type + ".java");
    Path test = root("lib/tests/models/" + type + "Test.java");
    List<Path> own = new ArrayList<>(List.of(job, rows, test, runbook));
    if (model.output().equals(NewModel.defaultOutput(model.name()))) {
      own.add(contract);
    }
    known.requireFree(model.name(), own);
    known.requireFree(model.output());
    Contract.parse(contract, papers.contract());
    Runbook.parse(runbook, papers.runbook());
    return new FileChanges()
        .create(job, java(code.job()))
        .create(rows, java(code.computation()))
        .create(test, java(code.test()))
        .create(contract, papers.contract())
        .create(runbook, papers.runbook())
        .replace(registry(), text(registry()), registered())
        .replace(slo(), text(slo()), SharedFiles.slo(slo(), text(slo()), model, papers.slo()))
        .replace(catalog(), text(catalog()), SharedFiles.catalog(catalog(), text(catalog()), model))
        .replace(
            contracts(),
            text(contracts()),
            SharedFiles.contracts(contracts(), text(contracts()), model));
  }

  private String registered() {
    return SharedFiles.registry(registry(), text(registry()), model, today);
  }

  private String java(String text) {
    text.lines()
        .filter(line -> line.length() > MOST_COLUMNS)
        .findFirst()
        .ifPresent(
            line -> {
              throw LabException.usage(
                  ("The names of %s and of its inputs' columns are too long: a line would have %d"
                          + " characters, at most %d are wanted. It begins: %s")
                      .formatted(
                          model.name(), line.length(), MOST_COLUMNS, line.strip().substring(0, 60)));
            });
    return text;
  }

  private static String text(Path file) {
    return SharedFiles.text(file);
  }

  private Path root(String name) {
    return known.workspace().root().resolve(name);
  }

  private Path registry() {
    return known.workspace().ops("models_registry.csv");
  }

  private Path slo() {
    return known.workspace().ops("slo.yaml");
  }

  private Path catalog() {
    return root("jbang-catalog.json");
  }

  private Path contracts() {
    return root("lib/operate/contract/Contracts.java");
  }
}
