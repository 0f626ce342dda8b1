//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../notebook/ExpectedOutput.java
package tests.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import notebook.ExpectedOutput;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as the expected output. Lines are separated by | here. */
class ExpectedOutputTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "-",
      value = {
        "3 rows;3 rows;true",
        "3 rows;4 rows;false",
        "3 rows;3 rows|;true",
        "3 rows  ;3 rows;true",
        "a|b;a|b;true",
        "a|b;a;false",
        "a;a|b;false",
        "took 1.3 s;took 22.08 s;true",
        "took 1.3 s;took 900 ms;false",
        "12 ms and 4 min;3 ms and 5 min;true",
        "4 stages;5 stages;false",
        "4 s3_files;5 s3_files;false",
        "id … end;id 17 end;true",
        "id … end;id 17;false",
        "a|…|z;a|b|c|z;true",
        "a|…|z;a|z;true",
        "a|…|z;a|b;false",
        "a.c;abc;false",
        "…;;true",
      })
  void matches(String expected, String printed, boolean same) {
    String text = printed == null ? "" : printed.replace('|', '\n');
    assertEquals(same, new ExpectedOutput(1, expected.replace('|', '\n')).matches(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "f()||// Expected output:|// 3;4;3|",
        "f()|// Expected output:|//  a b|//|// c||;3;' a b||c|'",
        "// Expected output:|// 3;2;3|",
      })
  void inTheCommentAtTheEndOfACell(String code, int line, String text) {
    assertEquals(
        Optional.of(new ExpectedOutput(line, text.replace('|', '\n'))),
        ExpectedOutput.atEndOf(code.replace('|', '\n')));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f()",
        "// Expected output:",
        "// Expected output:|f()",
        "// Expected output:|// 3|f()",
        "String s = \"// Expected output:\";|// 3",
        "f() // Expected output:|// 3",
      })
  void whereThereIsNone(String code) {
    assertEquals(Optional.empty(), ExpectedOutput.atEndOf(code.replace('|', '\n')));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3|", "  a|b|", "a||  // b|", "…|"})
  void asACommentItIsTheSame(String text) {
    String expected = text.replace('|', '\n');
    String code = "f()\n\n" + new ExpectedOutput(7, expected).comment();
    assertEquals(
        Optional.of(new ExpectedOutput(4, expected)), ExpectedOutput.atEndOf(code), code);
  }
}
