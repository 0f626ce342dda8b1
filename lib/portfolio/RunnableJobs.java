//SOURCES ../project/CsvLog.java
package portfolio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import project.CsvLog;

/**
 * Which jobs can be run: those that a script logs, those that ran, and the commands of the catalog.
 *
 * @param logged where it was seen, by the name that a run of it is logged under
 * @param commands of the catalog: a job need not log its runs
 * @param unclear scripts that run a job whose name cannot be read off them
 * @param known whether there was anything to look at
 */
public record RunnableJobs(
    Map<String, String> logged, List<String> commands, List<String> unclear, boolean known) {
  /** What every job script says: {@code new JobRun(...)}. */
  private static final Pattern RUNS_A_JOB = Pattern.compile("\\bnew JobRun\\(");

  /** {@code new JobSpec("compact_transactions", ...)}. */
  private static final Pattern NAMED = Pattern.compile("\\bnew JobSpec\\(\\s*\"(\\w+)\"");

  /**
   * {@code JobSpec.of(DailySales.TABLE, ...)}, {@code new JobSpec(DailySales.TABLE.name(), ...)}.
   */
  private static final Pattern NAMED_LIKE_ITS_TABLE =
      Pattern.compile("\\b(?:JobSpec\\.of|new JobSpec)\\(\\s*(\\w+)\\.TABLE\\b");

  /** {@code new TableSpec("silver", "daily_sales", ...)}: layer, then name. */
  private static final Pattern TABLE =
      Pattern.compile("\\bnew TableSpec\\(\\s*\"\\w+\",\\s*\"(\\w+)\"");

  private static final Pattern ALIAS = Pattern.compile("\"(\\w+)\": \\{\\s*\"script-ref\"");

  /**
   * Looks around in a folder.
   *
   * @param root with {@code scripts/}, {@code lib/} and the catalog in a checkout; elsewhere a job
   *     is known by its runs only
   * @param runLog need not exist
   */
  public static RunnableJobs of(Path root, Path runLog) {
    Map<String, String> logged = new TreeMap<>();
    List<String> unclear = new ArrayList<>();
    Path scripts = root.resolve("scripts");
    for (Path script : javaFiles(scripts, 1)) {
      String shown = "scripts/" + script.getFileName();
      String text = text(script);
      if (RUNS_A_JOB.matcher(text).find()) {
        name(root, text)
            .ifPresentOrElse(n -> logged.putIfAbsent(n, shown), () -> unclear.add(shown));
      }
    }
    if (Files.exists(runLog)) {
      new CsvLog(runLog, List.of("job_name"))
          .read().lines().stream()
              .map(line -> line.get("job_name"))
              .filter(job -> !job.isBlank())
              .forEach(job -> logged.putIfAbsent(job, runLog.getFileName().toString()));
    }
    Path catalog = root.resolve("jbang-catalog.json");
    List<String> commands =
        Files.exists(catalog)
            ? ALIAS.matcher(text(catalog)).results().map(m -> m.group(1)).toList()
            : List.of();
    boolean known = Files.isDirectory(scripts) || Files.exists(runLog);
    return new RunnableJobs(logged, commands, List.copyOf(unclear), known);
  }

  private static Optional<String> name(Path root, String script) {
    Matcher named = NAMED.matcher(script);
    if (named.find()) {
      return Optional.of(named.group(1));
    }
    Matcher like = NAMED_LIKE_ITS_TABLE.matcher(script);
    return like.find() ? tableOf(root, like.group(1)) : Optional.empty();
  }

  /** The table that a class of the lab says it is about. */
  private static Optional<String> tableOf(Path root, String type) {
    return javaFiles(root.resolve("lib"), 2).stream()
        .filter(f -> f.getFileName().toString().equals(type + ".java"))
        .map(f -> TABLE.matcher(text(f)))
        .filter(Matcher::find)
        .map(m -> m.group(1))
        .findFirst();
  }

  private static List<Path> javaFiles(Path folder, int depth) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files
          .filter(f -> f.toString().endsWith(".java"))
          .sorted()
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a row of this name is about a job that exists. */
  public boolean has(String name) {
    return logged.containsKey(name) || commands.contains(name);
  }
}
