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
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import project.CsvLog;

/**
 * Which jobs can be run: those that a script logs, the commands of the catalog whose script is there,
 * and, where nothing else tells, those that ran.
 *
 * @param logged where it was seen, by the name that a run of it is logged under
 * @param commands of the catalog, with the script of each: a job need not log its runs
 * @param gone those of them whose script is not there
 * @param unclear scripts that run a job whose name cannot be read off them
 * @param known whether there was anything to look at
 */
public record RunnableJobs(
    Map<String, String> logged,
    Map<String, String> commands,
    Set<String> gone,
    List<String> unclear,
    boolean known) {
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

  private static final Pattern ALIAS =
      Pattern.compile("\"(\\w+)\": \\{\\s*\"script-ref\": \"([^\"]*)\"");

  /**
   * Looks around in a folder.
   *
   * @param root with {@code scripts/}, {@code lib/} and the catalog in a checkout; elsewhere a job
   *     is known by its runs only
   * @param runLog need not exist; empty where what ran once is no sign that it still can
   */
  public static RunnableJobs of(Path root, Optional<Path> runLog) {
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
    Optional<Path> log = runLog.filter(Files::exists);
    if (log.isPresent()) {
      new CsvLog(log.get(), List.of("job_name"))
          .read().lines().stream()
              .map(line -> line.get("job_name"))
              .filter(job -> !job.isBlank())
              .forEach(job -> logged.putIfAbsent(job, log.get().getFileName().toString()));
    }
    Path catalog = root.resolve("jbang-catalog.json");
    Map<String, String> commands = new TreeMap<>();
    if (Files.exists(catalog)) {
      ALIAS.matcher(text(catalog)).results().forEach(m -> commands.put(m.group(1), m.group(2)));
    }
    Set<String> gone =
        commands.keySet().stream()
            .filter(name -> isLocal(commands.get(name)))
            .filter(name -> !Files.exists(root.resolve(commands.get(name))))
            .collect(Collectors.toSet());
    boolean known = Files.isDirectory(scripts) || log.isPresent();
    return new RunnableJobs(logged, commands, gone, List.copyOf(unclear), known);
  }

  /** A script may be a URL, an alias of another catalog or a Maven artifact as well. */
  private static boolean isLocal(String scriptRef) {
    return !scriptRef.contains(":") && !scriptRef.contains("@");
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
    return logged.containsKey(name) || (commands.containsKey(name) && !gone.contains(name));
  }
}
