package spark;

/**
 * What Spark measures of every task; Spark's own names and units: milliseconds, but nanoseconds for
 * {@link #EXECUTOR_CPU_TIME} and {@link #SHUFFLE_WRITE_TIME}; bytes; records.
 */
public enum TaskMetric {
  EXECUTOR_RUN_TIME("executorRunTime"),
  EXECUTOR_CPU_TIME("executorCpuTime"),
  JVM_GC_TIME("jvmGCTime"),
  EXECUTOR_DESERIALIZE_TIME("executorDeserializeTime"),
  RESULT_SERIALIZATION_TIME("resultSerializationTime"),
  /** Of the time between launch and finish what neither executor nor result transfer explains. */
  SCHEDULER_DELAY("schedulerDelay"),
  INPUT_BYTES("inputBytes"),
  INPUT_RECORDS("inputRecords"),
  OUTPUT_BYTES("outputBytes"),
  OUTPUT_RECORDS("outputRecords"),
  SHUFFLE_READ_BYTES("shuffleReadBytes"),
  SHUFFLE_READ_RECORDS("shuffleReadRecords"),
  SHUFFLE_FETCH_WAIT_TIME("shuffleFetchWaitTime"),
  SHUFFLE_WRITE_BYTES("shuffleWriteBytes"),
  SHUFFLE_WRITE_RECORDS("shuffleWriteRecords"),
  SHUFFLE_WRITE_TIME("shuffleWriteTime"),
  MEMORY_BYTES_SPILLED("memoryBytesSpilled"),
  DISK_BYTES_SPILLED("diskBytesSpilled"),
  PEAK_EXECUTION_MEMORY("peakExecutionMemory");

  private final String sparkName;

  TaskMetric(String sparkName) {
    this.sparkName = sparkName;
  }

  /** As Spark calls it. */
  public String sparkName() {
    return sparkName;
  }
}
