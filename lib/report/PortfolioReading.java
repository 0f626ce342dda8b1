//SOURCES PortfolioView.java
package report;

import java.util.ArrayList;
import java.util.List;
import project.Quantity;

/** What the numbers of a portfolio rest on. */
final class PortfolioReading {
  private PortfolioReading() {}

  /** A sentence each. */
  static List<String> sentences(PortfolioView view) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "Log: %s, %s, %s of them left out; looked at as of %s."
            .formatted(
                view.source(),
                Quantity.count(view.lines(), "line"),
                Quantity.count(view.linesLeftOut()),
                view.portfolio().asOf()));
    sentences.add(
        "Calendar days are those of %s. A month has 30 days, told from the days that a model is known,"
                .formatted(view.portfolio().zone())
            + " at least a week"
            + (view.portfolio().monthly()
                ? "."
                : "; this log is shorter, so EUR are those of the log."));
    view.notes().forEach(n -> sentences.add(n + "."));
    view.truth().ifPresent(t -> sentences.add("Against the truth file: " + t.sentence() + "."));
    return sentences;
  }
}
