package template;

import java.util.List;

/** Lays out a call the way the rest of the code is: in one line, or in more where it is too long. */
final class JavaLine {
  private static final int WIDTH = 100;

  private JavaLine() {}

  /**
   * A call with its arguments.
   *
   * @param indent blanks before it
   * @param start up to the opening bracket, {@code .agg(}
   * @param end the closing bracket and what follows it
   */
  static String call(int indent, String start, List<String> arguments, String end) {
    String line = " ".repeat(indent) + start + String.join(", ", arguments) + end;
    if (line.length() <= WIDTH) {
      return line;
    }
    String break4 = "\n" + " ".repeat(indent + 4);
    String together = break4 + String.join(", ", arguments) + end;
    return " ".repeat(indent)
        + start
        + (together.length() - 1 <= WIDTH
            ? together
            : break4 + String.join("," + break4, arguments) + end);
  }

  /** A value that is given a name, or returned, in one line or in two. */
  static String assigned(int indent, String start, String value) {
    String line = " ".repeat(indent) + start + " " + value;
    return line.length() <= WIDTH
        ? line
        : " ".repeat(indent) + start + "\n" + " ".repeat(indent + 4) + value;
  }
}
