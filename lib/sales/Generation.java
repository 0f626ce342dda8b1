//SOURCES GenerateOptions.java
//SOURCES DatasetWriter.java
//SOURCES GenerationProgress.java
//SOURCES RawData.java
//SOURCES ../spark/Failures.java
//SOURCES ../spark/SessionSpec.java
//SOURCES ../spark/Sessions.java
//SOURCES ../project/Quantity.java
//SOURCES ../project/Workspace.java
package sales;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import project.LabException;
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
    if (!options.overwrite && Files.exists(folder)) {
      requireMadeFor(spec, folder, workspace);
      return "Kept, made with the same options.\n" + describe(RawData.open(folder), workspace);
    }
    return generate(spec, folder, master, workspace);
  }

  private static void requireMadeFor(DatasetSpec spec, Path folder, Workspace workspace) {
    String shown = workspace.fromHere(folder);
    String replace = "To replace it: " + spec.command();
    if (!RawData.existsIn(folder)) {
      throw LabException.failed(
          "%s is already there, without the dataset.properties that would say what it is. %s"
              .formatted(shown, replace));
    }
    if (!RawData.describe(folder, stored -> replace).isMadeFor(spec)) {
      throw LabException.failed(
          "%s is already there and was made with other options. %s".formatted(shown, replace));
    }
  }

  private static String generate(
      DatasetSpec spec, Path folder, String master, Workspace workspace) {
    SessionSpec session = SessionSpec.local("generate_data", master).overlay("generate");
    long rows = spec.rows() + spec.customers();
    try (SparkSession spark = Sessions.open(session);
        GenerationProgress progress = GenerationProgress.listenTo(spark, rows)) {
      long start = System.nanoTime();
      RawData data = DatasetWriter.write(spark, spec, folder);
      double seconds = (System.nanoTime() - start) / 1e9;
      progress.close();
      return describe(data, workspace)
          + String.format(
              Locale.ROOT,
              "%n  time         %.1f s, %s rows/s, written, read back and checked",
              seconds,
              Quantity.rate(spec.rows() / seconds));
    } catch (Exception e) {
      throw Failures.explain(e, "Run: " + spec.command());
    }
  }

  private static String describe(RawData data, Workspace workspace) {
    return String.format(
        Locale.ROOT,
        "%s%n  transactions %s in %s, %s, sum of amounts %s EUR%n"
            + "  customers    %,d, of which customer_id 0 has %.0f %% of the transactions%n"
            + "  fingerprint  %s (xxhash64 sum %016x)",
        workspace.fromHere(data.folder()),
        Quantity.count(data.spec().rows(), "row"),
        files(data),
        Quantity.bytes(data.bytes()),
        data.amountSum(),
        data.spec().customers(),
        data.spec().hotShare() * 100,
        data.fingerprint(),
        data.hashSum());
  }

  /** Says so where a day has too few rows for the files that were asked for. */
  private static String files(RawData data) {
    long asked = (long) data.spec().days() * data.spec().filesPerDay();
    String made = Quantity.count(data.files(), "file");
    return data.files() == asked
        ? made
        : "%s (%s asked for, too few rows a day)".formatted(made, Quantity.count(asked));
  }
}
