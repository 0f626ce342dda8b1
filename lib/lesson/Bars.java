//SOURCES ../project/Quantity.java
package lesson;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import project.Quantity;

/**
 * A bar chart: the naive form's values and the tuned form's, one below the other.
 *
 * <pre>{@code
 * Bars.bytes("Shuffle written").naive("shuffled", 4_100_000).tuned("broadcast", 2_300)
 * }</pre>
 *
 * @param title what is counted
 * @param unit of the values, {@code bytes} or a noun in the plural
 * @param bars in the order of their names; a name has one bar, or one of each form
 */
public record Bars(String title, String unit, List<Bar> bars) {
  private static final String BYTES = "bytes";

  /** Characters of the longest bar on a console. */
  private static final int LENGTH = 40;

  /**
   * One bar.
   *
   * @param tuned whether it is the tuned form's, else the naive form's
   */
  public record Bar(String name, double value, boolean tuned) {}

  /** Checks that there is nothing that a bar cannot show. */
  public Bars {
    bars = List.copyOf(bars);
    for (Bar bar : bars) {
      if (!(bar.value >= 0) || Double.isInfinite(bar.value)) {
        throw new IllegalArgumentException(
            "bar %s is %s, wanted a number from 0".formatted(bar.name, bar.value));
      }
      if (bars.stream().filter(b -> b.name.equals(bar.name) && b.tuned == bar.tuned).count() > 1) {
        throw new IllegalArgumentException("two bars of one form are called " + bar.name);
      }
    }
  }

  /** No bars yet; values in bytes. */
  public static Bars bytes(String title) {
    return count(title, BYTES);
  }

  /** No bars yet; values are counts of {@code unit}, a noun in the plural. */
  public static Bars count(String title, String unit) {
    return new Bars(title, unit, List.of());
  }

  /** These and a bar of the naive form. */
  public Bars naive(String name, double value) {
    return with(new Bar(name, value, false));
  }

  /** These and a bar of the tuned form. */
  public Bars tuned(String name, double value) {
    return with(new Bar(name, value, true));
  }

  private Bars with(Bar bar) {
    return new Bars(title, unit, Stream.concat(bars.stream(), Stream.of(bar)).toList());
  }

  /** The names, each once. */
  public List<String> names() {
    return bars.stream().map(Bar::name).distinct().toList();
  }

  /** Whether some name has a bar of each form, so that the colours need a legend. */
  public boolean isPaired() {
    return names().size() < bars.size();
  }

  /** A value as it is written beside its bar: {@code 3.9 MiB}, {@code 240 files}. */
  public String label(double value) {
    return unit.equals(BYTES) ? Quantity.bytes(value) : Quantity.count(value) + " " + unit;
  }

  /** Everything in one sentence, for those who do not see the picture. */
  public String sentence() {
    return bars.stream()
        .map(bar -> name(bar) + " " + label(bar.value))
        .collect(Collectors.joining(", ", title + ": ", ""));
  }

  private String name(Bar bar) {
    return isPaired() ? bar.name + (bar.tuned ? ", tuned" : ", naive") : bar.name;
  }

  /** Bars of characters. */
  @Override
  public String toString() {
    double longest = bars.stream().mapToDouble(Bar::value).max().orElse(0);
    int width = bars.stream().mapToInt(bar -> name(bar).length()).max().orElse(1);
    return bars.stream()
        .map(
            bar -> {
              int length = longest == 0 ? 0 : (int) Math.ceil(LENGTH * bar.value / longest);
              return ("\n%-" + width + "s  %s %s")
                  .formatted(name(bar), "#".repeat(length), label(bar.value));
            })
        .collect(Collectors.joining("", title, ""));
  }
}
