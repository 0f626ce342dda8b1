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
        new Break("C3", "broadcast(segments)", "segments", "the tuned form joins by broadcast"),
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
            "C7",
            "where(col(\"day\").equalTo(day))",
            "where(to_date(col(\"event_ts\")).equalTo(day))",
            "the named folder is the only one opened"),
        new Break(
            "C7",
            "revenue(broadcast(sales))",
            "revenue(sales.hint(\"merge\"))",
            "the broadcast tells the scan which days there are"));
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
