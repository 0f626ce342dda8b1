//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES LabFolder.java
package tests.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import runs.Run;
import runs.Status;
import spark.PlanFacts.ScanFact;
import tests.Command;

/** The second of two days computed anew: twice, and again when transactions of it arrive late. */
@Tag("cli")
class ReprocessTest {
  private static final String DAY = "2025-10-02";
  private static final String[] SECOND = {"optimized", "--from", DAY, "--to", DAY};

  @TempDir static Path temp;
  static LabFolder lab;

  /**
   * The published files after each of the first three runs, by path, with what tells them apart.
   */
  private static final List<Map<String, Object>> FILES = new ArrayList<>();

  static Map<String, Long> wholeBefore;
  static Map<String, Long> wholeAfter;
  static Command.Result late;
  static Command.Result refused;
  static Command.Result inspected;
  static Command.Result again;
  static Command.Result baseline;
  static Command.Result report;

  @BeforeAll
  static void runEverythingOnce() throws IOException {
    lab = LabFolder.withData(Files.createDirectory(temp.resolve("lab")));
    done(lab.run("optimized"));
    FILES.add(published());
    Path whole = lab.output("optimized").toRealPath();
    wholeBefore = LabFolder.contents(whole);
    done(lab.run(SECOND));
    FILES.add(published());
    wholeAfter = LabFolder.contents(whole);
    done(lab.run(SECOND));
    FILES.add(published());

    late = done(lab.generate("--late", DAY + "=700"));
    refused = lab.run("optimized", "--to", "2025-10-01");
    inspected = done(lab.run("inspect"));
    again = done(lab.run("optimized", "--from", DAY));
    baseline = done(lab.run("baseline"));
    report = lab.run("report");
  }

  private static Command.Result done(Command.Result result) {
    assertEquals(0, result.exitCode(), result.err());
    return result;
  }

