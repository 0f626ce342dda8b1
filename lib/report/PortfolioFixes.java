//SOURCES Html.java
//SOURCES PortfolioView.java
package report;

import java.util.stream.Collectors;
import portfolio.FixList;
import portfolio.ModelStats;
import portfolio.Offence;
import portfolio.PortfolioText;
import project.Quantity;

/** What to fix first, as a list that reads on a phone. */
final class PortfolioFixes {
  private PortfolioFixes() {}

  static String html(PortfolioView view) {
    return view.fixes().items().stream()
        .map(i -> item(i, view))
        .collect(
            Collectors.joining(
                "", "<ol class=\"fixes\" aria-label=\"Fix these first\">\n", "</ol>\n"));
  }

  private static String item(FixList.Item item, PortfolioView view) {
    return """
           <li%s><div><h3>%s</h3><p class="who">%s</p></div>
           <p class="eur"><strong>%s</strong> %s</p>
           <ul>
           %s</ul></li>
           """
        .formatted(
            item.urgent() ? " class=\"urgent\"" : "",
            Html.escape(item.model().name()),
            Html.prose(who(item)),
            PortfolioText.eur(item.eurPerMonth()),
            view.eurUnit(),
            item.offences().stream().map(PortfolioFixes::reason).collect(Collectors.joining()));
  }

  private static String reason(Offence offence) {
    return "<li><b>%s</b>: %s</li>%n"
        .formatted(Html.escape(offence.kind().words()), Html.prose(offence.reason()));
  }

  private static String who(FixList.Item item) {
    ModelStats model = item.model();
    String readBy =
        item.dependents()
            .filter(n -> n > 0)
            .map(n -> ", read by " + Quantity.count(n, "model"))
            .orElse("");
    return "%s, %s, %s%s".formatted(model.tier(), model.schedule(), model.owner(), readBy);
  }
}
