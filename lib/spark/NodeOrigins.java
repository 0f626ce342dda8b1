//SOURCES ColumnLineage.java
//SOURCES ExpressionOrigins.java
//SOURCES ScalaValues.java
package spark;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.ExprId;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.Deduplicate;
import org.apache.spark.sql.catalyst.plans.logical.Distinct;
import org.apache.spark.sql.catalyst.plans.logical.Except;
import org.apache.spark.sql.catalyst.plans.logical.Expand;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.Intersect;
import org.apache.spark.sql.catalyst.plans.logical.Join;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ObjectConsumer;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.Sort;
import org.apache.spark.sql.catalyst.plans.logical.TypedFilter;
import org.apache.spark.sql.catalyst.plans.logical.Union;
import scala.collection.Seq;
import spark.ColumnLineage.How;
import spark.ColumnLineage.Input;

/**
 * What comes out of a node of a plan: the origins of its columns, by Spark's id of a column, and of
 * which rows there are.
 */
record NodeOrigins(Map<ExprId, Set<Input>> columns, Set<Input> rows) {

  /** Nothing yet. */
  NodeOrigins() {
    this(new HashMap<>(), new TreeSet<>());
  }

  Set<Input> of(Attribute column) {
    return columns.getOrDefault(column.exprId(), Set.of());
  }

  /** Adds to the origins of a column. */
  void add(Attribute column, Set<Input> inputs) {
    columns.computeIfAbsent(column.exprId(), id -> new TreeSet<>()).addAll(inputs);
  }

  /**
   * What comes out of {@code node}.
   *
   * @param children what comes out of its children, in order
   */
  static NodeOrigins of(
      LogicalPlan node, List<NodeOrigins> children, ExpressionOrigins.Subquery subquery) {
    NodeOrigins below = new NodeOrigins();
    for (NodeOrigins child : children) {
      below.columns().putAll(child.columns());
      below.rows().addAll(child.rows());
    }
    ExpressionOrigins expressions = new ExpressionOrigins(below.columns(), subquery);
    NodeOrigins result = new NodeOrigins();
    result.rows().addAll(below.rows());
    result.rows().addAll(rows(node, expressions, below));
    if (node instanceof Project project) {
      result.addNamed(project.projectList(), expressions);
    } else if (node instanceof Aggregate aggregate) {
      result.addNamed(aggregate.aggregateExpressions(), expressions);
    } else if (node instanceof Union union) {
      result.addSides(union, children);
    } else if (node instanceof Expand expand) {
      result.addCopies(expand, expressions);
    } else {
      result.addOthers(node, expressions, below);
    }
    return result;
  }

  /** What decides at this node which rows there are. */
  private static Set<Input> rows(
      LogicalPlan node, ExpressionOrigins expressions, NodeOrigins below) {
    if (node instanceof Filter filter) {
      return expressions.of(List.of(filter.condition()), How.FILTER);
    }
    if (node instanceof Join join && join.condition().isDefined()) {
      return expressions.of(List.of(join.condition().get()), How.JOIN);
    }
    if (node instanceof Aggregate aggregate) {
      return expressions.of(ScalaValues.list(aggregate.groupingExpressions()), How.GROUP_BY);
    }
    if (node instanceof Sort sort) {
      return expressions.of(ScalaValues.list(sort.order()), How.SORT);
    }
    if (node instanceof Deduplicate distinct) {
      return expressions.of(ScalaValues.list(distinct.keys()), How.GROUP_BY);
    }
    if (node instanceof Distinct) {
      return every(below.columns().values(), How.GROUP_BY);
    }
    boolean compares =
        node instanceof Except || node instanceof Intersect || node instanceof TypedFilter;
    return compares ? every(below.columns().values(), How.FILTER) : Set.of();
  }

  private static Set<Input> every(Collection<Set<Input>> columns, How how) {
    Set<Input> inputs = new TreeSet<>();
    columns.forEach(column -> inputs.addAll(ExpressionOrigins.after(how, column)));
    return inputs;
  }

  private void addNamed(Seq<NamedExpression> named, ExpressionOrigins expressions) {
    for (NamedExpression expression : ScalaValues.list(named)) {
      add(expression.toAttribute(), expressions.of((Expression) expression));
    }
  }

  private void addSides(Union union, List<NodeOrigins> sides) {
    List<Attribute> output = ScalaValues.list(union.output());
    for (int side = 0; side < sides.size(); side++) {
      List<Attribute> values = ScalaValues.list(union.children().apply(side).output());
      for (int i = 0; i < output.size(); i++) {
        add(output.get(i), sides.get(side).of(values.get(i)));
      }
    }
  }

  /** Grouping sets: every row comes once for each set, with the other columns empty. */
  private void addCopies(Expand expand, ExpressionOrigins expressions) {
    List<Attribute> output = ScalaValues.list(expand.output());
    for (Seq<Expression> projection : ScalaValues.list(expand.projections())) {
      List<Expression> values = ScalaValues.list(projection);
      for (int i = 0; i < output.size(); i++) {
        add(output.get(i), expressions.of(values.get(i)));
      }
    }
  }

  /** Columns that are passed on keep their origins; new ones come from all that makes them. */
  private void addOthers(LogicalPlan node, ExpressionOrigins expressions, NodeOrigins below) {
    for (Attribute column : ScalaValues.list(node.output())) {
      Set<Input> passed = below.columns().get(column.exprId());
      add(column, passed != null ? passed : made(column, node, expressions, below));
    }
  }

  private static Set<Input> made(
      Attribute column, LogicalPlan node, ExpressionOrigins expressions, NodeOrigins below) {
    if (node instanceof ObjectConsumer) {
      // A function of whole rows, which names no column.
      return every(below.columns().values(), How.TRANSFORMATION);
    }
    List<Expression> all = ScalaValues.list(node.expressions());
    for (Expression expression : all) {
      if (expression instanceof Alias own && own.exprId().equals(column.exprId())) {
        return expressions.of(own);
      }
    }
    return expressions.of(all, How.TRANSFORMATION);
  }
}
