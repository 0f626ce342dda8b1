package operate.lineage;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a table in the registry, worked out from its folder: {@code data/silver/daily_sales/
 * optimized} is the variant {@code optimized} of {@code silver.daily_sales}.
 *
 * @param layer {@code raw}, {@code bronze}, {@code silver}; empty for a folder elsewhere
 * @param table {@code daily_sales}; of a folder elsewhere, its path
 * @param variant empty for a table without variants
 */
public record TableName(String layer, String table, String variant) {
  /** The layer of outputs that an experiment keeps apart from the tables of their names. */
  static final String EXPERIMENTS = "experiments";

  /** Whatever lies deeper, partitions for example, belongs to the table. */
  private static final Pattern FOLDER =
      Pattern.compile(
          "data/(?:experiments/[^/]+|(?<layer>[^/]+))/(?<table>[^/=]+)"
              + "(?:/(?<variant>[^/=]+)(?=/|$))?(?:/.*)?");

  /**
   * The table in a folder.
   *
   * @param path from the workspace's root
   */
  public static TableName of(String path) {
    String folder = folder(path);
    Matcher found = FOLDER.matcher(folder);
    if (!found.matches()) {
      return new TableName("", folder, "");
    }
    String layer = found.group("layer");
    String variant = found.group("variant");
    return new TableName(
        layer == null ? EXPERIMENTS : layer, found.group("table"), variant == null ? "" : variant);
  }

  /** The folder of a table where a path leads to some of its partitions. */
  static String folder(String path) {
    return path.replace('\\', '/').replaceFirst("(/[^/=]+=[^/]*)*/*$", "");
  }

  /** As the registry has it: {@code silver.daily_sales}. */
  public String qualified() {
    return layer.isEmpty() ? table : layer + "." + table;
  }

  /** Whether an experiment made it, to be compared and not to be read. */
  boolean ofExperiment() {
    return layer.equals(EXPERIMENTS);
  }
}
