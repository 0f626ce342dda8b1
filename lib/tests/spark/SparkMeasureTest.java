//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//DEPS ch.cern.sparkmeasure:spark-measure_2.12:0.24
//SOURCES Listened.java
package tests.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.cern.sparkmeasure.StageMetrics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spark.RunEvidence;
import spark.TaskMetric;

/** sparkMeasure listens to the same run; what it adds up is what the evidence adds up to. */
@Tag("spark")
class SparkMeasureTest {
  @TempDir Path temp;

  /** A join, a sort, a window that spills, and a write. */
  private void work(SparkSession spark) {
    String folder = temp.resolve("numbers").toString();
    spark.range(0, 50_000, 1, 3).selectExpr("id", "id % 7 as key").write().parquet(folder);
    spark
        .read()
        .parquet(folder)
        .join(spark.range(0, 1000), "id")
        .orderBy("key")
        .write()
        .parquet(temp.resolve("out").toString());
    spark
        .read()
        .parquet(folder)
        .selectExpr("id", "sum(id) over (partition by key) as total")
        .write()
        .parquet(temp.resolve("totals").toString());
  }

  @Test
  void theSumsAreTheSame() {
    SparkSession spark = LocalSession.naive(5);
    spark.conf().set("spark.sql.windowExec.buffer.in.memory.threshold", "100");
    spark.conf().set("spark.sql.windowExec.buffer.spill.threshold", "1000");
    StageMetrics theirs = new StageMetrics(spark);
    theirs.begin();
    RunEvidence ours = Listened.to(spark, () -> work(spark));
    theirs.end();
    theirs.removeListener();

    Map<String, Object> sums = theirs.aggregateStageMetricsJavaMap();
    assertEquals(sums.get("numStages"), (long) ours.stages().size());
    assertEquals(sums.get("numTasks"), ours.totals().tasks());
    Map.ofEntries(
            Map.entry("executorRunTime", TaskMetric.EXECUTOR_RUN_TIME),
            Map.entry("executorDeserializeTime", TaskMetric.EXECUTOR_DESERIALIZE_TIME),
            Map.entry("resultSerializationTime", TaskMetric.RESULT_SERIALIZATION_TIME),
            Map.entry("jvmGCTime", TaskMetric.JVM_GC_TIME),
            Map.entry("shuffleFetchWaitTime", TaskMetric.SHUFFLE_FETCH_WAIT_TIME),
            Map.entry("diskBytesSpilled", TaskMetric.DISK_BYTES_SPILLED),
            Map.entry("memoryBytesSpilled", TaskMetric.MEMORY_BYTES_SPILLED),
            Map.entry("peakExecutionMemory", TaskMetric.PEAK_EXECUTION_MEMORY),
            Map.entry("recordsRead", TaskMetric.INPUT_RECORDS),
            Map.entry("bytesRead", TaskMetric.INPUT_BYTES),
            Map.entry("recordsWritten", TaskMetric.OUTPUT_RECORDS),
            Map.entry("bytesWritten", TaskMetric.OUTPUT_BYTES),
            Map.entry("shuffleTotalBytesRead", TaskMetric.SHUFFLE_READ_BYTES),
            Map.entry("shuffleRecordsRead", TaskMetric.SHUFFLE_READ_RECORDS),
            Map.entry("shuffleBytesWritten", TaskMetric.SHUFFLE_WRITE_BYTES),
            Map.entry("shuffleRecordsWritten", TaskMetric.SHUFFLE_WRITE_RECORDS))
        .forEach((name, metric) -> assertEquals(sums.get(name), sum(ours, metric), name));
    // sparkMeasure cuts every stage's nanoseconds to milliseconds.
    long stages = ours.stages().size();
    long cpuTime = sum(ours, TaskMetric.EXECUTOR_CPU_TIME) / 1_000_000;
    assertEquals((Long) sums.get("executorCpuTime"), cpuTime, stages);
    long writeTime = sum(ours, TaskMetric.SHUFFLE_WRITE_TIME) / 1_000_000;
    assertEquals((Long) sums.get("shuffleWriteTime"), writeTime, stages);

    for (TaskMetric metric :
        List.of(
            TaskMetric.DISK_BYTES_SPILLED,
            TaskMetric.MEMORY_BYTES_SPILLED,
            TaskMetric.INPUT_BYTES,
            TaskMetric.OUTPUT_BYTES,
            TaskMetric.SHUFFLE_READ_BYTES,
            TaskMetric.SHUFFLE_WRITE_BYTES)) {
      assertTrue(sum(ours, metric) > 0, metric.sparkName());
    }
  }

  private static long sum(RunEvidence evidence, TaskMetric metric) {
    return evidence.stages().stream().mapToLong(stage -> stage.of(metric).sum()).sum();
  }
}
