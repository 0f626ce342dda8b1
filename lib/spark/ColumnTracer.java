//SOURCES ColumnLineage.java
//SOURCES ExpressionOrigins.java
//SOURCES NodeOrigins.java
//SOURCES ScalaValues.java
//SOURCES StoredPath.java
package spark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.ExprId;
import org.apache.spark.sql.catalyst.plans.logical.CTERelationDef;
import org.apache.spark.sql.catalyst.plans.logical.CTERelationRef;
import org.apache.spark.sql.catalyst.plans.logical.LeafNode;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.OneRowRelation;
import org.apache.spark.sql.catalyst.plans.logical.Range;
import org.apache.spark.sql.catalyst.plans.logical.WithCTE;
import org.apache.spark.sql.execution.LogicalRDD;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.InsertIntoHadoopFsRelationCommand;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import scala.collection.Seq;
import spark.ColumnLineage.Column;
import spark.ColumnLineage.Field;
import spark.ColumnLineage.How;
import spark.ColumnLineage.Input;
import spark.ColumnLineage.Source;

/**
 * Follows the columns that queries write back to the columns of the files they read, through the
 * analyzed plan: what the author asked for, before the optimizer rewrites it. Spark gives every
 * column of a plan an id; a node either passes a column on under its id or makes a new one.
 */
final class ColumnTracer {
  private final List<LogicalPlan> earlier;
  private final Map<String, Source> sources = new TreeMap<>();
  private final Set<String> unknown = new TreeSet<>();
  private final Map<LogicalPlan, NodeOrigins> traced = new IdentityHashMap<>();
  private final Map<Object, CTERelationDef> named = new HashMap<>();

  private ColumnTracer(List<LogicalPlan> earlier) {
    this.earlier = earlier;
  }

  /**
   * The lineage of every table of files that was written.
   *
   * @param plans analyzed plans in the order in which they ended: a checkpoint is traced through
   *     the plan that made it
   */
  static List<ColumnLineage> of(List<LogicalPlan> plans) {
    List<ColumnLineage> lineage = new ArrayList<>();
    for (int i = 0; i < plans.size(); i++) {
      if (plans.get(i) instanceof InsertIntoHadoopFsRelationCommand write) {
        lineage.add(of(write, plans.subList(0, i)));
      }
    }
    return List.copyOf(lineage);
  }

  /** A plan of a shape that nobody thought of must not make a run fail that has done its work. */
  private static ColumnLineage of(
      InsertIntoHadoopFsRelationCommand write, List<LogicalPlan> earlier) {
    try {
      return new ColumnTracer(earlier).of(write);
    } catch (RuntimeException unforeseen) {
      return new ColumnLineage(
          StoredPath.of(write.outputPath()),
          List.of(),
          List.of(),
          List.of(),
          List.of(unforeseen.toString()));
    }
  }

  private ColumnLineage of(InsertIntoHadoopFsRelationCommand write) {
    NodeOrigins query = trace(write.query());
    List<Attribute> written = ScalaValues.list(write.query().output());
    List<String> names = ScalaValues.list(write.outputColumnNames());
    return new ColumnLineage(
        StoredPath.of(write.outputPath()),
        IntStream.range(0, written.size())
            .mapToObj(i -> column(names.get(i), written.get(i), query.of(written.get(i))))
            .toList(),
        List.copyOf(query.rows()),
        List.copyOf(sources.values()),
        List.copyOf(unknown));
  }

  private static Column column(String name, Attribute attribute, Set<Input> origins) {
    Map<List<String>, Input> inputs = new HashMap<>();
    origins.forEach(i -> inputs.merge(List.of(i.path(), i.column()), i, ColumnTracer::stronger));
    return new Column(
        name, attribute.dataType().catalogString(), inputs.values().stream().sorted().toList());
  }

  /** Of the values rather than of the choice among them; of the two, what does more to them. */
  private static Input stronger(Input first, Input second) {
    boolean moreDone = first.how().compareTo(second.how()) > 0;
    boolean values = first.how().isDirect() && second.how().isDirect();
    return moreDone == values ? first : second;
  }

  private NodeOrigins trace(LogicalPlan plan) {
    NodeOrigins known = traced.get(plan);
    if (known == null) {
      known = plan instanceof LeafNode ? leaf(plan) : node(plan);
      traced.put(plan, known);
    }
    return known;
  }

  private NodeOrigins node(LogicalPlan plan) {
    if (plan instanceof WithCTE with) {
      ScalaValues.list(with.cteDefs())
          .forEach(definition -> named.put(definition.id(), definition));
      return trace(with.plan());
    }
    List<LogicalPlan> children = ScalaValues.list(plan.children());
    return NodeOrigins.of(plan, children.stream().map(this::trace).toList(), this::all);
  }

  /** Everything that enters the result of a plan. */
  private Set<Input> all(LogicalPlan plan) {
    NodeOrigins result = trace(plan);
    Set<Input> all = new TreeSet<>(result.rows());
    ScalaValues.list(plan.output()).forEach(column -> all.addAll(result.of(column)));
    return all;
  }

  private NodeOrigins leaf(LogicalPlan leaf) {
    if (leaf instanceof LogicalRelation table
        && table.relation() instanceof HadoopFsRelation files) {
      return files(table, files);
    }
    if (leaf instanceof LogicalRDD rdd) {
      return earlier.stream()
          .filter(plan -> ids(plan.output()).equals(ids(rdd.output())))
          .findFirst()
          .map(this::trace)
          .orElseGet(() -> unknown(leaf));
    }
    if (leaf instanceof CTERelationRef reference && named.containsKey(reference.cteId())) {
      return renamed(named.get(reference.cteId()), reference.output());
    }
    boolean made =
        leaf instanceof LocalRelation || leaf instanceof Range || leaf instanceof OneRowRelation;
    return made ? new NodeOrigins() : unknown(leaf);
  }

  private NodeOrigins unknown(LogicalPlan leaf) {
    unknown.add(leaf.nodeName());
    return new NodeOrigins();
  }

  private NodeOrigins files(LogicalRelation table, HadoopFsRelation files) {
    NodeOrigins origins = new NodeOrigins();
    List<AttributeReference> columns = ScalaValues.list(table.output());
    List<Field> fields =
        columns.stream().map(c -> new Field(c.name(), c.dataType().catalogString())).toList();
    for (org.apache.hadoop.fs.Path root : ScalaValues.list(files.location().rootPaths())) {
      String path = StoredPath.of(root);
      sources.put(path, new Source(path, fields));
      columns.forEach(c -> origins.add(c, Set.of(new Input(path, c.name(), How.IDENTITY))));
    }
    return origins;
  }

  private NodeOrigins renamed(LogicalPlan plan, Seq<Attribute> names) {
    NodeOrigins query = trace(plan);
    List<Attribute> columns = ScalaValues.list(plan.output());
    List<Attribute> renamed = ScalaValues.list(names);
    NodeOrigins origins = new NodeOrigins();
    origins.rows().addAll(query.rows());
    for (int i = 0; i < columns.size(); i++) {
      origins.add(renamed.get(i), query.of(columns.get(i)));
    }
    return origins;
  }

  private static List<ExprId> ids(Seq<Attribute> columns) {
    return ScalaValues.list(columns).stream().map(Attribute::exprId).toList();
  }
}
