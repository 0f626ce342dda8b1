package project;

import java.util.regex.Pattern;

/**
 * Plain text inside Markdown. What a viewer would take for HTML gets a backslash, as CommonMark has
 * it: the source stays readable, which HTML entities would not be.
 */
public final class Markdown {
  /** A tag, a comment, or a character reference begins here. */
  private static final Pattern MARKUP = Pattern.compile("<|&(?=#?\\w+;)");

  private Markdown() {}

  /** The text so that it shows as it is, whatever data it comes from. */
  public static String text(String text) {
    return MARKUP.matcher(text.replace("\\", "\\\\")).replaceAll("\\\\$0");
  }

  /** The same in a cell of a table. */
  static String cell(String text) {
    return text(text).replace("|", "\\|").replaceAll("\\s+", " ");
  }
}
