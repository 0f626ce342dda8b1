//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Listened.java
package tests.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spark.ColumnLineage;
import spark.ColumnLineage.Input;

/**
 * Small queries over {@code sales(id, who, amount, at; day)} and {@code people(who, segment)} and
 * the columns that each column they write was made from.
 */
@Tag("spark")
class ColumnLineageTest {
  @TempDir static Path temp;

  static SparkSession spark;
  static int written;

  @BeforeAll
  static void twoTables() {
    spark = LocalSession.naive(1);
    spark
        .range(0, 4, 1, 1)
        .selectExpr(
            "id",
            "id % 2 as who",
            "cast(id as decimal(8,2)) as amount",
            "timestamp_seconds(id) as at",
            "date_add(date'2026-11-01', cast(id % 2 as int)) as day")
        .write()
        .partitionBy("day")
        .parquet(temp.resolve("sales").toString());
    spark
        .range(0, 2, 1, 1)
        .selectExpr("id as who", "concat('s', id) as segment")
        .write()
        .parquet(temp.resolve("people").toString());
    read("sales").createOrReplaceTempView("sales");
    read("people").createOrReplaceTempView("people");
  }

  static Dataset<Row> read(String folder) {
    return spark.read().parquet(temp.resolve(folder).toString());
  }

  /** What the tracer says of the last table that {@code rows} are written to. */
  static ColumnLineage lineage(Dataset<?> rows) {
    Path folder = temp.resolve("out" + written++);
    List<ColumnLineage> all =
        Listened.to(spark, () -> rows.write().parquet(folder.toString())).lineage();
    assertEquals(1, all.size(), all.toString());
    assertEquals(folder.toString(), all.get(0).path());
    return all.get(0);
  }

  static String columns(ColumnLineage lineage) {
    return lineage.columns().stream()
        .map(c -> c.name() + " <- " + inputs(c.inputs()))
        .collect(Collectors.joining("; "));
  }

