//SOURCES GenerateOptions.java
//SOURCES DatasetWriter.java
//SOURCES GenerationProgress.java
//SOURCES RawData.java
//SOURCES ../spark/Failures.java
//SOURCES ../spark/SessionSpec.java
//SOURCES ../spark/Sessions.java
//SOURCES ../project/Launcher.java
//SOURCES ../project/Quantity.java
//SOURCES ../project/Workspace.java
package sales;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import project.LabException;
import project.Launcher;
import project.Quantity;
import project.Workspace;
import spark.Failures;
import spark.SessionSpec;
import spark.Sessions;

/** The command {@code generate_data}: keeps, replaces or makes the data that were asked for. */
public final class Generation {
  private Generation() {}

  /**
   * Sees to it that {@code data/raw} holds what {@code options} ask for: data made with the same
   * options are kept, unless they are to be overwritten.
   *
   * @return a few lines that describe the data
   * @throws LabException when other data are there and may not be replaced, or writing fails
   */
  public static String run(GenerateOptions options, Workspace workspace) {
    DatasetSpec spec = options.spec();
    String master = options.cores.master();
    Path folder = workspace.raw();
    if (!options.overwrite && holds(folder, spec)) {
      return "Kept, made with the same options.\n" + describe(RawData.open(folder), workspace);
    }
    if (Files.exists(folder) && !options.overwrite) {
      throw LabException.failed(
          "%s is already there and was made with other options. To replace it: %s"
              .formatted(
                  workspace.show(folder),
                  Launcher.command("generate_data " + spec.options() + "--overwrite")));
    }
    return generate(spec, folder, master, workspace);
  }

  private static String generate(
      DatasetSpec spec, Path folder, String master, Workspace workspace) {
    SessionSpec session = SessionSpec.local("generate_data", master).overlay("generate");
    try (SparkSession spark = Sessions.open(session);
        GenerationProgress progress = GenerationProgress.listenTo(spark, spec.rows())) {
      long start = System.nanoTime();
      RawData data = DatasetWriter.write(spark, spec, folder);
      double seconds = (System.nanoTime() - start) / 1e9;
      progress.close();
      return describe(data, workspace)
          + String.format(
              Locale.ROOT,
              "%n  time         %.1f s, %.2f M rows/s, written, read back and checked",
              seconds,
              spec.rows() / seconds / 1e6);
    } catch (Exception e) {
      throw Failures.explain(e);
    }
  }

  private static boolean holds(Path folder, DatasetSpec spec) {
    try {
      return RawData.existsIn(folder) && RawData.describe(folder).isMadeFor(spec);
    } catch (LabException unreadable) {
      return false;
    }
  }

  private static String describe(RawData data, Workspace workspace) {
    return String.format(
        Locale.ROOT,
        "%s%n  transactions %,d rows in %,d files, %s, sum of amounts %s EUR%n"
            + "  customers    %,d, of which customer_id 0 has %.0f %% of the transactions%n"
            + "  fingerprint  %s (xxhash64 sum %016x)",
        workspace.show(data.folder()),
        data.spec().rows(),
        data.files(),
        Quantity.bytes(data.bytes()),
        data.amountSum(),
        data.spec().customers(),
        data.spec().hotShare() * 100,
        data.fingerprint(),
        data.hashSum());
  }
}
