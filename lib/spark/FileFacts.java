//SOURCES PlanFacts.java
//SOURCES QueryTally.java
//SOURCES ScalaValues.java
//SOURCES StoredPath.java
package spark;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.execution.FileSourceScanExec;
import org.apache.spark.sql.execution.command.DataWritingCommandExec;
import org.apache.spark.sql.execution.datasources.FileIndex;
import org.apache.spark.sql.execution.datasources.InsertIntoHadoopFsRelationCommand;
import org.apache.spark.sql.execution.datasources.PartitioningAwareFileIndex;

/** The facts of the nodes that read and write files. */
final class FileFacts {
  private FileFacts() {}

  static PlanFacts.ScanFact scan(FileSourceScanExec scan, QueryTally metrics) {
    FileIndex files = scan.relation().location();
    return new PlanFacts.ScanFact(
        table(scan, files),
        scan.relation().fileFormat().toString(),
        metrics.value(scan, "numFiles"),
        metrics.value(scan, "filesSize"),
        metrics.value(scan, "numPartitions"),
        files instanceof PartitioningAwareFileIndex index
            ? index.partitionSpec().partitions().size()
            : 0,
        metrics.value(scan, "numOutputRows"),
        Arrays.asList(scan.requiredSchema().fieldNames()),
        ScalaValues.list(scan.partitionFilters()).stream().map(ScalaValues::sql).toList(),
        ScalaValues.list(scan.pushedDownFilters()).stream()
            .map(filter -> ScalaValues.abbreviate(filter.toString()))
            .toList(),
        ScalaValues.list(files.rootPaths()).stream()
            .map(StoredPath::of)
            .distinct()
            .collect(Collectors.joining(", ")));
  }

  private static String table(FileSourceScanExec scan, FileIndex files) {
    if (scan.tableIdentifier().isDefined()) {
      return scan.tableIdentifier().get().table();
    }
    List<Path> roots = ScalaValues.list(files.rootPaths());
    return roots.isEmpty() ? "" : roots.get(0).getName();
  }

  static PlanFacts.WriteFact write(DataWritingCommandExec node, QueryTally metrics) {
    InsertIntoHadoopFsRelationCommand files =
        node.cmd() instanceof InsertIntoHadoopFsRelationCommand insert ? insert : null;
    return new PlanFacts.WriteFact(
        files == null ? node.nodeName() : files.fileFormat().toString(),
        metrics.value(node, "numFiles"),
        metrics.value(node, "numOutputBytes"),
        metrics.value(node, "numOutputRows"),
        metrics.value(node, "numParts"),
        files == null
            ? List.of()
            : ScalaValues.list(files.partitionColumns()).stream().map(Attribute::name).toList());
  }
}
