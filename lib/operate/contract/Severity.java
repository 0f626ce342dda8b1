package operate.contract;

import java.util.Locale;

/** What a breach of a rule means. */
public enum Severity {
  /** The table must not be used as it is, nor published. */
  ERROR,
  /** Somebody should look; the table may be used. */
  WARNING;

  /** As a contract writes it: {@code error}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
