package runs;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ThreadLocalRandom;

/** Names for runs and experiments that are unique and sort by time. */
public final class RunIds {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private RunIds() {}

  /** {@code 20260131-090000-7f3a}. */
  public static String next() {
    return "%s-%04x"
        .formatted(STAMP.format(Instant.now()), ThreadLocalRandom.current().nextInt(1 << 16));
  }
}
