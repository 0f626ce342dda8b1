package tests.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The catalog and the scripts name each other. */
class CatalogTest {
  /** As the catalog is written: {@code scripts/jbangw} looks for the first line of this, too. */
  private static final Pattern ALIAS =
      Pattern.compile(
          "\n    \"(\\w+)\": \\{\n"
              + "      \"script-ref\": \"([^\"]+)\",\n"
              + "      \"description\": \"([^\"]+)\"[,\n]");

  private record Alias(String script, String description) {}

  private static Map<String, Alias> aliases() {
    String catalog = String.join("\n", Tree.lines(Path.of("jbang-catalog.json")));
    Matcher found = ALIAS.matcher(catalog);
    Map<String, Alias> aliases = new TreeMap<>();
    while (found.find()) {
      aliases.put(found.group(1), new Alias(found.group(2), found.group(3)));
    }
    return aliases;
  }

  @Test
  void theSevenCommandsAreThere() {
    assertTrue(
        aliases()
            .keySet()
            .containsAll(
                List.of(
                    "generate_data", "inspect", "baseline", "optimized", "report", "demo",
                    "test")),
        aliases().keySet().toString());
  }

  @Test
  void everyScriptHasAnAliasAndEveryAliasAScript() {
    Set<String> scripts = new TreeSet<>();
    Tree.scripts().forEach(f -> scripts.add(f.toString()));
    Set<String> named = new TreeSet<>();
    aliases().values().forEach(a -> named.add(a.script()));
    assertEquals(scripts, named);
  }

  @Test
  void everyDescriptionIsOneSentence() {
    aliases()
        .forEach(
            (name, alias) ->
                assertTrue(
                    alias.description().matches("[A-Z][^.]*\\."),
                    name + ": " + alias.description()));
  }
}
