//DEPS org.junit.jupiter:junit-jupiter:6.1.3
package tests.house;

import static tests.house.Tree.assertNone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pictures of the notebooks: none is missing, and none is left over. */
class PicturesTest {
  private static final Path NOTEBOOKS = Path.of("notebooks");
  private static final Pattern IMAGE = Pattern.compile("!\\[[^\\]]*]\\(([^)\\s]+)[^)]*\\)");

  private static Set<Path> named() {
    Set<Path> named = new TreeSet<>();
    for (Path file : Tree.text()) {
      if (file.startsWith(NOTEBOOKS) && file.toString().endsWith(".md")) {
        Matcher image = IMAGE.matcher(String.join("\n", Tree.lines(file)));
        while (image.find()) {
          named.add(file.resolveSibling(image.group(1)).normalize());
        }
      }
    }
    return named;
  }

  @Test
  void everyPictureANotebookNamesIsThere() {
    assertNone(
        named().stream().filter(f -> !Files.isRegularFile(Tree.ROOT.resolve(f))).toList(),
        "pictures that are not there");
  }

  @Test
  void everyPictureIsNamedByANotebook() {
    Set<Path> named = named();
    assertNone(
        Tree.files().stream()
            .filter(f -> f.startsWith(NOTEBOOKS.resolve("images")) && !named.contains(f))
            .toList(),
        "pictures that no notebook names");
  }
}
