//SOURCES ../project/Launcher.java
package rehearse;

import java.util.List;
import java.util.stream.Stream;
import project.Launcher;

/**
 * A command that was typed, and what it said.
 *
 * @param words the command's words, for one of the lab from the alias on
 * @param ofTheLab whether it is one of the lab
 * @param exitCode 0 when it did what it was asked
 * @param out its results
 * @param err its messages
 */
public record Said(List<String> words, boolean ofTheLab, int exitCode, String out, String err) {

  /** As a reader types it. */
  public String typed() {
    String line = String.join(" ", words);
    return ofTheLab ? Launcher.command(line) : line;
  }

  /** Whether it did what it was asked. */
  public boolean succeeded() {
    return exitCode == 0;
  }

  /** Both streams; what was said last, the errors, comes last. */
  public String all() {
    return out + "\n" + err;
  }

  /** The last line of its messages, without the mark of an error; empty when it said nothing. */
  public String sentence() {
    return Stream.of(err, out)
        .flatMap(text -> text.lines().filter(l -> !l.isBlank()).reduce((a, b) -> b).stream())
        .findFirst()
        .map(line -> line.replaceFirst("^error: ", "").strip())
        .orElse("");
  }
}
