//SOURCES ../project/Quantity.java
//SOURCES KeyCount.java
//SOURCES KeySkew.java
//SOURCES Readable.java
//SOURCES ../project/TextTable.java
//SOURCES TransactionCounts.java
//SOURCES ../project/AtomicFile.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Launcher.java
//SOURCES ../project/Workspace.java
package sales;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import project.AtomicFile;
import project.LabException;
import project.Launcher;
import project.Quantity;
import project.TextTable;
import project.Workspace;

/**
 * The largest keys of transactions.customer_id: a table to print, and {@code
 * ops/diagnostics/top_keys.csv} and {@code .md} to keep.
 *
 * @param counts of the keys
 * @param fingerprint of the data they were counted in
 */
public record TopKeys(TransactionCounts counts, String fingerprint) {
  private static final String CSV_HEADER =
      "rank,customer_id,tx_count,share,times_median,hot,exists,data_fingerprint\n";

  /**
   * Writes both files, replacing those of an earlier inspection.
   *
   * @return a sentence that says where they are
   * @throws LabException when ops cannot be written
   */
  public String write(Workspace workspace) {
    Path csv = workspace.ops("diagnostics/top_keys.csv");
    Path markdown = workspace.ops("diagnostics/top_keys.md");
    try {
      AtomicFile.write(csv, csv());
      AtomicFile.write(markdown, markdown());
    } catch (UncheckedIOException e) {
      throw LabException.failed(
          "Cannot write to %s (%s). Make sure that it is writable and the disk has space. Run: %s"
              .formatted(
                  workspace.fromHere(csv.getParent()),
                  e.getCause().getMessage(),
                  Launcher.command("inspect")),
          e);
    }
    return "Wrote %s and %s".formatted(workspace.fromHere(csv), workspace.fromHere(markdown));
  }

  /** The keys as a table in plain text. */
  String table() {
    return cells().plain("  ");
  }

  /** Whether the largest of them is hot. */
  String sentence() {
    return counts.skew().sentence(counts.top().get(0), counts.hotKeys());
  }

  private TextTable cells() {
    KeySkew skew = counts.skew();
    List<List<String>> lines =
        IntStream.range(0, counts.top().size())
            .mapToObj(
                i -> {
                  KeyCount key = counts.top().get(i);
                  return List.of(
                      Integer.toString(i + 1),
                      key.name(),
                      Quantity.count(key.rows()),
                      Readable.share(key.rows(), skew.rows()),
                      Readable.times(skew.timesMedian(key.rows())),
                      key.exists() ? "yes" : "no");
                })
            .toList();
    return new TextTable(
        "rrrrrl",
        List.of("rank", "customer_id", "rows", "share", "times median", "customer exists"),
        lines);
  }

  /** Shares from 0 to 1; an empty customer_id is null. */
  String csv() {
    return IntStream.range(0, counts.top().size())
        .mapToObj(i -> csvLine(i + 1, counts.top().get(i)))
        .collect(Collectors.joining("", CSV_HEADER, ""));
  }

  private String csvLine(int rank, KeyCount key) {
    KeySkew skew = counts.skew();
    return String.format(
        Locale.ROOT,
        "%d,%s,%d,%.8f,%.2f,%b,%b,%s\n",
        rank,
        key.customerId() == null ? "" : key.name(),
        key.rows(),
        (double) key.rows() / skew.rows(),
        skew.timesMedian(key.rows()),
        skew.isHot(key.rows()),
        key.exists(),
        fingerprint);
  }

  private String markdown() {
    String answers =
        KeySkew.answers().entrySet().stream()
            .map(a -> "- `%s` %s\n".formatted(a.getKey(), a.getValue()))
            .collect(Collectors.joining());
    return String.join(
        "\n\n",
        "# Top keys of transactions.customer_id",
        sentence() + (counts.hotKeys() == 0 ? "" : "\n\n" + answers.strip()),
        cells().markdown().strip(),
        "Median and mean are of the %s keys that have a customer. Data: %s.\n"
            .formatted(Quantity.count(counts.skew().keys()), fingerprint));
  }
}
