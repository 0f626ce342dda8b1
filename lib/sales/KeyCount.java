package sales;

/**
 * The rows of one key of transactions.customer_id.
 *
 * @param customerId null for the rows without one
 * @param rows at least 1
 * @param exists whether customers has it
 */
public record KeyCount(Long customerId, long rows, boolean exists) {

  /** The key as text, {@code null} when there is none. */
  public String name() {
    return String.valueOf(customerId);
  }
}
