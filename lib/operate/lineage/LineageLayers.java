//SOURCES LineageGraph.java
package operate.lineage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The graph from its sources to its targets: whoever makes something stands before whoever uses it.
 * Jobs that wait for each other, which a registry written by hand may hold, stand in the order of
 * their names, and the edge that closes the circle goes backwards.
 *
 * @param order every table and job, sources first
 * @param layers the number of each one's column, from 0: tables and jobs take turns
 */
public record LineageLayers(List<Node> order, Map<Node, Integer> layers) {

  /**
   * A table or a job; both may have the same name.
   *
   * @param job whether it is a job
   */
  public record Node(boolean job, String name) implements Comparable<Node> {
    private static final Comparator<Node> ORDER =
        Comparator.comparing(Node::name).thenComparing(Node::job);

    /** A job. */
    public static Node job(String name) {
      return new Node(true, name);
    }

    /** A table. */
    public static Node table(String name) {
      return new Node(false, name);
    }

    @Override
    public int compareTo(Node other) {
      return ORDER.compare(this, other);
    }
  }

  /** Where an edge starts, in the direction of the data. */
  public static Node from(LineageEdge edge) {
    return edge.reads() ? Node.table(edge.table()) : Node.job(edge.job());
  }

  /** Where an edge ends, in the direction of the data. */
  public static Node to(LineageEdge edge) {
    return edge.reads() ? Node.job(edge.job()) : Node.table(edge.table());
  }

  /** The layers of a graph. What a job carries over from its own output does not count. */
  public static LineageLayers of(LineageGraph graph) {
    Map<Node, Set<Node>> before = new TreeMap<>();
    graph.jobs().forEach(j -> before.put(Node.job(j.name()), new TreeSet<>()));
    graph.tables().forEach(t -> before.put(Node.table(t), new TreeSet<>()));
    for (LineageEdge edge : graph.edges()) {
      if (!graph.ofItself(edge)) {
        before.get(to(edge)).add(from(edge));
      }
    }
    List<Node> order = order(before);
    Map<Node, Integer> layers = layers(order, before);
    // By column, so that what belongs together stands together; a stable sort keeps the rest.
    return new LineageLayers(
        order.stream().sorted(Comparator.comparing(layers::get)).toList(), layers);
  }

  private static List<Node> order(Map<Node, Set<Node>> before) {
    Map<Node, Set<Node>> waiting = new TreeMap<>();
    before.forEach((node, makers) -> waiting.put(node, new TreeSet<>(makers)));
    List<Node> order = new ArrayList<>();
    while (!waiting.isEmpty()) {
      Node next =
          waiting.entrySet().stream()
              .filter(e -> e.getValue().isEmpty())
              .map(Map.Entry::getKey)
              .findFirst()
              .orElseGet(() -> leastBound(waiting));
      waiting.remove(next);
      waiting.values().forEach(makers -> makers.remove(next));
      order.add(next);
    }
    return List.copyOf(order);
  }

  /** In a circle: whoever waits for the fewest. */
  private static Node leastBound(Map<Node, Set<Node>> waiting) {
    return waiting.entrySet().stream()
        .min(Comparator.comparing((Map.Entry<Node, Set<Node>> e) -> e.getValue().size()))
        .orElseThrow()
        .getKey();
  }

  private static Map<Node, Integer> layers(List<Node> order, Map<Node, Set<Node>> before) {
    Map<Node, Integer> layers = new HashMap<>();
    for (Node node : order) {
      int first = node.job() ? 1 : 0;
      int layer =
          before.get(node).stream()
              .filter(layers::containsKey)
              .mapToInt(maker -> layers.get(maker) + 1)
              .max()
              .orElse(first);
      layers.put(node, layer);
    }
    for (Node node : order) {
      if (!node.job() && before.get(node).isEmpty()) {
        layers.put(node, nextToTheFirstReader(node, before, layers));
      }
    }
    int least = layers.values().stream().mapToInt(l -> l).min().orElse(0);
    layers.replaceAll((node, layer) -> layer - least);
    return Map.copyOf(layers);
  }

  private static int nextToTheFirstReader(
      Node table, Map<Node, Set<Node>> before, Map<Node, Integer> layers) {
    return before.entrySet().stream()
        .filter(e -> e.getValue().contains(table))
        .mapToInt(e -> layers.get(e.getKey()) - 1)
        .min()
        .orElse(layers.get(table));
  }
}
