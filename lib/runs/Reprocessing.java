//SOURCES DataRef.java
//SOURCES PreviousOutput.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Quantity.java
//SOURCES ../project/Workspace.java
//SOURCES ../sales/EventDates.java
//SOURCES ../sales/FolderSize.java
//SOURCES ../sales/OutputLayout.java
//SOURCES ../sales/RawData.java
//SOURCES ../spark/OutputCoverage.java
package runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import project.LabException;
import project.Quantity;
import project.Workspace;
import sales.DayRows;
import sales.EventDates;
import sales.FolderSize;
import sales.OutputLayout;
import sales.RawData;
import spark.InputTotals;
import spark.OutputCoverage;
import spark.TableSpec;

/**
 * Some days of an output computed anew, the others carried over from the output before. The new
 * output is what a run over all the data would give, or nothing is published: so it does not matter
 * how often this is done, in which order, or beside which other run.
 */
public final class Reprocessing {
  private static final String TRANSACTIONS = "transactions";

  private final RawData raw;
  private final SortedSet<LocalDate> anew;
  private final SortedSet<LocalDate> carried;
  private final PreviousOutput previous;

  private Reprocessing(RawData raw, SortedSet<LocalDate> anew, PreviousOutput previous) {
    this.raw = raw;
    this.anew = anew;
    this.carried = new TreeSet<>(raw.days().keySet());
    this.carried.removeAll(anew);
    this.previous = previous;
  }

  /**
   * Looks at what is there: the files, not what is in them.
   *
   * @param dates to compute anew
   * @param raw the data
   * @param target where readers find the output
   * @param alias of the command that makes it
   * @throws LabException when an end of the range is outside the data, or the other days cannot be
   *     carried over
   */
  public static Reprocessing of(
      EventDates dates, RawData raw, Path target, Workspace workspace, String alias) {
    if (!raw.version().knowsDays()) {
      throw LabException.failed(
          ("An earlier version of the lab made %s and did not note what each day holds. Make the"
                  + " same data again: %s")
              .formatted(workspace.fromHere(workspace.raw()), raw.spec().command()));
    }
    SortedSet<LocalDate> anew = dates.among(new TreeSet<>(raw.days().keySet()));
    PreviousOutput previous = new PreviousOutput(target, RunFolder.in(target), workspace, alias);
    Reprocessing found = new Reprocessing(raw, anew, previous);
    if (!found.carried.isEmpty()) {
      previous.require(raw, anew, found.carried);
    }
    return found;
  }

  /** What such a run reads of the fact table. */
  public DataRef data() {
    FolderSize size =
        anew.stream()
            .map(day -> FolderSize.of(raw.folder().resolve(inputFolder(day))))
            .reduce(
                new FolderSize(0, 0),
                (a, b) -> new FolderSize(a.files() + b.files(), a.bytes() + b.bytes()));
    long rows = anew.stream().mapToLong(day -> raw.days().get(day).rows()).sum();
    return new DataRef(raw.fingerprint(), rows, size.files(), size.bytes());
  }

  private static String inputFolder(LocalDate day) {
    return TRANSACTIONS + "/day=" + day;
  }

  /**
   * What it reads of a raw table: of the transactions the folders of its days.
   *
   * @return fingerprints by folder, from the raw folder on
   */
  Map<String, String> reads(String table) {
    TreeMap<String, String> folders = new TreeMap<>();
    if (table.equals(TRANSACTIONS)) {
      anew.forEach(day -> folders.put(inputFolder(day), raw.days().get(day).fingerprint()));
    } else {
      folders.put(table, raw.fingerprint());
    }
    return folders;
  }

  /** The run whose output it carries days over from; empty when it carries none. */
  Optional<String> previousRun() {
    return carried.isEmpty() ? Optional.empty() : previous.output().map(RunFolder::runId);
  }

  /**
   * Checks the columns of what is carried over.
   *
   * @throws LabException when they are not those of the table
   */
  public void checkColumns(TableSpec table) {
    previous.requireColumns(table, carried);
  }

  /**
   * Adds the days that are carried over to those that were computed.
   *
   * @param written the folder that the job has written into
   * @throws LabException when the job wrote other days than it was asked for
   */
  public void carryInto(Path written) throws IOException {
    SortedSet<String> wanted =
        anew.stream().map(OutputLayout::folder).collect(Collectors.toCollection(TreeSet::new));
    SortedSet<String> found = folders(written);
    if (!found.equals(wanted)) {
      throw LabException.failed(
          "The job wrote %s, wanted %s, so nothing is published. %s"
              .formatted(found, wanted, OutputCoverage.lookAtTheInput()));
    }
    previous.carry(carried, written);
  }

  private static SortedSet<String> folders(Path written) throws IOException {
    try (Stream<Path> paths = Files.list(written)) {
      return paths
          .map(p -> p.getFileName().toString())
          .filter(name -> name.startsWith(OutputLayout.DATE + "="))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /**
   * Whether every day of the new output accounts for that day's rows and amounts.
   *
   * @throws LabException naming the first day that does not
   */
  public void checkCoverage(SparkSession spark, TableSpec table, Path written) {
    checkDays(spark, table, written, anew, OutputCoverage.lookAtTheInput());
    String advice = "It was carried over from %s. Run: %s";
    checkDays(spark, table, written, carried, advice.formatted(previous.shown(), previous.whole()));
  }

  private void checkDays(
      SparkSession spark, TableSpec table, Path written, SortedSet<LocalDate> days, String advice) {
    TreeMap<LocalDate, InputTotals> totals = new TreeMap<>();
    for (LocalDate day : days) {
      DayRows rows = raw.days().get(day);
      totals.put(day, new InputTotals(rows.rows(), Optional.of(rows.amountSum())));
    }
    OutputCoverage.checkDays(spark, table, written, OutputLayout.DATE, totals, advice);
  }

  /** What was done, for the summary of the run. */
  String summary() {
    return PreviousOutput.named(anew)
        + " computed anew"
        + previousRun()
            .map(run -> ", %s carried over from run %s".formatted(otherDays(), run))
            .orElse("");
  }

  private String otherDays() {
    return Quantity.count(carried.size(), "day");
  }
}
