package compare;

/**
 * One check of whether two outputs are the same.
 *
 * @param name what was compared: {@code schema}, {@code rows}, {@code duplicate keys}, {@code rows
 *     only here}, {@code sum(revenue)} …
 * @param left its value for the left output
 * @param right its value for the right output
 * @param equal whether the check passed
 * @param detail up to three differing rows, empty when equal
 */
public record ParityCheck(String name, String left, String right, boolean equal, String detail) {}
