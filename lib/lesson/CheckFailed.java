package lesson;

/** A claim of a notebook that does not hold. Its message names the claim and what was seen. */
public final class CheckFailed extends RuntimeException {
  CheckFailed(String claim, String seen) {
    super("check failed: " + claim + (seen.isEmpty() ? "" : " (seen: " + seen + ")"));
  }
}