  static String inputs(List<Input> inputs) {
    return inputs.isEmpty()
        ? "nothing"
        : inputs.stream()
            .map(i -> Path.of(i.path()).getFileName() + "." + i.column() + " " + i.how())
            .collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "select id, amount as a from sales"
            + "| id <- sales.id IDENTITY; a <- sales.amount IDENTITY | nothing",
        "select day, cast(at as date) as d, 7 as seven from sales"
            + "| day <- sales.day IDENTITY; d <- sales.at TRANSFORMATION; seven <- nothing"
            + "| nothing",
        "select who, sum(amount) as s, count(*) as n from sales group by who"
            + "| who <- sales.who IDENTITY; s <- sales.amount AGGREGATION; n <- nothing"
            + "| sales.who GROUP_BY",
        "select max(amount) filter (where id > 1) as m from sales"
            + "| m <- sales.amount AGGREGATION, sales.id CONDITIONAL | nothing",
        "select * from (select amount * 2 + id as x from sales) where x > 3"
            + "| x <- sales.amount TRANSFORMATION, sales.id TRANSFORMATION"
            + "| sales.amount FILTER, sales.id FILTER",
        "select s.id, p.segment from sales s left join people p on s.who = p.who"
            + "| id <- sales.id IDENTITY; segment <- people.segment IDENTITY"
            + "| people.who JOIN, sales.who JOIN",
        "select id from sales where who in (select who from people where segment = 's1')"
            + "| id <- sales.id IDENTITY"
            + "| people.segment FILTER, people.who FILTER, sales.who FILTER",
        "select (select max(segment) from people) as top, id from sales"
            + "| top <- people.segment AGGREGATION; id <- sales.id IDENTITY | nothing",
        "select case when amount < 2 then 'low' else 'high' end as bucket from sales"
            + "| bucket <- sales.amount TRANSFORMATION | nothing",
        "select case when amount < 2 then who else id end as x, if(id > 1, at, null) as y from"
            + " sales| x <- sales.amount CONDITIONAL, sales.id TRANSFORMATION, sales.who"
            + " TRANSFORMATION; y <- sales.at TRANSFORMATION, sales.id CONDITIONAL | nothing",
        "select id from sales union all select who from people"
            + "| id <- people.who IDENTITY, sales.id IDENTITY | nothing",
        "select distinct segment from people"
            + "| segment <- people.segment IDENTITY | people.segment GROUP_BY",
        "select who from sales except select who from people"
            + "| who <- sales.who IDENTITY | people.who FILTER, sales.who FILTER",
        "select id, sum(amount) over (partition by who order by at) as running from sales"
            + "| id <- sales.id IDENTITY; running <- sales.amount AGGREGATION, sales.at WINDOW,"
            + " sales.who WINDOW | nothing",
        "select who, explode(array(id, amount)) as v from sales"
            + "| who <- sales.who IDENTITY; v <- sales.amount TRANSFORMATION,"
            + " sales.id TRANSFORMATION | nothing",
        "select day, who, sum(amount) as s from sales group by rollup(day, who)| day <- sales.day"
            + " IDENTITY; who <- sales.who IDENTITY; s <- sales.amount AGGREGATION| sales.day"
            + " GROUP_BY, sales.who GROUP_BY",
        "with t as (select who as w, amount as a from sales)"
            + " select x.w, y.a from t x join t y on x.w = y.w"
            + "| w <- sales.who IDENTITY; a <- sales.amount IDENTITY | sales.who JOIN",
        "select id from sales order by at limit 2" + "| id <- sales.id IDENTITY | sales.at SORT",
        "select who from sales group by who having sum(amount) > 3"
            + "| who <- sales.who IDENTITY | sales.amount FILTER, sales.who GROUP_BY",
        "select id as made from range(3) | made <- nothing | nothing",
        "select * from values (1, 'a') as t(x, y) | x <- nothing; y <- nothing | nothing",
      })
  void aQuerysColumnsComeFrom(String sql, String columns, String rows) {
    ColumnLineage lineage = lineage(spark.sql(sql));
    assertEquals(columns, columns(lineage));
    assertEquals(rows, inputs(lineage.rows()));
    assertEquals(List.of(), lineage.unknown());
  }

  @Test
  void aFunctionThatNobodyCanLookIntoUsesWhatItIsGiven() {
    UDF2<Long, Long, Long> plus = (a, b) -> a + b;
    Dataset<Row> rows =
        read("sales")
            .select(
                udf(plus, DataTypes.LongType).apply(col("id"), col("who")).as("sum"), col("at"));
    assertEquals(
        "sum <- sales.id TRANSFORMATION, sales.who TRANSFORMATION; at <- sales.at IDENTITY",
        columns(lineage(rows)));
  }

  @Test
  void aFunctionOfWholeRowsUsesEveryColumnItIsGiven() {
    MapFunction<Row, Long> first = row -> row.getLong(0);
    FilterFunction<Long> some = id -> id > 0;
    Dataset<Long> rows = read("sales").select("id", "who").map(first, Encoders.LONG()).filter(some);
    ColumnLineage lineage = lineage(rows);
    assertEquals("value <- sales.id TRANSFORMATION, sales.who TRANSFORMATION", columns(lineage));
    assertEquals("sales.id FILTER, sales.who FILTER", inputs(lineage.rows()));
  }

  @Test
  void aCachedTableHidesNothing() {
    Dataset<Row> sums = read("sales").groupBy("who").sum("amount").toDF("who", "s").cache();
    sums.count();
    ColumnLineage lineage = lineage(sums.where("s > 0").select("s"));
    sums.unpersist(true);
    assertEquals("s <- sales.amount AGGREGATION", columns(lineage));
  }

  @Test
  void aCheckpointIsTracedThroughThePlanThatMadeIt() {
    Path folder = temp.resolve("after-checkpoint");
    List<ColumnLineage> all =
        Listened.to(
                spark,
                () ->
                    read("sales")
                        .groupBy("who")
                        .sum("amount")
                        .toDF("who", "s")
                        .localCheckpoint()
                        .where("s >= 0")
                        .write()
                        .parquet(folder.toString()))
            .lineage();
    assertEquals("who <- sales.who IDENTITY; s <- sales.amount AGGREGATION", columns(all.get(0)));
    assertEquals(List.of(), all.get(0).unknown());
    assertEquals(
        List.of(temp.resolve("sales").toString()),
        all.get(0).sources().stream().map(ColumnLineage.Source::path).toList());
  }

  @Test
  void whatWasMadeBeforeTheClockIsNamed() {
    Dataset<Row> before = read("sales").select("id").localCheckpoint();
    ColumnLineage lineage = lineage(before);
    assertEquals("id <- nothing", columns(lineage));
    assertEquals(1, lineage.unknown().size(), lineage.toString());
  }

  @Test
  void typesAreSparks() {
    ColumnLineage lineage =
        lineage(spark.sql("select day, sum(amount) as s from sales group by 1"));
    assertEquals(
        List.of("day date", "s decimal(18,2)"),
        lineage.columns().stream().map(c -> c.name() + " " + c.type()).toList());
    assertEquals(
        List.of("id bigint", "who bigint", "amount decimal(8,2)", "at timestamp", "day date"),
        lineage.sources().get(0).fields().stream().map(f -> f.name() + " " + f.type()).toList());
  }

  @Test
  void aPartitionsFolderStandsForItsTable() {
    Dataset<Row> day = read("sales/day=2026-11-01");
    assertEquals("id <- sales.id IDENTITY", columns(lineage(day.select("id"))));
  }
}
