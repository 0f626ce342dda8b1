//SOURCES ../project/Quantity.java
//SOURCES ../project/Workspace.java
//SOURCES ../sales/DatasetWriter.java
package lesson;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import project.LabException;
import project.Quantity;
import project.Workspace;
import sales.DatasetSpec;
import sales.DatasetWriter;
import sales.RawData;

/** The small tables that notebooks work on: made once, kept in {@code data/lessons}. */
public final class LessonData {
  /**
   * Small enough for a minute a notebook, large enough to show every pain of the large data: a hot
   * key with a fifth of the rows, 240 small files, a little dirt.
   */
  static final DatasetSpec SPEC =
      new DatasetSpec(400_000, 20_000, 8, 30, 0.2, 0.001, 42, LocalDate.of(2025, 10, 1));

  private LessonData() {}

  /** The tables of {@code workspace}, made now if they are not there yet or were changed. */
  static RawData in(Workspace workspace, SparkSession spark) {
    return in(workspace, folder -> DatasetWriter.write(spark, SPEC, folder));
  }

  /** The same, made by {@code make}, which is given their folder; it takes seconds, and says so. */
  public static RawData in(Workspace workspace, Function<Path, RawData> make) {
    Path folder = workspace.root().resolve("data/lessons");
    if (RawData.existsIn(folder)) {
      try {
        RawData found = RawData.open(folder);
        if (found.isMadeFor(SPEC)) {
          return found;
        }
      } catch (LabException damaged) {
        // Nobody's work: made anew below.
      }
    }
    System.err.printf(
        "Generating the small tables of the course in %s, once: %s ...%n",
        workspace.fromHere(folder), Quantity.count(SPEC.allRows(), "transaction"));
    return make.apply(folder);
  }
}
