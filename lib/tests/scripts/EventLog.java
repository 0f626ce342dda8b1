//SOURCES ../../spark/TaskTotals.java
package tests.scripts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Spark's own record of one application, up to the end of its first query: that is the query which
 * writes the output; what the lab asks afterwards to prove the run follows it.
 *
 * @param plan of the first query, as it ran
 * @param tasks the metrics of every task that ended before the query did
 */
record EventLog(String plan, List<JsonNode> tasks) {

  /** The options that make a job write one into {@code folder}, which must exist. */
  static List<String> options(Path folder) {
    return List.of(
        "--conf", "spark.eventLog.enabled=true", "--conf", "spark.eventLog.dir=" + folder.toUri());
  }

  /** The only log in {@code folder}. */
  static EventLog in(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.toList();
    }
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> tasks = new ArrayList<>();
    String plan = "";
    for (String line : Files.readAllLines(files.get(0))) {
      JsonNode event = json.readTree(line);
      String type = event.get("Event").asText();
      if (type.endsWith("SparkListenerSQLExecutionStart")
          || type.endsWith("SparkListenerSQLAdaptiveExecutionUpdate")) {
        plan = event.get("physicalPlanDescription").asText();
      } else if (type.equals("SparkListenerTaskEnd")) {
        tasks.add(event.get("Task Metrics"));
      } else if (type.endsWith("SparkListenerSQLExecutionEnd")) {
        break;
      }
    }
    return new EventLog(plan, tasks);
  }

  long sum(ToLongFunction<JsonNode> metric) {
    return tasks.stream().mapToLong(metric).sum();
  }
}
