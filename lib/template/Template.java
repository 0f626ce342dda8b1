//SOURCES ../project/Packed.java
package template;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import project.Packed;

/** A text with places to fill in, {@code {{name}}}: one of the files of {@code lib/template/}. */
record Template(String text) {
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  /** The file {@code <name>.txt}, which travels inside the script's jar. */
  static Template of(String name) {
    return new Template(Packed.text("/template/" + name + ".txt"));
  }

  /**
   * The text with its places filled in.
   *
   * @throws IllegalArgumentException for a place that nobody fills
   */
  String filled(Map<String, String> values) {
    Matcher place = PLACE.matcher(text);
    return place.replaceAll(
        found -> {
          String value = values.get(found.group(1));
          if (value == null) {
            throw new IllegalArgumentException("nothing for " + found.group());
          }
          return Matcher.quoteReplacement(value);
        });
  }
}
