//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../operate/SampleLineage.java
//SOURCES ../../report/LineagePicture.java
package tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tests.operate.SampleLineage.all;
import static tests.operate.SampleLineage.ended;
import static tests.operate.SampleLineage.models;
import static tests.operate.SampleLineage.registered;
import static tests.operate.SampleLineage.run;

import java.awt.geom.Rectangle2D;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import operate.lineage.Lineage;
import operate.lineage.LineageEntry;
import operate.lineage.LineageGraph;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import report.LineagePicture;

/** The picture, as what it says and not as how it looks. */
class LineagePictureTest {
  private static final String[] LAB = {
    "make: -> raw.orders raw.people",
    "copy: raw.orders -> bronze.orders",
    "sales: raw.orders raw.people -> silver.sales"
  };

  private static final List<LineageEntry> LOG =
      all(
          run("sales", "r1", 1, "r:data/raw/orders", "r:data/raw/people", "w:data/silver/sales/a"),
          run(
              "sales",
              "r2",
              2,
              "r:data/bronze/orders",
              "r:data/raw/people",
              "w:data/silver/sales/b"));

  private static Lineage lineage(LineageGraph graph) {
    return new Lineage(graph, Map.of("r2", ended("sales", "b", "r2", 2, 224)), Map.of(), List.of());
  }

  private static Lineage lab() {
    return lineage(LineageGraph.of(models(LAB), LOG));
  }

  private static Element svg(Lineage lineage) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      Document document =
          factory
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(LineagePicture.svg(lineage))));
      return document.getDocumentElement();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static Element part(Element svg, String name) {
    return elements(svg, "svg").stream()
        .filter(e -> e.getAttribute("class").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<Element> elements(Element parent, String tag) {
    NodeList found = parent.getElementsByTagNameNS("http://www.w3.org/2000/svg", tag);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  private static List<String> texts(Element part, String style) {
    return elements(part, "text").stream()
        .filter(e -> e.getAttribute("class").equals(style))
        .map(Element::getTextContent)
        .toList();
  }

  private static long lines(Element part, String style) {
    return elements(part, "path").stream()
        .filter(e -> e.getAttribute("class").equals("line " + style))
        .count();
  }

  @Test
  void itIsOneElementThatNamesEverythingTwice() {
    Element svg = svg(lab());
    assertEquals("img", svg.getAttribute("role"));
    assertEquals(
        "Lineage of 3 jobs: make reads nothing and writes raw.orders, raw.people; copy reads"
            + " raw.orders and writes bronze.orders; sales reads bronze.orders, raw.orders,"
            + " raw.people and writes silver.sales.",
        svg.getAttribute("aria-label"));
    List<String> names =
        List.of(
            "make", "raw.orders", "raw.people", "copy", "bronze.orders", "sales", "silver.sales");
    for (String part : List.of("wide", "narrow")) {
      List<String> shown = texts(part(svg, part), "name");
      assertEquals(names.stream().sorted().toList(), shown.stream().sorted().toList(), part);
    }
    assertEquals(names, texts(part(svg, "narrow"), "name"));
    assertEquals(
        List.of("jobs", "sources", "jobs", "tables", "jobs", "targets"),
        texts(part(svg, "wide"), "head"));
  }

  @Test
  void rowsAndLastRunStandBelowTheNames() {
    List<String> notes = texts(part(svg(lab()), "narrow"), "note");
    assertTrue(notes.contains("224 rows"), notes.toString());
    assertTrue(notes.contains("last 2026-11-20 09:02"), notes.toString());
    assertTrue(notes.contains("no run in the log"), notes.toString());
  }

  /** Two of make, one in and one out of copy; three of sales; one that nobody registered. */
  @Test
  void theArrowsSayWhatIsRegisteredAndWhatWasSeen() {
    for (String part : List.of("wide", "narrow")) {
      Element drawn = part(svg(lab()), part);
      // Each kind stands in the legend, too.
      assertEquals(4 + 1, lines(drawn, "unseen"), part);
      assertEquals(3 + 1, lines(drawn, "agreed"), part);
      assertEquals(1 + 1, lines(drawn, "unregistered"), part);
    }
  }

  private static List<Rectangle2D> boxes(Element part) {
    List<Rectangle2D> boxes = new ArrayList<>();
    for (Element rect : elements(part, "rect")) {
      if (!rect.getAttribute("class").equals("paper")) {
        boxes.add(
            new Rectangle2D.Double(
                Double.parseDouble(rect.getAttribute("x")),
                Double.parseDouble(rect.getAttribute("y")),
                Double.parseDouble(rect.getAttribute("width")),
                Double.parseDouble(rect.getAttribute("height"))));
      }
    }
    return boxes;
  }

  private static void assertTidy(Lineage lineage) {
    Element svg = svg(lineage);
    for (String part : List.of("wide", "narrow")) {
      List<Rectangle2D> boxes = boxes(part(svg, part));
      String[] view = part(svg, part).getAttribute("viewBox").split(" ");
      Rectangle2D all =
          new Rectangle2D.Double(
              Double.parseDouble(view[0]),
              Double.parseDouble(view[1]),
              Double.parseDouble(view[2]),
              Double.parseDouble(view[3]));
      for (int i = 0; i < boxes.size(); i++) {
        assertTrue(all.contains(boxes.get(i)), part + " " + boxes.get(i));
        for (int j = 0; j < i; j++) {
          assertFalse(
              boxes.get(i).intersects(boxes.get(j)), part + " " + boxes.get(i) + boxes.get(j));
        }
      }
    }
  }

  @Test
  void nothingLiesOnAnotherOrOutside() {
    assertTidy(lab());
    String[] fan =
        IntStream.range(0, 30)
            .mapToObj(i -> "j%d: hub -> t%d".formatted(i, i))
            .toArray(String[]::new);
    assertTidy(lineage(registered(fan)));
    assertTidy(lineage(registered("a_job_with_a_name_that_is_far_too_long_to_be_shown: a -> b")));
  }

  @Test
  void aCircleIsDrawn() {
    Lineage circle = lineage(registered("x: b start -> a", "y: a -> b", "z: own -> own"));
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          assertTidy(circle);
          assertEquals(6 + 1, lines(part(svg(circle), "wide"), "unseen"));
        });
  }

  @Test
  void nothingIsAPicture() {
    assertEquals(List.of(), texts(svg(lineage(registered())), "name"));
  }

  @Test
  void namesCannotBecomeMarkup() {
    Lineage evil = lineage(registered("<script>&\"'</script>: <b> -> c"));
    assertTrue(texts(svg(evil), "name").contains("<script>&\"'</script>"));
  }

  @Test
  void theSameLineageIsTheSamePicture() {
    List<LineageEntry> reversed = new ArrayList<>(LOG);
    Collections.reverse(reversed);
    assertEquals(
        LineagePicture.svg(lab()),
        LineagePicture.svg(lineage(LineageGraph.of(models(LAB[2], LAB[0], LAB[1]), reversed))));
  }
}
