//SOURCES LineageDrawing.java
//SOURCES LineageLabels.java
package report;

import static report.LineageDrawing.path;
import static report.LineageDrawing.shape;
import static report.LineageDrawing.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import operate.lineage.LineageEdge;
import operate.lineage.LineageGraph;
import operate.lineage.LineageLayers;
import operate.lineage.LineageLayers.Node;
import report.LineageLabels.Arrow;

/**
 * The lineage from top to bottom, for a telephone: a line of text for each table and job, sources
 * first, and on the left a rail from each one to whatever comes from it.
 */
final class LineageRails {
  private static final int WIDTH = 310;
  private static final int RAIL = 11;
  private static final int BEND = 7;
  private static final int TOP = 0;
  private static final int TEXT = 250;

  private final LineageLabels labels;
  private final LineageGraph graph;
  private final List<Node> order;
  private final Map<Node, Integer> rails = new TreeMap<>();
  private final Map<Node, Double> tops = new TreeMap<>();
  private final double height;

  LineageRails(LineageLabels labels, LineageLayers layout) {
    this.labels = labels;
    this.graph = labels.lineage().graph();
    this.order = layout.order();
    double y = TOP;
    for (Node node : order) {
      tops.put(node, y);
      y += 34 + 16 * labels.notes(node).size();
    }
    this.height = y;
    List<List<int[]>> taken = new ArrayList<>();
    for (Node node : order) {
      List<Integer> rows = new ArrayList<>();
      from(node).forEach(edge -> rows.add(order.indexOf(LineageLayers.to(edge))));
      if (!rows.isEmpty()) {
        rows.add(order.indexOf(node));
        int first = rows.stream().mapToInt(r -> r).min().getAsInt();
        int last = rows.stream().mapToInt(r -> r).max().getAsInt();
        rails.put(node, free(taken, first, last));
      }
    }
  }

  /** The first rail that is free from one row to another, which it then is no longer. */
  private static int free(List<List<int[]>> taken, int first, int last) {
    for (int rail = 0; ; rail++) {
      if (rail == taken.size()) {
        taken.add(new ArrayList<>());
      }
      if (taken.get(rail).stream().noneMatch(t -> t[0] <= last && first <= t[1])) {
        taken.get(rail).add(new int[] {first, last});
        return rail;
      }
    }
  }

  private List<LineageEdge> from(Node node) {
    return graph.edges().stream()
        .filter(edge -> !graph.ofItself(edge) && LineageLayers.from(edge).equals(node))
        .toList();
  }

  /** Where the marks are, right of all rails. */
  private double left() {
    return RAIL * (1 + rails.values().stream().mapToInt(r -> r).max().orElse(0)) + BEND;
  }

  /** The drawing. */
  LineageDrawing drawing() {
    StringBuilder out = new StringBuilder();
    for (Arrow arrow : List.of(Arrow.UNSEEN, Arrow.AGREED, Arrow.UNREGISTERED)) {
      order.stream()
          .flatMap(node -> from(node).stream())
          .filter(edge -> Arrow.of(edge) == arrow)
          .forEach(edge -> out.append(rail(edge)));
    }
    order.forEach(node -> out.append(row(node)));
    int width = Math.max(WIDTH, (int) left() + TEXT);
    return new LineageDrawing(width, (int) Math.ceil(height), out.toString());
  }

  private double middle(Node node) {
    return tops.get(node) + 15;
  }

  private String rail(LineageEdge edge) {
    Node from = LineageLayers.from(edge);
    Node to = LineageLayers.to(edge);
    int down = order.indexOf(to) > order.indexOf(from) ? 1 : -1;
    double x = left() - BEND - RAIL * (rails.get(from) + 1);
    double start = middle(from) + 4 * down;
    double end = middle(to) - 4 * down;
    String line =
        path("M%s %sH%sQ%s %s %s %s", left(), start, x + BEND, x, start, x, start + down * BEND)
            + path("V%sQ%s %s %s %sH%s", end - down * BEND, x, end, x + BEND, end, left() - 9);
    return LineageDrawing.arrow(Arrow.of(edge), line, left() - 2, end);
  }

  private String row(Node node) {
    double x = left();
    double y = middle(node);
    StringBuilder out = new StringBuilder(shape(node.job(), x, y - 9, 18, 18));
    out.append(text("name", x + 28, y + 5, LineageLabels.name(node)));
    List<String> notes = labels.notes(node);
    for (int i = 0; i < notes.size(); i++) {
      out.append(text("note", x + 28, y + 22 + 16 * i, notes.get(i)));
    }
    return out.toString();
  }
}
