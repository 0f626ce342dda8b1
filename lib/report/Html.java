package report;

import java.util.stream.Collectors;

/** Text as HTML. */
public final class Html {
  private Html() {}

  /** Any text as HTML text or attribute value: nothing in it can become markup. */
  public static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (char c : text.toCharArray()) {
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(Character.isISOControl(c) ? ' ' : c);
      }
    }
    return out.toString();
  }

  /** As {@link #escape}, keeping line breaks. */
  static String lines(String text) {
    return text.lines().map(Html::escape).collect(Collectors.joining("\n"));
  }

  /** The ASCII arrows of the console, as a page writes them. */
  static String prose(String text) {
    return escape(text)
        .replace(" -&gt; ", "\u00a0\u2192\u00a0")
        .replaceAll("(?<![^ ])-(?=\\d)", "\u2212")
        .replaceAll("(\\d)x\\b", "$1\u00d7")
        .replaceAll("(\\d) (s|%|EUR|MiB|GiB|KiB|B)\\b", "$1\u00a0$2");
  }
}
