//DEPS org.apache.spark:spark-sql_2.12:3.5.9
package spark;

import java.util.List;
import java.util.OptionalLong;
import org.apache.spark.sql.catalyst.expressions.Expression;
import scala.Option;
import scala.collection.JavaConverters;
import scala.collection.Seq;

/** What Spark's events and plans hold, as Java knows it. */
final class ScalaValues {
  /** Of a filter, which may list thousands of values. */
  private static final int MAX_TEXT = 200;

  private ScalaValues() {}

  static <T> List<T> list(Seq<T> seq) {
    return JavaConverters.seqAsJavaList(seq);
  }

  /** Numbers of a Scala collection come without their type. */
  static List<Integer> integers(Seq<Object> seq) {
    return list(seq).stream().map(Integer.class::cast).toList();
  }

  /** A time, which comes without its type. */
  static OptionalLong milliseconds(Option<Object> time) {
    return time.isDefined() ? OptionalLong.of((Long) time.get()) : OptionalLong.empty();
  }

  /** An expression as its author would write it, without Spark's ids: {@code UDF(amount)}. */
  static String sql(Expression expression) {
    return abbreviate(org.apache.spark.sql.catalyst.util.package$.MODULE$.toPrettySQL(expression));
  }

  static String abbreviate(String text) {
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT - 1) + "…";
  }
}
