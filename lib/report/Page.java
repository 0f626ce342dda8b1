//SOURCES ../project/Packed.java
//SOURCES Html.java
//SOURCES PlotlyBundle.java
//FILES report/page.css=page.css
//FILES report/page.js=page.js
package report;

import java.util.List;
import java.util.stream.Collectors;
import project.Packed;

/**
 * A file of HTML that needs no other, opens offline, and makes no request: light and dark, for
 * large and small windows, and for paper.
 *
 * @param title of the window
 * @param style CSS of its own, laid over what all pages share
 * @param body HTML
 * @param script JavaScript of its own
 * @param charts as {@link PlotlyScript} writes them; Plotly travels along where there is one
 */
public record Page(String title, String style, String body, String script, List<String> charts) {
  private static final String FRAME =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>%s</title>
      <link rel="icon" href="%s">
      <style>
      %s%s</style>
      </head>
      <body>
      %s%s<script>
      %s%s</script>
      %s<script>
      lab.start();
      </script>
      </body>
      </html>
      """;

  /** Two bars, the second lower. As a data: address it needs no request. */
  private static final String ICON =
      "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
          + "%3Cpath fill='%23c2703d' d='M2 2h5v12H2z'/%3E"
          + "%3Cpath fill='%2317897b' d='M9 9h5v5H9z'/%3E%3C/svg%3E";

  /** The whole file. */
  public String html() {
    String library =
        charts.isEmpty()
            ? ""
            : "<script type=\"text/plain\" id=\"plotly\">%s</script>\n"
                .formatted(PlotlyBundle.gzipBase64());
    return FRAME.formatted(
        Html.escape(title),
        ICON,
        Packed.text("/report/page.css"),
        style,
        body,
        library,
        Packed.text("/report/page.js"),
        script,
        // Each in a script of its own: one that a browser cannot read does not take others along.
        charts.stream().map("<script>\n%s</script>\n"::formatted).collect(Collectors.joining()));
  }
}
