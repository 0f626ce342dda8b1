//SOURCES ../report/Html.java
package notebook;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import report.Html;

/** Java code in the few colours that help reading. */
final class JavaTokens {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<comment>//[^\\n]*|/\\*[\\s\\S]*?(?:\\*/|\\z))"
              + "|(?<text>\"\"\"[\\s\\S]*?(?:\"\"\"|\\z)|\"(?:\\\\.|[^\"\\\\\\n])*+\"?"
              + "|'(?:\\\\.|[^'\\\\\\n])*+'?)"
              + "|(?<annotation>@[\\w.]+)"
              + "|(?<number>\\d(?:\\w|\\.\\d)*)"
              + "|(?<name>[\\p{L}_$][\\p{L}\\d_$]*)");

  private static final Set<String> KEYWORDS =
      Set.of(
          ("abstract assert boolean break byte case catch char class continue default do double"
               + " else enum extends false final finally float for if implements import instanceof"
               + " int interface long new null package private protected public record return short"
               + " static super switch synchronized this throw throws true try var void while"
               + " yield")
              .split(" "));

  private JavaTokens() {}

  /** As HTML: spans of the classes com, str, ann, num, kw and type. */
  static String html(String code) {
    StringBuilder out = new StringBuilder();
    Matcher token = TOKEN.matcher(code);
    int end = 0;
    while (token.find()) {
      out.append(Html.code(code.substring(end, token.start())));
      String kind = kind(token);
      String text = Html.code(token.group());
      out.append(kind.isEmpty() ? text : "<span class=\"%s\">%s</span>".formatted(kind, text));
      end = token.end();
    }
    return out.append(Html.code(code.substring(end))).toString();
  }

  private static String kind(Matcher token) {
    if (token.group("comment") != null) {
      return "com";
    }
    if (token.group("text") != null) {
      return "str";
    }
    if (token.group("annotation") != null) {
      return "ann";
    }
    if (token.group("number") != null) {
      return "num";
    }
    String name = token.group("name");
    if (KEYWORDS.contains(name)) {
      return "kw";
    }
    return Character.isUpperCase(name.charAt(0)) ? "type" : "";
  }
}
