//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../Command.java
//SOURCES ../../spark/EvidenceFiles.java
package tests.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import spark.ColumnLineage;
import spark.ColumnLineage.Column;
import spark.ColumnLineage.Field;
import spark.ColumnLineage.How;
import spark.ColumnLineage.Input;
import spark.ColumnLineage.Source;
import spark.Distribution;
import spark.EvidenceFiles;
import spark.JobEvidence;
import spark.PlanFacts;
import spark.RunEvidence;
import spark.StageEvidence;
import spark.TaskMetric;
import tests.Command;

/** Nothing here needs Spark. */
class EvidenceFilesTest {
  @TempDir Path temp;
  EvidenceFiles files;

  @BeforeEach
  void folderThatIsNotThereYet() {
    files = new EvidenceFiles(temp.resolve("ops/events"));
  }

  static StageEvidence stage(int id, int tasks) {
    Random random = new Random(id);
    List<Long> values =
        Stream.generate(() -> (long) random.nextInt(1_000_000)).limit(tasks).toList();
    Distribution distribution = new Distribution(987_654_321, 12_345_678, 1, 2, 3, 98_765_432);
    Map<String, Distribution> metrics = new TreeMap<>();
    for (TaskMetric metric : TaskMetric.values()) {
      metrics.put(metric.sparkName(), distribution);
    }
    List<Integer> parents = id == 0 ? List.of() : List.of(id - 1);
    return new StageEvidence(
        id,
        0,
        "parquet at A.java:1",
        List.of(0, 1),
        parents,
        5,
        99,
        tasks,
        1,
        2,
        values,
        values,
        values,
        values,
        metrics);
  }

  static PlanFacts plan() {
    return new PlanFacts(
        7,
        "parquet at A.java:1",
        1,
        2,
        false,
        List.of(0, 1),
        true,
        3,
        List.of("SortMergeJoin"),
        List.of(new PlanFacts.JoinFact("BroadcastHashJoin", "LeftOuter", 20_000_000)),
        List.of(new PlanFacts.ExchangeFact("Exchange", "hashpartitioning(key)", 200, 1, 2)),
        List.of(new PlanFacts.ShuffleReadFact(200, 3, false, true, 1, 5)),
        List.of(
            new PlanFacts.ScanFact(
                "sales",
                "Parquet",
                14,
                9_000_000_000L,
                1,
                14,
                5,
                List.of("id", "amount"),
                List.of(),
                List.of("GreaterThan(amount,20.00)"),
                "data/raw/sales")),
        List.of(new PlanFacts.WriteFact("Parquet", 14, 1, 2, 14, List.of("day"))),
        List.of("UDF(amount)"),
        2,
        1,
        0);
  }

  static RunEvidence run(int stages, int tasks) {
    return new RunEvidence(
        12_345,
        List.of(new JobEvidence(0, 3, 101), new JobEvidence(1, 40, -1)),
        IntStream.range(0, stages).mapToObj(id -> stage(id, tasks)).toList(),
        List.of(plan(), plan()),
        List.of(lineage()));
  }

  static ColumnLineage lineage() {
    Input amount = new Input("data/raw/sales", "amount", How.AGGREGATION);
    return new ColumnLineage(
        "data/silver/daily",
        List.of(
            new Column("revenue", "decimal(18,2)", List.of(amount)),
            new Column("tx_count", "bigint", List.of())),
        List.of(new Input("data/raw/sales", "day", How.GROUP_BY)),
        List.of(new Source("data/raw/sales", List.of(new Field("day", "date")))),
        List.of("Scan ExistingRDD"));
  }

  @Test
  void whatIsWrittenIsRead() {
    RunEvidence evidence = run(3, 5);
    files.write("20251002-1", evidence);
    assertEquals(new EvidenceFiles.Found(Optional.of(evidence), ""), files.read("20251002-1"));
    RunEvidence nothing = new RunEvidence(0, List.of(), List.of(), List.of());
    files.write("20251002-1", nothing);
    assertEquals(Optional.of(nothing), files.read("20251002-1").evidence());
  }

