//SOURCES CheckFailed.java
package lesson;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What a notebook says and proves. {@link Lab#check} is the same, for notebooks with a lab. */
public final class Claim {
  private Claim() {}

  /**
   * Says that a claim holds, or ends the notebook.
   *
   * @param seen the values that decided, for the reader of a failure
   * @throws CheckFailed when it does not hold
   */
  public static void check(String claim, boolean holds, Object... seen) {
    if (!holds) {
      String values = Arrays.stream(seen).map(String::valueOf).collect(Collectors.joining(", "));
      throw new CheckFailed(claim, values);
    }
    System.out.println("holds: " + claim);
  }
}
