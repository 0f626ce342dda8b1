//SOURCES ../../spark/ColumnLineage.java
package operate.lineage;

import java.util.List;
import spark.ColumnLineage;

/**
 * Which columns the newest run of one variant of a job made from which.
 *
 * @param lineage of every table it wrote
 */
public record JobColumns(String job, String variant, String runId, List<ColumnLineage> lineage) {}
