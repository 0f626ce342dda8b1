//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../notebook/Course.java
//SOURCES ../../notebook/NotebookRunner.java
package tests.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import notebook.Course;
import notebook.NotebookReader;
import notebook.NotebookRun;
import notebook.NotebookRunner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tests.spark.LocalSession;

/** A notebook whose tuned form is broken fails, and names the claim that is not true any more. */
@Tag("spark")
class NotebookClaimsTest {
  /**
   * A way to break a notebook.
   *
   * @param text that stands in it exactly once
   * @param instead what replaces it
   * @param claim that must then fail
   */
  private record Break(String id, String text, String instead, String claim) {
    @Override
    public String toString() {
      return id + ", " + claim;
    }
  }

  static Stream<Break> breaks() {
    return Stream.of(
        new Break(
            "A1",
            ".filter(i -> !made.contains(i))",
            ".filter(i -> made.isEmpty())",
            "an input that nobody makes is found: a letter is missing"),
        new Break(
            "A2",
            "  log.append(run);",
            "  if (status == Status.SUCCESS) log.append(run);",
            "every run is in the log, the failed one with its reason"),
        new Break(
            "A2",
            "double[] seconds = runs.stream().filter(Run::counts)",
            "double[] seconds = runs.stream()",
            "neither the warm-up nor the failed run is in p50, p95 and average"),
        new Break(
            "A3",
            "r.variant().equals(variant) && r.counts()",
            "r.variant().equals(variant)",
            "the report of this experiment prints the same amounts"),
        new Break(
            "A3",
            "double hours = seconds / 3600;",
            "double hours = seconds / 60;",
            "none: the lab's figure for a run is the one by hand"),
        new Break(
            "A4",
            "Dataset<Row> existing = known.select(\"customer_id\").distinct()",
            "Dataset<Row> existing = known.select(\"customer_id\").filter(\"customer_id > 0\")",
            "both forms find the same"),
        new Break(
            "A4",
            ".join(broadcast(known.select(\"customer_id\", \"segment\")), new String[]"
                + " {\"customer_id\"}, \"left\")",
            ".join(broadcast(known.select(\"customer_id\", \"segment\")), new String[]"
                + " {\"customer_id\"}, \"inner\")",
            "every transaction is counted in the output"),
        new Break(
            "B1",
            "      .join(broadcast(blocked), new String[] {\"customer_id\"}, \"left_anti\")\n",
            "",
            "in daily_sales Spark scanned one table more than it announced"),
        new Break(
            "B1",
            "  rows.write().parquet(path);\n"
                + "  log.append(Instant.now(), \"write\", model, path, run, run);\n",
            "  log.append(Instant.now(), \"write\", model, path, run, run);\n"
                + "  rows.write().parquet(path);\n",
            "the failed run has read and not written"),
        new Break(
            "C1",
            "saltedTransactions.join(saltedSegments, new String[] {\"customer_id\", \"salt\"}",
            "saltedTransactions.join(saltedSegments, new String[] {\"customer_id\"}",
            "salted and naive give the same answer"),
        new Break(
            "C1",
            "when(isHot, hashSalt).otherwise(lit(0))",
            "lit(0)",
            "salted, no task reads twice as much as the median task"),
        new Break(
            "C1",
            "when(isHot, sequence(lit(0), lit(SALTS - 1))).otherwise(array(lit(0)))",
            "sequence(lit(0), lit(SALTS - 1))",
            "only the hot customer is replicated"),
        new Break(
            "C1",
            "var hashSalt = pmod(xxhash64(col(\"id\")), lit(SALTS))",
            "var hashSalt = floor(rand().multiply(SALTS))",
            "a hashed salt is the same again in whatever order the rows come"),
        new Break(
            "C2",
            "\"spark.sql.adaptive.enabled\", \"true\"",
            "\"spark.sql.adaptive.enabled\", \"false\"",
            "with AQE all three shuffles of 200 partitions are read by a few tasks"),
        new Break(
            "C2",
            "lab.session(smallSizes(\"true\"))",
            "lab.session(smallSizes(\"false\"))",
            "one partition was skewed, and it was split"),
        new Break("C2", "broadcast(recent(on))", "recent(on)", "the hint shuffles none of them"),
        new Break("C3", "broadcast(segments)", "segments", "the tuned form joins by broadcast"),
        new Break(
            "C3",
            "var automatic = lab.session(Map.of(",
            "var automatic = lab.session(Map.of(\"spark.sql.autoBroadcastJoinThreshold\", \"9999\","
                + " ",
            "without a hint Spark broadcasts what it estimates below 10 MiB"),
        new Break("C3", "broadcast(details)", "details", "\"large, broadcast\" broadcasts a table"),
        new Break(
            "C4",
            "transactions.repartition(col(\"day\"))",
            "transactions.where(\"amount is not null\").repartition(col(\"day\"))",
            "no row was lost, changed or doubled"),
        new Break(
            "C4",
            "repartition(8, col(\"event_date\"))\n",
            "repartition(8)\n",
            "gathered by event_date, a folder has one file"),
        new Break(
            "C4",
            "/*+ rebalance(event_date) */ ",
            "",
            "rebalanced, it is several files of several tasks, and a task still writes into one"),
        new Break(
            "C4",
            "      .sortWithinPartitions(\"day\", \"customer_id\")\n",
            "",
            "in the order of the customers, the pages of all others are skipped"),
        new Break(
            "C5",
            "when(col(\"amount\").isNull(), \"unknown\")",
            "when(lit(false), \"unknown\")",
            "UDF and expression give the same answer"),
        new Break(
            "C5", "perDay(\"inner\")", "perDay(\"left\")", "the inner join reads 150 of 240 files"),
        new Break(
            "C6",
            "cached = joined.persist(StorageLevel.MEMORY_AND_DISK())",
            "cached = joined",
            "the second report opens no file"),
        new Break(
            "C6",
            "rounds(rows -> rows.checkpoint())",
            "rounds(rows -> rows)",
            "with a checkpoint only the first round does"),
        new Break(
            "C6",
            "rounds(rows -> rows.checkpoint())",
            "rounds(rows -> rows.cache())",
            "with a checkpoint only the first round does, the others start from stored rows"),
        new Break(
            "C6",
            "rounds(rows -> rows.localCheckpoint())",
            "rounds(rows -> rows.cache())",
            "with a localCheckpoint only the first round does, the others start from stored rows"),
        new Break(
            "C6",
            "narrow.sort(\"day\").persist",
            "narrow.sort(\"amount\").persist",
            "cached in the order of the days, the batches of the other days are skipped"),
        new Break(
            "C7",
            "where(col(\"day\").equalTo(day))",
            "where(to_date(col(\"event_ts\")).equalTo(day))",
            "the named folder is the only one opened"),
        new Break(
            "C7",
            "revenue(broadcast(sales))",
            "revenue(sales.hint(\"merge\"))",
            "the broadcast tells the scan which days there are"),
        new Break(
            "C8",
            "at(1 + (values.length - 1) * p, values)",
            "at(values.length * p, values)",
            "by hand and by the lab the p95 is the same"),
        new Break(
            "C8",
            "ABBAABBAABBA",
            "ABABABABABAB",
            "A B B A calls them different as seldom as promised"),
        new Break(
            "C9",
            "3600 * rate.low()",
            "3600 * rate.high()",
            "by hand and by the lab the saving is the same"),
        new Break(
            "C9",
            "return Quantile.of(runs.stream().mapToDouble(Run::durationSec).toArray(), 0.5);",
            "return runs.stream().mapToDouble(Run::durationSec).average().getAsDouble();",
            "s is the median: as many runs took longer as took less"),
        new Break(
            "C9",
            "if (!(said instanceof Verdict.Faster)) {",
            "if (pairs.size() < 6) {",
            "no euros are claimed"),
        new Break(
            "C10",
            "down.size(), OptionalInt.empty()",
            "down.size(), OptionalInt.of(0)",
            "the repaired ones took 45 and 125 minutes: 85 on average"),
        new Break(
            "C10",
            "`scripts/jbangw optimized` reads",
            "`scripts/jbangw reprocess` reads",
            "every command of the runbook exists"),
        new Break(
            "C10",
            "optimized --memory 4g",
            "optimized --heap 4g",
            "every command of the runbook exists, with every option"),
        new Break(
            "D",
            "() -> dailySales(\"all\")",
            "() -> dailySales(\"all,-broadcast\")",
            "the join is a broadcast instead of a shuffle"),
        new Break(
            "D",
            "if (!sameAnswer) {",
            "if (false) {",
            "with a wrong answer neither ratio nor time nor money is left"));
  }

  @BeforeAll
  static void makeRoom() {
    LocalSession.stop();
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void theClaimFails(Break b) throws IOException {
    Path file = Course.here().find(List.of(b.id)).get(0).file();
    String whole = Files.readString(file);
    assertEquals(2, whole.split(Pattern.quote(b.text), -1).length, b.text);
    NotebookRun run =
        NotebookRunner.run(
            NotebookReader.parse(file, whole.replace(b.text, b.instead)), cell -> {});
    String failure = run.failure().orElse("passed");
    assertTrue(failure.contains(": check failed: " + b.claim), failure);
  }
}
