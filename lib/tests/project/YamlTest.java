package tests.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import project.LabException;
import project.Yaml;

class YamlTest {
  private static final Path FILE = Path.of("ops/x.yaml");

  private static final String TEXT =
      """
      # A comment.
      name: daily sales
      share: 0.99
      since: 2026-11-01
      empty:
      tiers: [T1, T2]
      slos:
        - kind: freshness
          minutes: 60
        - kind: success
      """;

  private static Yaml yaml() {
    return Yaml.parse(FILE, TEXT);
  }

  private static String failure(String text, Function<Yaml, ?> asked) {
    return assertThrows(LabException.class, () -> asked.apply(Yaml.parse(FILE, text)))
        .getMessage();
  }

  @Test
  void valuesAreReadByAskingForThem() {
    Yaml yaml = yaml();
    assertEquals("daily sales", yaml.get("name").text());
    assertEquals(0.99, yaml.get("share").number(0, 1, "a share"));
    assertEquals(LocalDate.of(2026, 11, 1), yaml.get("since").as(LocalDate::parse, "a day"));
    assertEquals(Optional.empty(), yaml.find("empty"));
    assertEquals(Optional.empty(), yaml.find("none"));
    assertEquals(List.of("T1", "T2"), yaml.get("tiers").items().stream().map(Yaml::text).toList());
    Yaml second = yaml.get("slos").items().get(1);
    assertEquals("success", second.get("kind").oneOf(List.of("freshness", "success")));
    assertEquals(10, second.line());
    assertEquals("slos[1].kind", second.get("kind").path());
  }

  @Test
  void aValueThatIsNotWhatWasWantedIsNamedWithItsLine() {
    assertEquals(
        "ops/x.yaml line 3: share is '0.99', wanted a percentage, from 1 to 100",
        failure(TEXT, y -> y.get("share").number(1, 100, "a percentage, from 1 to 100")));
    assertEquals(
        "ops/x.yaml line 2: name is 'daily sales', wanted a number",
        failure(TEXT, y -> y.get("name").number(0, 1, "a number")));
    assertEquals(
        "ops/x.yaml line 8: slos[0].kind is 'freshness', wanted one of mttr, success",
        failure(
            TEXT, y -> y.get("slos").items().get(0).get("kind").oneOf(List.of("mttr", "success"))));
    assertEquals(
        "ops/x.yaml line 6: tiers is a list, wanted a value",
        failure(TEXT, y -> y.get("tiers").text()));
    assertEquals(
        "ops/x.yaml line 2: name is 'daily sales', wanted a list",
        failure(TEXT, y -> y.get("name").items()));
    assertEquals(
        "ops/x.yaml line 10: slos[1] has no minutes (found: kind)",
        failure(TEXT, y -> y.get("slos").items().get(1).get("minutes")));
    assertEquals(
        "ops/x.yaml line 2: it has no owner (found: name, share, since, empty, tiers, slos)",
        failure(TEXT, y -> y.get("owner")));
  }

  @Test
  void aKeyThatNobodyReadsIsRefused() {
    assertEquals(
        "ops/x.yaml line 2: nmae is not a known key, wanted one of name, owner",
        failure("owner: a\nnmae: b\n", y -> y.only("name", "owner")));
    yaml().get("slos").items().get(1).only("kind", "minutes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "name: [a | 1 | expected ',' or ']'",
        "a: b: c | 1 | mapping values are not allowed here",
        "a: 1\\n\\tb: 2 | 2 | found character '\\t(TAB)'",
        "a: 1\\nb: 2\\na: 3 | 3 | a stands here a second time",
        "- a\\n- b | 1 | it is a list, wanted keys with values",
        "just text | 1 | it is 'just text', wanted keys with values"
      })
  void whatIsNoYamlOrNoMappingIsNamedWithItsLine(String text, int line, String said) {
    String failure = failure(text.replace("\\n", "\n").replace("\\t", "\t"), y -> y);
    String start = "ops/x.yaml line %d: ".formatted(line);
    assertTrue(failure.startsWith(start), failure);

    assertTrue(failure.contains(said), failure);
  }

  @Test
  void aFileThatCannotBeReadIsOneSentence(@TempDir Path temp) throws Exception {
    Path file = temp.resolve("x.yaml");
    assertEquals(
        "No file %s, wanted a YAML file".formatted(file),
        assertThrows(LabException.class, () -> Yaml.read(file)).getMessage());
    Files.write(file, "name: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(
        "%s is not UTF-8 text, wanted YAML".formatted(file),
        assertThrows(LabException.class, () -> Yaml.read(file)).getMessage());
    Files.writeString(file, "# nothing yet\n");
    assertEquals(
        "%s is empty, wanted keys and values".formatted(file),
        assertThrows(LabException.class, () -> Yaml.read(file)).getMessage());
    Files.writeString(file, "a: 1\nb: \u0007\n");
    assertEquals(
        "%s line 2: the character U+0007 is not allowed in YAML".formatted(file),
        assertThrows(LabException.class, () -> Yaml.read(file)).getMessage());
  }
}
