//SOURCES LineageDrawing.java
//SOURCES LineageLabels.java
package report;

import static report.LineageDrawing.path;
import static report.LineageDrawing.shape;
import static report.LineageDrawing.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import operate.lineage.LineageEdge;
import operate.lineage.LineageGraph;
import operate.lineage.LineageLayers;
import operate.lineage.LineageLayers.Node;
import report.LineageLabels.Arrow;

/**
 * The lineage from left to right, for a large window: tables and jobs in columns, each one right of
 * what it comes from. An arrow over several columns has a place of its own in those between.
 */
final class LineageDiagram {
  private static final int GAP = 38;
  private static final int TOP = 30;
  private static final int BETWEEN = 20;
  private static final int PASSING = 18;
  private static final int PAD = 12;
  private static final int TIP = 7;
  private static final int SWEEPS = 6;

  /** Generous widths of a letter of the names and of the notes: fonts differ. */
  private static final double NAME_LETTER = 8.3;

  private static final double NOTE_LETTER = 6.6;

  /** Something with a place in a column: a table or job, or an arrow that passes by. */
  private record Place(Node node, int layer, boolean passing) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::passing).thenComparing(Place::node).thenComparing(Place::layer);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  private final LineageLabels labels;
  private final LineageGraph graph;
  private final Map<Node, Integer> layers;
  private final List<List<Place>> columns = new ArrayList<>();
  private final Map<Place, List<Place>> neighbours = new TreeMap<>();
  private final Map<Place, Double> middle = new HashMap<>();
  private final List<Double> left = new ArrayList<>();
  private final List<Double> widths = new ArrayList<>();
  private final double height;

  LineageDiagram(LineageLabels labels, LineageLayers layout) {
    this.labels = labels;
    this.graph = labels.lineage().graph();
    this.layers = layout.layers();
    int count = layers.values().stream().mapToInt(l -> l + 1).max().orElse(0);
    for (int i = 0; i < count; i++) {
      columns.add(new ArrayList<>());
    }
    layout.order().stream().sorted().forEach(node -> columns.get(layers.get(node)).add(at(node)));
    graph.edges().forEach(this::connect);
    double x = 0;
    for (List<Place> column : columns) {
      double width = column.stream().mapToDouble(this::width).max().orElse(0);
      left.add(x);
      widths.add(width);
      x += width + GAP;
    }
    double tallest = columns.stream().mapToDouble(this::height).max().orElse(0);
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      arrange(tallest);
    }
    boolean backward = graph.edges().stream().anyMatch(this::isBackward);
    this.height = TOP + tallest + (backward ? 44 : 6);
  }

  private Place at(Node node) {
    return new Place(node, layers.get(node), false);
  }

  private boolean isBackward(LineageEdge edge) {
    return !graph.ofItself(edge)
        && layers.get(LineageLayers.from(edge)) >= layers.get(LineageLayers.to(edge));
  }

  /** The places an arrow goes through, its ends included. */
  private List<Place> way(LineageEdge edge) {
    Node from = LineageLayers.from(edge);
    Node to = LineageLayers.to(edge);
    List<Place> way = new ArrayList<>(List.of(at(from)));
    for (int layer = layers.get(from) + 1; layer < layers.get(to); layer++) {
      way.add(new Place(from, layer, true));
    }
    way.add(at(to));
    return way;
  }

  private void connect(LineageEdge edge) {
    if (graph.ofItself(edge) || isBackward(edge)) {
      return;
    }
    List<Place> way = way(edge);
    for (int i = 0; i < way.size(); i++) {
      List<Place> column = columns.get(way.get(i).layer());
      if (!column.contains(way.get(i))) {
        column.add(way.get(i));
      }
      if (i > 0) {
        neighbours.computeIfAbsent(way.get(i - 1), p -> new ArrayList<>()).add(way.get(i));
        neighbours.computeIfAbsent(way.get(i), p -> new ArrayList<>()).add(way.get(i - 1));
      }
    }
  }

  private double width(Place place) {
    if (place.passing()) {
      return 0;
    }
    double notes = labels.notes(place.node()).stream().mapToInt(String::length).max().orElse(0);
    double name = LineageLabels.name(place.node()).length() * NAME_LETTER;
    return Math.max(name, notes * NOTE_LETTER) + 2 * PAD;
  }

  private double height(Place place) {
    return place.passing() ? PASSING : 32 + 16 * labels.notes(place.node()).size();
  }

  private double height(List<Place> column) {
    return column.stream().mapToDouble(this::height).sum() + BETWEEN * (column.size() - 1);
  }

  /** Each place as close as its column allows to the middle of what it is connected with. */
  private void arrange(double tallest) {
    for (List<Place> column : columns) {
      column.sort(Comparator.comparingDouble(this::pull).thenComparing(Comparator.naturalOrder()));
      double y = TOP + (tallest - height(column)) / 2;
      for (Place place : column) {
        middle.put(place, y + height(place) / 2);
        y += height(place) + BETWEEN;
      }
    }
  }

  private double pull(Place place) {
    OptionalDouble pull =
        neighbours.getOrDefault(place, List.of()).stream()
            .filter(middle::containsKey)
            .mapToDouble(middle::get)
            .average();
    return pull.orElse(middle.getOrDefault(place, 0.0));
  }

  /** The drawing. */
  LineageDrawing drawing() {
    StringBuilder out = new StringBuilder();
    for (int layer = 0; layer < columns.size(); layer++) {
      out.append(text("head", left.get(layer), 10, heading(layer)));
    }
    for (Arrow arrow : List.of(Arrow.UNSEEN, Arrow.AGREED, Arrow.UNREGISTERED)) {
      graph.edges().stream()
          .filter(edge -> !graph.ofItself(edge) && Arrow.of(edge) == arrow)
          .forEach(edge -> out.append(isBackward(edge) ? backward(edge) : forward(edge)));
    }
    columns.stream()
        .flatMap(List::stream)
        .filter(place -> !place.passing())
        .forEach(place -> out.append(box(place)));
    int last = columns.size() - 1;
    double width = columns.isEmpty() ? 0 : left.get(last) + widths.get(last);
    return new LineageDrawing((int) Math.ceil(width), (int) Math.ceil(height), out.toString());
  }

  private String heading(int layer) {
    boolean jobs = columns.get(layer).stream().anyMatch(p -> !p.passing() && p.node().job());
    if (jobs) {
      return "jobs";
    }
    if (layer == columns.size() - 1) {
      return "targets";
    }
    return layer <= 1 ? "sources" : "tables";
  }

  private String forward(LineageEdge edge) {
    List<Place> way = way(edge);
    double x = right(way.get(0));
    double y = middle.get(way.get(0));
    StringBuilder line = new StringBuilder(path("M%s %s", x, y));
    for (Place next : way.subList(1, way.size())) {
      double toX = left.get(next.layer()) - (next.passing() ? 0 : TIP);
      double toY = middle.get(next);
      double half = (x + toX) / 2;
      line.append(path("C%s %s %s %s %s %s", half, y, half, toY, toX, toY));
      x = toX;
      y = toY;
      if (next.passing()) {
        x = right(next);
        line.append(path("H%s", x));
      }
    }
    return LineageDrawing.arrow(Arrow.of(edge), line.toString(), x + TIP, y);
  }

  /** Around below everything. */
  private String backward(LineageEdge edge) {
    Place from = at(LineageLayers.from(edge));
    Place to = at(LineageLayers.to(edge));
    double x1 = right(from);
    double y1 = middle.get(from);
    double x2 = left.get(to.layer()) - TIP;
    double y2 = middle.get(to);
    double low = height - 8;
    String line =
        path("M%s %sC%s %s %s %s %s %s", x1, y1, x1 + 34, y1, x1 + 34, low, x1 - 10, low)
            + path("H%sC%s %s %s %s %s %s", x2 + 10, x2 - 34, low, x2 - 34, y2, x2, y2);
    return LineageDrawing.arrow(Arrow.of(edge), line, x2 + TIP, y2);
  }

  private double right(Place place) {
    return left.get(place.layer()) + widths.get(place.layer());
  }

  private String box(Place place) {
    double x = left.get(place.layer());
    double y = middle.get(place) - height(place) / 2;
    StringBuilder out = new StringBuilder();
    out.append(shape(place.node().job(), x, y, widths.get(place.layer()), height(place)));
    out.append(text("name", x + PAD, y + 22, LineageLabels.name(place.node())));
    List<String> notes = labels.notes(place.node());
    for (int i = 0; i < notes.size(); i++) {
      out.append(text("note", x + PAD, y + 39 + 16 * i, notes.get(i)));
    }
    return out.toString();
  }
}
