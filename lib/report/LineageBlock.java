//SOURCES Grid.java
//SOURCES LineagePicture.java
//SOURCES LineageReader.java
//SOURCES ../operate/lineage/Lineage.java
//SOURCES ../operate/lineage/LineageTables.java
//SOURCES ../operate/lineage/LineageText.java
//SOURCES ../project/LabException.java
//SOURCES ../project/TextTable.java
//SOURCES ../project/Workspace.java
package report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import operate.lineage.Lineage;
import operate.lineage.LineageTables;
import operate.lineage.LineageText;
import project.LabException;
import project.TextTable;
import project.Workspace;
import runs.Run;

/** The part of a report that shows who reads and writes what. */
public record LineageBlock(Lineage lineage) {
  static final String TITLE = "Lineage: from sources to targets";

  /**
   * The block, from what lies beside the run log.
   *
   * @param warnings gets a sentence for what cannot be read
   * @return empty without a lineage log
   */
  static Optional<LineageBlock> of(
      Workspace workspace, Path runsFile, List<Run> runs, List<String> warnings) {
    if (!Files.exists(LineageReader.log(runsFile))) {
      return Optional.empty();
    }
    try {
      LineageReader reader = LineageReader.of(workspace, runsFile);
      warnings.addAll(reader.warnings());
      return Optional.of(new LineageBlock(reader.lineage(runs)));
    } catch (LabException e) {
      warnings.add("The lineage is left out: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** The picture. */
  String svg() {
    return LineagePicture.svg(lineage);
  }

  /** The same as a table, without the ids of the runs, which a page has no room for. */
  Grid edges() {
    TextTable edges = LineageTables.edges(lineage, lineage.jobs());
    return grid(
        "What each job reads and writes; rows of its newest run",
        edges.without(LineageTables.LAST_RUN));
  }

  /** From which columns the written columns are made. */
  Grid columns() {
    return grid(
        "Columns, by the plan of each variant's newest run", LineageTables.columns(lineage));
  }

  private static Grid grid(String caption, TextTable table) {
    return new Grid(caption, table.align(), table.header(), table.rows());
  }

  /** Whether the registry and the log agree, a sentence each. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    lineage.gaps().forEach(gap -> notes.add("Registry and log differ: " + gap + "."));
    if (notes.isEmpty()) {
      notes.add(LineageText.agreed(lineage));
    }
    LineageText.unseen(lineage).ifPresent(notes::add);
    return List.copyOf(notes);
  }
}
