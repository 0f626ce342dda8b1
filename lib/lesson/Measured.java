//SOURCES CheckFailed.java
//SOURCES ../compare/Replay.java
//SOURCES ../project/Quantity.java
//SOURCES ../project/TextTable.java
//SOURCES ../spark/RunEvidence.java
package lesson;

import compare.Replay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import project.Quantity;
import project.TextTable;
import spark.Distribution;
import spark.PlanFacts;
import spark.RunEvidence;
import spark.StageEvidence;
import spark.TaskMetric;

/**
 * A piece of work that ran once, and what Spark says about it.
 *
 * @param name as a table calls it
 * @param seconds from start to end; a single run on a shared machine, so never a proof
 * @param result what the work returned, null if nothing
 * @param evidence tasks, stages and plans
 */
public record Measured<T>(String name, double seconds, T result, RunEvidence evidence) {

  private record Line(String label, Function<Measured<?>, String> value) {}

  private static final List<Line> LINES =
      List.of(
          new Line("time, once", m -> String.format(Locale.ROOT, "%.2f s", m.seconds)),
          new Line("joins", m -> String.join(", ", m.joins())),
          new Line("opaque to Catalyst", m -> String.join(", ", m.opaque())),
          new Line("stages", m -> count(m.evidence.stages().size())),
          new Line("tasks", m -> count(m.tasks())),
          new Line("files read", m -> count(m.filesRead())),
          new Line("bytes read", m -> bytes(m.inputBytes())),
          new Line("shuffle written", m -> bytes(m.shuffleBytes())),
          new Line("largest / median join task", m -> ratio(m.joinImbalance())),
          new Line("spilled to disk", m -> bytes(m.evidence.totals().diskBytesSpilled())),
          new Line("files written", m -> count(m.filesWritten())));

  /**
   * The join operators that ran, Spark's names: {@code SortMergeJoin}, {@code BroadcastHashJoin}.
   */
  public List<String> joins() {
    return evidence.all(PlanFacts::joins).stream().map(PlanFacts.JoinFact::operator).toList();
  }

  /** What Catalyst cannot look into, each once: {@code UDF(amount)}. */
  public List<String> opaque() {
    return evidence.all(PlanFacts::opaque).stream().distinct().toList();
  }

  /** Scans of files, each with its files, folders, columns and filters. */
  public List<PlanFacts.ScanFact> scans() {
    return evidence.all(PlanFacts::scans);
  }

  /** The scan of a table, by the name of its folder. */
  public PlanFacts.ScanFact scan(String table) {
    return scans().stream()
        .filter(scan -> scan.table().equals(table))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s did not read %s, it read %s"
                        .formatted(
                            name,
                            table,
                            scans().stream().map(PlanFacts.ScanFact::table).toList())));
  }

  /** Tasks of all stages. */
  public long tasks() {
    return evidence.totals().tasks();
  }

  /** Files that were opened, of every table. */
  public long filesRead() {
    return scans().stream().mapToLong(PlanFacts.ScanFact::filesRead).sum();
  }

  /** Files that were written. */
  public long filesWritten() {
    return evidence.all(PlanFacts::writes).stream().mapToLong(PlanFacts.WriteFact::files).sum();
  }

  /** Bytes that tasks read from files. */
  public long inputBytes() {
    return evidence.totals().bytesRead();
  }

  /** Bytes that all shuffles wrote. */
  public long shuffleBytes() {
    return evidence.totals().shuffleBytesWritten();
  }

  /** Whether a stage reads two shuffles, as that of a shuffled join does. */
  public boolean shufflesJoin() {
    return shuffledJoin().isPresent();
  }

  /**
   * The first stage that reads two shuffles.
   *
   * @throws CheckFailed when no join was shuffled
   */
  public StageEvidence joinStage() {
    return shuffledJoin().orElseThrow(() -> notSeen("shuffles its join"));
  }

  private Optional<StageEvidence> shuffledJoin() {
    return evidence.stages().stream().filter(stage -> stage.parentIds().size() == 2).findFirst();
  }

  /**
   * The first table that was broadcast: sent whole to every executor.
   *
   * @throws CheckFailed when none was
   */
  public PlanFacts.ExchangeFact sent() {
    return evidence.all(PlanFacts::exchanges).stream()
        .filter(exchange -> exchange.operator().equals("BroadcastExchange"))
        .findFirst()
        .orElseThrow(() -> notSeen("broadcasts a table"));
  }

  /** A notebook that goes on to measure it claims that it is there. */
  private CheckFailed notSeen(String claim) {
    return new CheckFailed("\"%s\" %s".formatted(name, claim), "joins " + joins());
  }

  /**
   * Bytes that the largest task of the join reads for one byte of its median task: near 1 when the
   * work is shared evenly. 0 where no join was shuffled.
   */
  public double joinImbalance() {
    Distribution read =
        shuffledJoin()
            .map(stage -> stage.of(TaskMetric.SHUFFLE_READ_BYTES))
            .orElse(Distribution.NONE);
    return read.median() == 0 ? 0 : (double) read.max() / read.median();
  }

  /**
   * Seconds it would take on another number of cores: {@link Replay} of the same tasks. A model, of
   * one run.
   *
   * @param cores at least 1
   * @throws IllegalStateException when its tasks cannot be replayed, as after a retried stage
   */
  public double secondsOn(int cores) {
    return evidence
        .recorded(Lab.CORES)
        .map(run -> Replay.on(run, cores))
        .orElseThrow(() -> new IllegalStateException(name + " has no tasks to replay"));
  }

  /** What can be said of it, one line each; what is zero is left out. */
  public TextTable table() {
    return table(List.of(this));
  }

  /** Several side by side. */
  public static TextTable table(Measured<?>... measured) {
    return table(Arrays.asList(measured));
  }

  private static TextTable table(List<Measured<?>> measured) {
    List<List<String>> rows = new ArrayList<>();
    for (Line line : LINES) {
      List<String> values = measured.stream().map(line.value).toList();
      if (values.stream().anyMatch(value -> !value.isEmpty())) {
        rows.add(Stream.concat(Stream.of(line.label), values.stream()).toList());
      }
    }
    return new TextTable(
        "l" + "r".repeat(measured.size()),
        Stream.concat(Stream.of(""), measured.stream().map(Measured::name)).toList(),
        rows);
  }

  private static String count(long count) {
    return count == 0 ? "" : Quantity.count(count);
  }

  private static String bytes(long bytes) {
    return bytes == 0 ? "" : Quantity.bytes(bytes);
  }

  private static String ratio(double ratio) {
    return ratio == 0 ? "" : String.format(Locale.ROOT, "%.1f", ratio);
  }

  /** The table as text, so that it reads well wherever it is printed. */
  @Override
  public String toString() {
    return table().plain("");
  }
}
