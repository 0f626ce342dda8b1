//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES HandMadeRun.java
//SOURCES ../../lesson/Bars.java
//SOURCES ../../notebook/Pictures.java
//SOURCES ../../report/ChartFont.java
package tests.notebook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.font.FontRenderContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import lesson.Bars;
import notebook.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.NodeList;
import report.ChartFont;

/** Bar charts: what they say on a console, and the files that the Markdown shows. */
class PicturesTest {
  private static final Bars ONE = Bars.bytes("Shuffle <written>").naive("a", 4096).tuned("b", 3);
  private static final Bars PAIRED =
      Bars.count("Tasks", "tasks").naive("map", 240).tuned("map", 12).naive("reduce", 16);

  @TempDir Path temp;

  @Test
  void aConsoleShowsBarsOfCharacters() {
    assertEquals(
        """
        Shuffle <written>
        a  ######################################## 4.0 KiB
        b  # 3 B\
        """
            .strip(),
        ONE.toString());
    assertEquals(
        List.of(
                "Tasks",
                "map, naive    " + "#".repeat(40) + " 240 tasks",
                "map, tuned    ## 12 tasks",
                "reduce, naive ### 16 tasks")
            .stream()
            .map(line -> line.replaceAll(" +", " "))
            .toList(),
        PAIRED.toString().lines().map(line -> line.replaceAll(" +", " ")).toList());
    assertEquals("none", Bars.bytes("none").toString());
    assertEquals("zero\na   0 B", Bars.bytes("zero").naive("a", 0).toString());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void whatABarCannotShow(double value) {
    assertThrows(IllegalArgumentException.class, () -> Bars.bytes("t").naive("a", value));
  }

  @Test
  void aNameHasOneBarOfEachForm() {
    assertThrows(IllegalArgumentException.class, () -> ONE.naive("a", 1));
  }

  private List<Pictures.Written> written(String folder) {
    HandMadeRun made =
        HandMadeRun.of(
            temp.resolve(folder).resolve("C3_x.md"),
            "```java\n1\n```\n\n![Bars](images/C3_1.svg)\n\n```java\n2\n```\n\n```java\n3\n```\n");
    return Pictures.write(made.gave("", ONE).gave("", 7).gave("", PAIRED).run());
  }

  @Test
  void eachBarChartIsAFileBesideTheNotebook() throws Exception {
    List<Pictures.Written> written = written("here");
    assertEquals(
        List.of(temp.resolve("here/images/C3_1.svg"), temp.resolve("here/images/C3_2.svg")),
        written.stream().map(Pictures.Written::file).toList());
    assertEquals(List.of(true, false), written.stream().map(Pictures.Written::named).toList());
    assertEquals("![Tasks](images/C3_2.svg)", written.get(1).markdown());
    assertEquals(
        Set.of("Shuffle <written>", "a", "b", "4.0 KiB", "3 B"), texts(written.get(0).file()));
    assertEquals(
        Set.of("Tasks", "naive", "tuned", "map", "reduce", "240 tasks", "12 tasks", "16 tasks"),
        texts(written.get(1).file()));
  }

  private static Set<String> texts(Path svg) throws Exception {
    NodeList texts =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(Files.readAllBytes(svg)))
            .getElementsByTagName("text");
    return IntStream.range(0, texts.getLength())
        .mapToObj(i -> texts.item(i).getTextContent())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void theSameBarsGiveTheSameBytes() throws IOException {
    List<Pictures.Written> once = written("once");
    List<Pictures.Written> again = written("again");
    for (int i = 0; i < 2; i++) {
      assertArrayEquals(
          Files.readAllBytes(once.get(i).file()), Files.readAllBytes(again.get(i).file()));
    }
  }

  @Test
  void longNamesAndValuesFit() throws Exception {
    Bars bars =
        Bars.count("Rows of the largest task", "rows")
            .naive("a name of many letters and words", 123_456_789)
            .tuned("b", 1);
    HandMadeRun made = HandMadeRun.of(temp.resolve("C3_x.md"), "```java\n1\n```\n").gave("", bars);
    Path svg = Pictures.write(made.run()).get(0).file();
    assertTrue(texts(svg).contains("123,456,789 rows"), texts(svg).toString());
    Matcher text =
        Pattern.compile("<text x='([\\d.]+)'[^>]*>([^<]*)<").matcher(Files.readString(svg));
    double right = 0;
    while (text.find()) {
      double width =
          ChartFont.plain(15)
              .getStringBounds(text.group(2), new FontRenderContext(null, true, true))
              .getWidth();
      right = Math.max(right, Double.parseDouble(text.group(1)) + width);
    }
    assertTrue(right > 300 && right < 428, "the texts end at " + right + " of 440");
  }

  /** Two pictures in one page would take each other's clips and colours. */
  @Test
  void aPictureHasNoNameThatAnotherCouldHave() throws IOException {
    for (Pictures.Written picture : written("names")) {
      assertFalse(Files.readString(picture.file()).matches("(?s).*\\sid=.*"));
    }
  }
}
