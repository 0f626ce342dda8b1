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
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
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
   * options are kept, unless they are to be overwritten; late transactions that they lack are
   * added.
   *
   * @return a few lines that describe the data
   * @throws LabException when other data are there and may not be replaced, or writing fails
   */
  public static String run(GenerateOptions options, Workspace workspace) {
    DatasetSpec spec = options.spec();
    String master = options.cores.master();
    Path folder = workspace.raw();
    if (!options.overwrite && Files.exists(folder)) {
      Optional<RawData> lacking = lacking(spec, folder, workspace);
      return lacking.isPresent()
          ? addLate(lacking.get(), spec, master, workspace)
          : "Kept, made with the same options.\n" + describe(RawData.open(folder), workspace);
    }
    return generate(spec, folder, master, workspace);
  }

  /**
   * The data in {@code folder} when nothing but late transactions keeps them from being those asked
   * for; empty when they are.
   *
   * @throws LabException when they are others
   */
  private static Optional<RawData> lacking(DatasetSpec spec, Path folder, Workspace workspace) {
    String shown = workspace.fromHere(folder);
    String replace = "To replace it: " + spec.command();
    if (!RawData.existsIn(folder)) {
      throw LabException.failed(
          "%s is already there, without the dataset.properties that would say what it is. %s"
              .formatted(shown, replace));
    }
    RawData found = RawData.describe(folder, stored -> replace);
    if (found.isMadeFor(spec)) {
      return Optional.empty();
    }
    if (!found.lacksOnlyLate(spec)) {
      throw LabException.failed(
          "%s is already there and was made with other options. %s".formatted(shown, replace));
    }
    return Optional.of(RawData.open(folder));
  }

  private static String addLate(
      RawData data, DatasetSpec spec, String master, Workspace workspace) {
    SessionSpec session = SessionSpec.local("generate_data", master).overlay("generate");
    SortedMap<LocalDate, Long> missing = data.spec().missingFor(spec);
    System.err.println("Adding late transactions, then reading all of them back ...");
    try (SparkSession spark = Sessions.open(session)) {
      RawData more = DatasetWriter.addLate(spark, data, spec);
      String added =
          missing.entrySet().stream()
              .map(m -> Quantity.count(m.getValue(), "late transaction") + " to day=" + m.getKey())
              .collect(Collectors.joining(", "));
      return "Added %s; every other file is the same.%n%s"
          .formatted(added, describe(more, workspace));
    } catch (Exception e) {
      throw Failures.explain(e, "Run: " + data.spec().command());
    }
  }

  private static String generate(
      DatasetSpec spec, Path folder, String master, Workspace workspace) {
    SessionSpec session = SessionSpec.local("generate_data", master).overlay("generate");
    long rows = spec.allRows() + spec.customers();
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
              Quantity.rate(spec.allRows() / seconds));
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
        Quantity.count(data.rows(), "row"),
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
    return data.files() >= asked
        ? made
        : "%s (%s asked for, too few rows a day)".formatted(made, Quantity.count(asked));
  }
}
