//DEPS org.junit.jupiter:junit-jupiter:6.1.3
package tests.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import project.CsvLine;

class CsvLineTest {
  private static Optional<List<String>> fields(String line) {
    return CsvLine.fields(line, ',');
  }

  @Test
  void valuesAreSeparated() {
    assertEquals(Optional.of(List.of("a", "", "b c", "")), fields("a,,b c,"));
    assertEquals(Optional.of(List.of("")), fields(""));
    assertEquals(Optional.of(List.of("a,b", "c")), CsvLine.fields("a,b;c", ';'));
  }

  @Test
  void quotesAreTakenOff() {
    assertEquals(
        Optional.of(List.of("a,b", "say \"x\"", "", "\"")),
        fields("\"a,b\",\"say \"\"x\"\"\",\"\",\"\"\"\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a", "a,\"b", "\"a\"b,c", "\"", "a,\"b\"\""})
  void brokenQuotesAreNoLine(String line) {
    assertEquals(Optional.empty(), fields(line));
  }

  /** What Apache Commons CSV writes comes back, whatever is in it. */
  @Test
  void agreesWithCommonsCsv() throws IOException {
    Random random = new Random(7);
    String letters = "ab ,;\"'";
    for (int i = 0; i < 2000; i++) {
      String[] values = new String[1 + random.nextInt(4)];
      for (int v = 0; v < values.length; v++) {
        StringBuilder value = new StringBuilder();
        for (int c = random.nextInt(5); c > 0; c--) {
          value.append(letters.charAt(random.nextInt(letters.length())));
        }
        values[v] = value.toString();
      }
      String line = CSVFormat.DEFAULT.format((Object[]) values);
      try (CSVParser theirs = CSVParser.parse(line, CSVFormat.DEFAULT)) {
        List<String> wanted =
            theirs.stream().findFirst().map(r -> r.stream().toList()).orElse(List.of(""));
        assertEquals(Optional.of(wanted), fields(line), line);
      }
    }
  }
}
