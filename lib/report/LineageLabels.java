//SOURCES ../operate/lineage/Lineage.java
//SOURCES ../operate/lineage/LineageTables.java
//SOURCES ../project/Quantity.java
package report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import operate.lineage.Lineage;
import operate.lineage.LineageEdge;
import operate.lineage.LineageJob;
import operate.lineage.LineageLayers.Node;
import operate.lineage.LineageRun;
import operate.lineage.LineageTables;
import project.Quantity;

/** What the picture of the lineage writes beside its tables, jobs and arrows. */
record LineageLabels(Lineage lineage) {
  /** A longer name is cut: the tables of the page have it in full. */
  private static final int LONGEST = 34;

  /** What an arrow stands for. */
  enum Arrow {
    /** Registered and seen in the log. */
    AGREED("registered, and seen in the log"),
    /** Registered, and the log does not know it. */
    UNSEEN("registered, not seen in the log"),
    /** Seen in the log, and nobody registered it. */
    UNREGISTERED("seen in the log, not registered");

    final String meaning;

    Arrow(String meaning) {
      this.meaning = meaning;
    }

    /** The name of its style. */
    String style() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Arrow of(LineageEdge edge) {
      if (edge.seen().isEmpty()) {
        return UNSEEN;
      }
      return edge.registered() ? AGREED : UNREGISTERED;
    }
  }

  /** The name as there is room for it. */
  static String name(Node node) {
    String name = node.name();
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
  }

  /** The lines below the name. */
  List<String> notes(Node node) {
    return node.job() ? job(lineage.graph().job(node.name())) : table(node.name());
  }

  private List<String> job(LineageJob job) {
    String who = job.registered().map(m -> m.tier() + ", " + m.owner()).orElse("not registered");
    List<LineageRun> runs =
        lineage.runs().values().stream().filter(r -> r.job().equals(job.name())).toList();
    return runs.stream()
        .max(Comparator.comparing(LineageRun::start))
        .map(
            last ->
                List.of(
                    who,
                    Quantity.count(runs.size(), "run"),
                    ended(last) + " " + LineageTables.time(last.end())))
        .orElse(List.of(who, "no run in the log"));
  }

  private static String ended(LineageRun run) {
    return switch (run.ended()) {
      case COMPLETE -> "last";
      case FAIL -> "FAILED";
      case ABORT -> "ABORTED";
    };
  }

  /** What was last written to it; of a table that only comes in, what was last read of it. */
  private List<String> table(String table) {
    List<LineageEdge> known =
        lineage.graph().edges().stream()
            .filter(e -> e.table().equals(table) && lineage.size(e).known())
            .toList();
    return newest(known.stream().filter(e -> !e.reads()).toList())
        .map(e -> size(e, ""))
        .or(() -> newest(known).map(e -> size(e, " read")))
        .orElse(List.of("rows not known"));
  }

  private static Optional<LineageEdge> newest(List<LineageEdge> edges) {
    return edges.stream().max(Comparator.comparing(e -> e.seen().orElseThrow().lastAt()));
  }

  private List<String> size(LineageEdge edge, String done) {
    return List.of(
        Quantity.count(lineage.size(edge).rows(), "row") + done,
        LineageTables.time(edge.seen().orElseThrow().lastAt()));
  }
}