  @Test
  void aRunOfSixHundredTasksIsSmall() throws IOException {
    files.write("run", run(10, 60));
    long bytes = Files.size(temp.resolve("ops/events/run.json"));
    assertTrue(bytes < 60_000, bytes + " bytes");
  }

  @Test
  void aRunWithoutAFileIsASentence() {
    EvidenceFiles.Found found = files.read("run");
    assertEquals(Optional.empty(), found.evidence());
    assertEquals("there is no " + temp.resolve("ops/events/run.json"), found.problem());
  }

  @Test
  void aTornFileIsASentence() throws IOException {
    files.write("run", run(1, 2));
    Path file = temp.resolve("ops/events/run.json");
    String whole = Files.readString(file);
    for (int length = 0; length < whole.length(); length += 41) {
      Files.writeString(file, whole.substring(0, length));
      EvidenceFiles.Found found = files.read("run");
      assertEquals(Optional.empty(), found.evidence(), whole.substring(0, length));
      assertEquals(file + " is damaged or not evidence of the lab", found.problem());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "17",
        "{}",
        "run_id,status\n1,SUCCESS\n",
        "{\"schema\":1}",
        "{\"schema\":1,\"evidence\":[]}",
        "{\"schema\":1,\"evidence\":{\"elapsedMs\":\"long\"}}",
        "{\"schema\":1,\"evidence\":{\"stages\":[null]}}",
        "{\"schema\":1,\"evidence\":{\"stages\":{}}}",
        "{\"schema\":2,\"evidence\":{\"elapsedMs\":1}}",
        "{\"Event\":\"SparkListenerLogStart\",\"Spark Version\":\"3.5.9\"}"
      })
  void aForeignFileIsASentence(String content) throws IOException {
    Path file = Files.createDirectories(temp.resolve("ops/events")).resolve("run.json");
    Files.writeString(file, content);
    EvidenceFiles.Found found = files.read("run");
    assertEquals(Optional.empty(), found.evidence());
    assertTrue(found.problem().startsWith(file + " is "), found.problem());
  }

  @Test
  void whatIsNoTextOrNoFileIsASentence() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("ops/events"));
    Files.write(folder.resolve("binary.json"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    Files.createDirectory(folder.resolve("folder.json"));
    for (String run : List.of("binary", "folder")) {
      EvidenceFiles.Found found = files.read(run);
      assertEquals(Optional.empty(), found.evidence());
      assertTrue(found.problem().contains(run + ".json cannot be read: "), found.problem());
    }
  }

  /** A field that a later version of the lab adds does not make its files unreadable. */
  @Test
  void unknownFieldsAreIgnored() throws IOException {
    Path file = Files.createDirectories(temp.resolve("ops/events")).resolve("run.json");
    Files.writeString(file, "{\"schema\":1,\"new\":1,\"evidence\":{\"elapsedMs\":5,\"more\":[]}}");
    assertEquals(
        Optional.of(new RunEvidence(5, List.of(), List.of(), List.of())),
        files.read("run").evidence());
  }

  @Test
  void readingCompilesWithoutSpark() {
    String libraries =
        Stream.of(
                ObjectMapper.class,
                JsonFactory.class,
                JsonInclude.class,
                org.apache.commons.statistics.descriptive.Quantile.class)
            .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
            .collect(Collectors.joining(File.pathSeparator));
    Path lib = Command.checkout().resolve("lib");
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                said,
                said,
                "-proc:none",
                "-d",
                temp.toString(),
                "-cp",
                libraries,
                "-sourcepath",
                lib.toString(),
                lib.resolve("spark/EvidenceFiles.java").toString());
    assertEquals(0, exit, said.toString(StandardCharsets.UTF_8));
  }
}
