//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES LocalSession.java
//SOURCES ../../spark/EvidenceListener.java
package tests.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.apache.spark.SparkException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.status.api.v1.StageData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.collection.JavaConverters;
import spark.EvidenceListener;
import spark.RunEvidence;
import spark.TaskTotals;

/** Against what Spark keeps for its own web UI. */
@Tag("spark")
class EvidenceTotalsTest {
  @TempDir Path temp;
  SparkSession spark;
  Set<Integer> before;
  EvidenceListener evidence;

  @BeforeEach
  void listen() {
    spark = LocalSession.naive(4);
    before = new HashSet<>(stages().stream().map(StageData::stageId).toList());
    evidence = EvidenceListener.listenTo(spark);
  }

  List<StageData> stages() {
    return JavaConverters.seqAsJavaList(
        spark
            .sparkContext()
            .statusStore()
            .stageList(null, false, false, new double[0], Collections.emptyList()));
  }

  List<StageData> completed() {
    return stages().stream()
        .filter(s -> !before.contains(s.stageId()) && s.status().name().equals("COMPLETE"))
        .toList();
  }

  static long sum(List<StageData> stages, ToLongFunction<StageData> field) {
    return stages.stream().mapToLong(field).sum();
  }

  @Test
  void theTotalsAreSparksOwn() {
    String folder = temp.resolve("numbers").toString();
    spark.range(0, 50_000, 1, 3).withColumn("key", col("id").mod(97)).write().parquet(folder);
    Dataset<Row> numbers = spark.read().parquet(folder);
    assertEquals(97, numbers.join(numbers, "key").groupBy("key").count().count());

    TaskTotals totals = evidence.end().totals();
    List<StageData> stages = completed();
    assertEquals(sum(stages, StageData::numCompleteTasks), totals.tasks());
    assertEquals(stages.size(), totals.stages());
    assertEquals(0, totals.failedTasks());
    assertEquals(sum(stages, StageData::executorRunTime), totals.executorRunTimeSec() * 1e3, 1e-6);
    assertEquals(sum(stages, StageData::executorCpuTime), totals.executorCpuTimeSec() * 1e9, 1e3);
    assertEquals(sum(stages, StageData::jvmGcTime), totals.jvmGcTimeSec() * 1e3, 1e-6);
    assertEquals(sum(stages, StageData::inputBytes), totals.bytesRead());
    assertEquals(sum(stages, StageData::shuffleReadBytes), totals.shuffleBytesRead());
    assertEquals(sum(stages, StageData::shuffleWriteBytes), totals.shuffleBytesWritten());
    assertTrue(totals.bytesRead() > 10_000, totals.toString());
    assertTrue(totals.shuffleBytesWritten() > 10_000, totals.toString());
    assertTrue(totals.shuffleBytesRead() >= totals.shuffleBytesWritten(), totals.toString());
    assertEquals(0, totals.memoryBytesSpilled() + totals.diskBytesSpilled());
  }

  @Test
  void aShuffleOfEightIntoFourAndOneIsThirteenTasks() {
    Dataset<Row> counts = spark.range(0, 1000, 1, 8).groupBy(col("id").mod(5)).count();
    assertEquals(5, counts.agg(count(lit(1))).first().getLong(0));
    TaskTotals totals = evidence.end().totals();
    assertEquals(8 + 4 + 1, totals.tasks());
    assertEquals(3, totals.stages());
  }

  @Test
  void theHeaviestStageIsTheOneThatRanLongest() {
    UDF1<Long, Long> slowAtFirst =
        id -> {
          Thread.sleep(id == 0 ? 600 : id == 100 ? 50 : 0);
          return id;
        };
    Dataset<Row> slow =
        spark
            .range(0, 300, 1, 3)
            .select(udf(slowAtFirst, DataTypes.LongType).apply(col("id")).as("id"));
    assertEquals(300, slow.repartition(4, col("id")).where("id >= 0").collectAsList().size());

    TaskTotals totals = evidence.end().totals();
    assertEquals(3, totals.stageTasks());
    assertTrue(totals.maxTaskSec() >= 0.6, totals.toString());
    assertTrue(totals.medianTaskSec() >= 0.05, totals.toString());
    assertTrue(totals.medianTaskSec() < totals.maxTaskSec(), totals.toString());
    assertTrue(totals.executorRunTimeSec() >= totals.maxTaskSec() + totals.medianTaskSec());
  }

  @Test
  void aTaskThatThrowsIsCountedAsFailed() {
    UDF1<Long, Long> broken =
        id -> {
          throw new IllegalStateException("broken");
        };
    Dataset<Row> failing =
        spark.range(0, 10, 1, 1).select(udf(broken, DataTypes.LongType).apply(col("id")));
    spark.sparkContext().setLogLevel("OFF");
    assertThrows(SparkException.class, failing::collectAsList);
    spark.sparkContext().setLogLevel("ERROR");
    TaskTotals totals = evidence.end().totals();
    assertEquals(1, totals.tasks());
    assertEquals(1, totals.failedTasks());
  }

  @Test
  void onlyWhatRunsBetweenStartAndEndIsHeard() {
    RunEvidence run = evidence.end();
    spark.range(0, 10, 1, 3).collectAsList();
    EvidenceListener second = EvidenceListener.listenTo(spark);
    spark.range(0, 10, 1, 2).collectAsList();
    RunEvidence heard = second.end();
    spark.range(0, 10, 1, 4).collectAsList();
    assertEquals(2, heard.totals().tasks());
    assertEquals(1, heard.stages().size());
    assertEquals(1, heard.plans().size());
    assertEquals(TaskTotals.NONE, run.totals());
    assertEquals(TaskTotals.NONE, evidence.end().totals());
  }

  @Test
  void twoTasksThatSleepAreTwoActiveTasks() {
    UDF1<Long, Long> sleep =
        id -> {
          Thread.sleep(1000);
          return id;
        };
    spark.range(0, 2, 1, 2).select(udf(sleep, DataTypes.LongType).apply(col("id"))).collectAsList();
    RunEvidence run = evidence.end();
    assertTrue(run.totals().executorRunTimeSec() >= 2, run.totals().toString());
    assertTrue(run.activeTasks() > 0 && run.activeTasks() <= 2, run.activeTasks() + " active");
  }

  @Test
  void withoutTasksThereIsNothing() {
    assertEquals(TaskTotals.NONE, evidence.end().totals());
  }
}
