//SOURCES ../spark/Sessions.java
package sales;

import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Steps "cache" and "checkpoint": rows that are used again are not made again. They pay when the
 * same rows are read at least twice; a job with one consumer pays for the copy and gains nothing.
 */
public final class Reuse {
  private Reuse() {}

  /** Tuned form "cache": kept in memory, on disk where memory is short; goes with the session. */
  public static Dataset<Row> cached(Dataset<Row> rows) {
    return rows.persist(StorageLevel.MEMORY_AND_DISK());
  }

  /**
   * Tuned form "checkpoint": written at once below {@code folder}. The plan starts anew from these
   * files, so that it cannot grow without end and a lost task need not go back to the sources.
   */
  public static Dataset<Row> checkpointed(Dataset<Row> rows, Path folder) {
    rows.sparkSession().sparkContext().setCheckpointDir(folder.toString());
    return rows.checkpoint(true);
  }
}