  private static Map<String, Object> published() throws IOException {
    Map<String, Object> found = new TreeMap<>();
    Path root = lab.output("optimized").toRealPath();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".parquet")).toList()) {
        Object key = Files.getAttribute(file, "unix:ino");
        found.put(root.relativize(file).toString(), key);
      }
    }
    return found;
  }

  private static Run run(int number) {
    return lab.runs().get(number);
  }

  private static ScanFact scan(int number) {
    return lab.evidence(run(number)).plans().get(0).scans().stream()
        .filter(s -> s.table().equals("transactions"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void twiceGivesTheSameRows() {
    String whole = run(0).output().fingerprint();
    for (int again = 1; again <= 2; again++) {
      assertEquals(whole, run(again).output().fingerprint());
      assertEquals(run(0).output().rows(), run(again).output().rows());
      assertEquals(run(0).output().files(), run(again).output().files());
    }
  }

  /** Of two days there are two files, one each. */
  @Test
  void theOtherDayIsTheSameFileAndThisOneIsNew() {
    String other = "event_date=2025-10-01";
    for (int again = 1; again <= 2; again++) {
      Map<String, Object> before = new TreeMap<>(FILES.get(again - 1));
      Map<String, Object> after = new TreeMap<>(FILES.get(again));
      before.keySet().removeIf(path -> !path.startsWith(other));
      assertEquals(1, before.size());
      assertTrue(after.entrySet().containsAll(before.entrySet()), before + " " + after);
      after.keySet().removeIf(path -> path.startsWith(other));
      assertEquals(1, after.size());
      assertTrue(after.keySet().stream().allMatch(p -> p.startsWith("event_date=" + DAY)));
      after.keySet().removeAll(FILES.get(again - 1).keySet());
      assertEquals(1, after.size(), "the file of the day was not written anew");
    }
  }

  @Test
  void theVersionBeforeIsNotTouched() {
    assertEquals(wholeBefore, wholeAfter);
  }

  /** By Spark's own count of the files and folders that its scan opened. */
  @Test
  void onlyTheFolderOfTheDayIsRead() {
    assertEquals(10, scan(0).filesRead());
    assertEquals(5, scan(1).filesRead());
    assertEquals(1, scan(1).partitionsRead());
    assertEquals(2, scan(1).partitions());
    assertEquals(50_000, scan(1).rows());
    assertTrue(
        scan(1).partitionFilters().contains("(day >= DATE '%s')".formatted(DAY)),
        scan(1).partitionFilters().toString());
    assertEquals(6, scan(3).filesRead());
    assertEquals(50_700, scan(3).rows());
  }

  @Test
  void theLogSaysWhatWasReadAndThatItWasNotAll() {
    assertEquals("join=broadcast", run(0).settings());
    assertEquals("join=broadcast event_date=%s..%s".formatted(DAY, DAY), run(1).settings());
    assertEquals("join=broadcast event_date=%s..".formatted(DAY), run(3).settings());
    assertEquals(5, run(1).data().files());
    assertEquals(50_000, run(1).data().rows());
    assertTrue(run(1).data().bytes() < run(0).data().bytes());
    assertEquals(run(0).data().fingerprint(), run(1).data().fingerprint());
    assertEquals(run(0).environment().confHash(), run(1).environment().confHash());
  }

  @Test
  void lineageNamesTheFolderAndTheOutputThatDaysWereCarriedOverFrom() throws IOException {
    List<String> lines =
        Files.readAllLines(lab.path().resolve("ops/model_lineage.csv")).stream()
            .filter(l -> l.endsWith(run(1).runId()))
            .map(l -> l.replaceFirst("^[^,]*,", ""))
            .toList();
    String data = run(0).data().fingerprint();
    String output = run(0).output().fingerprint();
    String end = "," + run(1).runId();
    assertEquals(4, lines.size(), lines.toString());
    String day = "read,daily_sales,data/raw/transactions/day=%s,".formatted(DAY);
    assertTrue(lines.get(0).startsWith(day) && !lines.get(0).contains(data), lines.get(0));
    assertEquals("read,daily_sales,data/raw/customers," + data + end, lines.get(1));
    String path = "daily_sales,data/silver/daily_sales/optimized,";
    assertEquals("read," + path + output + end, lines.get(2));
    assertEquals("write," + path + output + end, lines.get(3));
  }

  @Test
  void lateTransactionsChangeTheirDayOnly() {
    assertTrue(late.out().startsWith("Added 700 late transactions to day=" + DAY), late.out());
    LabFolder.assertRefused(
        1,
        "error: data/silver/daily_sales/optimized cannot be carried over: %s changed since run %s"
            .formatted(DAY, run(2).runId()),
        refused);
    assertTrue(
        refused.err().strip().endsWith(" optimized --from 2025-10-01 --to " + DAY), refused.err());
    assertTrue(
        inspected
            .out()
            .contains(
                "data/silver/daily_sales/optimized: %s changed since run %s made it\n"
                    .formatted(DAY, run(2).runId())),
        inspected.out());
    assertEquals(5, lab.runs().size(), "a refusal before the start is no run");
  }

  @Test
  void theDayComputedAnewGivesTheAnswerOfAFullRunOverTheNewData() {
    assertNotEquals(run(2).data().fingerprint(), run(3).data().fingerprint());
    assertNotEquals(run(2).output().fingerprint(), run(3).output().fingerprint());
    assertTrue(
        again
            .out()
            .contains(
                "  event_date   %s computed anew, 1 day carried over from run %s\n"
                    .formatted(DAY, run(2).runId())),
        again.out());
    assertEquals("baseline", run(4).variant());
    assertEquals(100_700, run(4).data().rows());
    assertEquals(run(4).data().fingerprint(), run(3).data().fingerprint());
    assertEquals(run(4).output().fingerprint(), run(3).output().fingerprint());
    assertTrue(baseline.out().contains("identical to optimized: yes"), baseline.out());
  }

  @Test
  void theReportComparesNoneOfTheseRuns() throws IOException {
    assertEquals(1, report.exitCode(), report.out());
    assertTrue(report.err().contains("not comparable: optimized SUCCESS x4"), report.err());
    assertTrue(lab.runs().stream().allMatch(r -> r.status() == Status.SUCCESS));
    String page = Files.readString(lab.path().resolve("ops/report.md"));
    assertTrue(page.contains("only event_date %s..%s was computed".formatted(DAY, DAY)), page);
  }
}
