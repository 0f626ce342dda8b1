//SOURCES ColumnLineage.java
//SOURCES ScalaValues.java
package spark;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.CaseWhen;
import org.apache.spark.sql.catalyst.expressions.ExprId;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.If;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.catalyst.expressions.WindowExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import scala.Tuple2;
import spark.ColumnLineage.How;
import spark.ColumnLineage.Input;

/**
 * What the value of an expression is made from.
 *
 * @param known the origins of the columns below the expression's node
 */
record ExpressionOrigins(Map<ExprId, Set<Input>> known, Subquery subquery) {

  /** Knows all that the result of a subquery is made from. */
  @FunctionalInterface
  interface Subquery {
    Set<Input> origins(LogicalPlan plan);
  }

  /** The origins of several expressions, all of which enter so. */
  Set<Input> of(List<? extends Expression> expressions, How how) {
    Set<Input> inputs = new TreeSet<>();
    expressions.forEach(e -> inputs.addAll(after(how, of(e))));
    return inputs;
  }

  /** The origins of one expression. A function that cannot be looked into uses all it is given. */
  Set<Input> of(Expression expression) {
    if (expression instanceof AttributeReference column) {
      return known.getOrDefault(column.exprId(), Set.of());
    }
    if (expression instanceof Alias alias) {
      return of(alias.child());
    }
    if (expression instanceof CaseWhen choice) {
      List<Tuple2<Expression, Expression>> branches = ScalaValues.list(choice.branches());
      Set<Input> values = of(branches.stream().map(Tuple2::_2).toList(), How.TRANSFORMATION);
      if (choice.elseValue().isDefined()) {
        values.addAll(of(List.of(choice.elseValue().get()), How.TRANSFORMATION));
      }
      return choice(branches.stream().map(Tuple2::_1).toList(), values);
    }
    if (expression instanceof If choice) {
      List<Expression> values = List.of(choice.trueValue(), choice.falseValue());
      return choice(List.of(choice.predicate()), of(values, How.TRANSFORMATION));
    }
    if (expression instanceof AggregateExpression aggregate) {
      Set<Input> inputs = of(children(aggregate.aggregateFunction()), How.AGGREGATION);
      if (aggregate.filter().isDefined()) {
        inputs.addAll(of(List.of(aggregate.filter().get()), How.CONDITIONAL));
      }
      return inputs;
    }
    if (expression instanceof WindowExpression window) {
      Set<Input> inputs = new TreeSet<>(after(How.TRANSFORMATION, of(window.windowFunction())));
      inputs.addAll(of(children(window.windowSpec()), How.WINDOW));
      return inputs;
    }
    Set<Input> inputs = of(children(expression), How.TRANSFORMATION);
    if (expression instanceof SubqueryExpression nested) {
      inputs.addAll(after(How.TRANSFORMATION, subquery.origins(nested.plan())));
    }
    return inputs;
  }

  /**
   * A choice between constants is a function of its conditions, as a UDF of the same columns would
   * be; where it chooses between columns, the conditions only decide.
   */
  private Set<Input> choice(List<Expression> conditions, Set<Input> values) {
    Set<Input> inputs = of(conditions, values.isEmpty() ? How.TRANSFORMATION : How.CONDITIONAL);
    inputs.addAll(values);
    return inputs;
  }

  /** The same origins when something more is done to the value. */
  static Set<Input> after(How how, Set<Input> inputs) {
    Set<Input> after = new TreeSet<>();
    inputs.forEach(i -> after.add(new Input(i.path(), i.column(), how.after(i.how()))));
    return after;
  }

  private static List<Expression> children(Expression expression) {
    return ScalaValues.list(expression.children());
  }
}
