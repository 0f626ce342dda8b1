package compare;

import java.util.List;

/**
 * One check of whether two outputs are the same.
 *
 * @param name what was compared: {@link #SCHEMA}, {@link #ROWS}, {@link #DIFFERING_ROWS}, {@code
 *     sum(revenue)} …; may go on in brackets: {@code duplicate keys (id)}
 * @param left its value for the left output
 * @param right its value for the right output
 * @param equal whether the check passed
 * @param detail up to three differing rows, empty when equal
 */
public record ParityCheck(String name, String left, String right, boolean equal, String detail) {
  /** Names and types of the columns. */
  public static final String SCHEMA = "schema";

  /** How many there are. */
  public static final String ROWS = "rows";

  /** How many of the rows the other output does not have. */
  public static final String DIFFERING_ROWS = "rows only on this side";

  /** What is checked of any two outputs, unless their schemas differ. */
  static final List<String> ALWAYS = List.of(SCHEMA, ROWS, DIFFERING_ROWS);

  /** Whether this is the check of that name, whatever follows the name in brackets. */
  boolean is(String name) {
    return this.name.equals(name) || this.name.startsWith(name + " (");
  }
}
