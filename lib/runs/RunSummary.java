//SOURCES Run.java
//SOURCES ../project/Quantity.java
//SOURCES ../compare/Parity.java
package runs;

import compare.Parity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import project.Quantity;

/** What a job prints when it is done. */
final class RunSummary {
  private RunSummary() {}

  static String of(Run run, String path, Optional<String> dates, List<Parity> parities) {
    StringBuilder text = new StringBuilder();
    line(text, "%s/%s  %.1f s  %s", run.jobName(), run.variant(), run.durationSec(), run.status());
    run.startupSec()
        .ifPresent(
            sec ->
                line(
                    text,
                    "  started in   %.1f s (JVM and session, not part of the time above)",
                    sec));
    line(text, "  cost         %.4f EUR at %.2f EUR/h", run.costEur(), run.rateEurPerHour());
    line(
        text,
        "  input        %s in %s, fingerprint %s",
        Quantity.count(run.data().rows(), "row"),
        Quantity.count(run.data().files(), "file"),
        run.data().fingerprint());
    dates.ifPresent(which -> line(text, "  event_date   %s", which));
    line(
        text,
        "  output       %s: %s in %s, fingerprint %s",
        path,
        Quantity.count(run.output().rows(), "row"),
        Quantity.count(run.output().files(), "file"),
        run.output().fingerprint());
    line(
        text,
        "  Spark        %s, executorRunTime %.1f s, shuffle written %s, spilled %s",
        Quantity.count(run.totals().tasks(), "task"),
        run.totals().executorRunTimeSec(),
        Quantity.bytes(run.totals().shuffleBytesWritten()),
        Quantity.bytes(run.totals().memoryBytesSpilled()));
    for (Parity parity : parities) {
      line(
          text,
          "  identical to %s: %s",
          parity.leftVariant(),
          parity.identical() ? "yes" : "NO, the outputs are DIFFERENT");
      parity.checks().stream()
          .filter(c -> !c.equal())
          .forEach(
              c ->
                  line(
                      text, "    %s: %s against %s %s", c.name(), c.left(), c.right(), c.detail()));
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
