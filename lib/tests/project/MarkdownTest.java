//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../project/Markdown.java
package tests.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import project.Markdown;

class MarkdownTest {
  /** By the rules of CommonMark for backslashes and character references. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "Hyndman & Fan; R ~ Hyndman & Fan; R",
        "a < b > c ~ a \\< b > c",
        "<b> ~ \\<b>",
        "&lt;b> &#60;b> ~ \\&lt;b> \\&#60;b>",
        "C:\\<b> ~ C:\\\\\\<b>",
      })
  void textStaysTextAndReadable(String text, String markdown) {
    assertEquals(markdown, Markdown.text(text));
  }
}
