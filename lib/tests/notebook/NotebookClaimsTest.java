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
            "without a hint Spark broadcasts what it estimates below 10 MiB"));
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
