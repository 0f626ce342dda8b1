//SOURCES ../project/Differences.java
//SOURCES ../sales/RawData.java
package gate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import project.Differences;
import sales.DatasetSpec;
import sales.RawData;

/**
 * The data that runs of the gate read: enough to make them again, since every row follows from these
 * numbers, and the fingerprint that says whether they came out the same.
 *
 * @param options of generate_data that differ from its defaults
 * @param late transactions that arrived late, {@code 2025-10-03=1000}, or empty
 * @param generator version of the rules that make the rows
 * @param fingerprint of all rows
 */
public record DataTraits(
    String options,
    long rows,
    long customers,
    int days,
    int filesPerDay,
    double hotShare,
    double dirtRate,
    long seed,
    String firstDay,
    String late,
    int generator,
    String fingerprint) {
  private static final String NONE = "none";

  /** What is in a folder. */
  public static DataTraits of(RawData raw) {
    DatasetSpec spec = raw.spec();
    return new DataTraits(
        spec.options(),
        spec.rows(),
        spec.customers(),
        spec.days(),
        spec.filesPerDay(),
        spec.hotShare(),
        spec.dirtRate(),
        spec.seed(),
        spec.firstDay().toString(),
        spec.late().entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining(",")),
        raw.generator(),
        raw.fingerprint());
  }

  /** The command line of generate_data that makes them. */
  public List<String> arguments() {
    return options.isBlank() ? List.of() : List.of(options.strip().split("\\s+"));
  }

  /**
   * In what other data differ: {@code rows 5000000 instead of 2000000}; empty when they do not.
   *
   * @param found the other data
   */
  public String differenceOf(DataTraits found) {
    return String.join(", ", Differences.of(found.traits(), traits(), NONE));
  }

  /** The fingerprint follows from the others, and says nothing to a reader where they differ. */
  private Map<String, Object> traits() {
    Map<String, Object> traits = new LinkedHashMap<>();
    traits.put("rows", rows);
    traits.put("customers", customers);
    traits.put("days", days);
    traits.put("files per day", filesPerDay);
    traits.put("hot share", hotShare);
    traits.put("dirt", dirtRate);
    traits.put("seed", seed);
    traits.put("first day", firstDay);
    traits.put("late transactions", late.isEmpty() ? NONE : late);
    return traits;
  }
}
