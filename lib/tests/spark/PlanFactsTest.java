//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Listened.java
//SOURCES ../../sales/FolderSize.java
package tests.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sales.FolderSize;
import spark.PlanFacts;
import spark.RunEvidence;

/** What small queries of known shape really run, without adaptive execution. */
@Tag("spark")
class PlanFactsTest {
  /** 1000 rows in five folders of two files each. */
  @TempDir static Path temp;

  static SparkSession spark;

  @BeforeAll
  static void writeSales() {
    spark = LocalSession.naive(4);
    spark
        .range(0, 1000, 1, 2)
        .selectExpr("id", "id % 10 as key", "cast(id as decimal(8,2)) as amount", "id % 5 as day")
        .write()
        .partitionBy("day")
        .parquet(temp.resolve("sales").toString());
  }

  static Dataset<Row> sales() {
    return read("sales");
  }

  static Dataset<Row> read(String folder) {
    return spark.read().parquet(temp.resolve(folder).toString());
  }

  static Dataset<Row> names() {
    return spark.range(0, 10, 1, 1).selectExpr("id as key", "concat('n', id) as name");
  }

  @Test
  void aShuffledJoinSendsBothSides() {
    PlanFacts plan = Listened.plan(sales().join(names().where("key > 6"), "key"));
    assertEquals(List.of(new PlanFacts.JoinFact("SortMergeJoin", "Inner", 300)), plan.joins());
    assertEquals(2, plan.exchanges().size());
    for (PlanFacts.ExchangeFact exchange : plan.exchanges()) {
      assertEquals("Exchange", exchange.operator());
      assertEquals("hashpartitioning(key)", exchange.partitioning());
      assertEquals(4, exchange.partitions());
      assertTrue(exchange.bytes() > 0, exchange.toString());
    }
    assertEquals(
        List.of(300L, 3L), plan.exchanges().stream().map(PlanFacts.ExchangeFact::rows).toList());
    assertFalse(plan.adaptive());
    assertEquals(0, plan.planUpdates());
    assertEquals(List.of(), plan.initialJoins());
    assertEquals(List.of(), plan.shuffleReads());
  }

  @Test
  void aBroadcastJoinSendsTheSmallSideOnly() {
    PlanFacts plan =
        Listened.plan(
            sales().join(broadcast(names()), List.of("key").toArray(new String[0]), "left"));
    assertEquals(
        List.of(new PlanFacts.JoinFact("BroadcastHashJoin", "LeftOuter", 1000)), plan.joins());
    assertEquals(1, plan.exchanges().size());
    PlanFacts.ExchangeFact exchange = plan.exchanges().get(0);
    assertEquals("BroadcastExchange", exchange.operator());
    assertEquals(10, exchange.rows());
    assertTrue(exchange.bytes() > 0);
  }

  @Test
  void aJoinWithoutKeysIsANestedLoop() {
    PlanFacts plan =
        Listened.plan(sales().join(broadcast(names()), col("amount").gt(col("name")), "left"));
    assertEquals(List.of("BroadcastNestedLoopJoin"), plan.joinOperators());
  }

  @Test
  void whatIsReusedIsNotCountedTwice() {
    Dataset<Row> counts = sales().groupBy("key").count();
    PlanFacts plan = Listened.plan(counts.join(counts.withColumnRenamed("count", "again"), "key"));
    assertEquals(
        List.of("Exchange", "ReusedExchange"),
        plan.exchanges().stream().map(PlanFacts.ExchangeFact::operator).toList());
    assertEquals(1, plan.scans().size());
  }

  @Test
  void aFilterIsPushedAndAnOpaqueOneIsNot() {
    PlanFacts.ScanFact pushed =
        Listened.plan(sales().where(col("amount").gt(900)).select("id")).scans().get(0);
    assertEquals(
        List.of("IsNotNull(amount)", "GreaterThan(amount,900.00)"), pushed.pushedFilters());
    assertEquals(List.of("id", "amount"), pushed.columns());

    UDF1<BigDecimal, Boolean> large = amount -> amount.intValue() > 900;
    PlanFacts plan =
        Listened.plan(
            sales().where(udf(large, DataTypes.BooleanType).apply(col("amount"))).select("id"));
    assertEquals(List.of(), plan.scans().get(0).pushedFilters());
    assertEquals(List.of("id", "amount"), plan.scans().get(0).columns());
    assertEquals(List.of("UDF(amount)"), plan.opaque());
    assertEquals(1000, plan.scans().get(0).rows());
  }

  @Test
  void aTypedLambdaIsOpaque() {
    MapFunction<Long, Long> next = id -> id + 1;
    PlanFacts plan =
        Listened.plan(sales().select("id").as(Encoders.LONG()).map(next, Encoders.LONG()));
    assertEquals(
        List.of("SerializeFromObject", "MapElements", "DeserializeToObject"), plan.opaque());
  }

  @Test
  void aPartitionFilterReadsItsFolderOnly() {
    PlanFacts.ScanFact all = Listened.plan(sales()).scans().get(0);
    assertEquals("sales", all.table());
    assertEquals("Parquet", all.format());
    assertEquals(10, all.filesRead());
    assertEquals(5, all.partitionsRead());
    assertEquals(5, all.partitions());
    assertEquals(1000, all.rows());
    assertEquals(FolderSize.of(temp.resolve("sales")).bytes(), all.bytes());
    assertEquals(List.of(), all.partitionFilters());

    PlanFacts.ScanFact day = Listened.plan(sales().where("day = 3")).scans().get(0);
    assertEquals(2, day.filesRead());
    assertEquals(1, day.partitionsRead());
    assertEquals(5, day.partitions());
    assertEquals(200, day.rows());
    assertEquals(FolderSize.of(temp.resolve("sales/day=3")).bytes(), day.bytes());
    assertEquals(List.of("(day IS NOT NULL)", "(day = 3)"), day.partitionFilters());
    assertEquals(List.of("id", "key", "amount"), day.columns());
  }

  @Test
  void theQueryThatFillsTheCacheHasTheScan() {
    Dataset<Row> counts = sales().groupBy("key").count().cache();
    RunEvidence evidence =
        Listened.to(
            spark,
            () -> {
              counts.collectAsList();
              counts.where("key > 3").collectAsList();
            });
    counts.unpersist(true);
    assertEquals(List.of(1, 1), evidence.plans().stream().map(PlanFacts::cacheScans).toList());
    assertEquals(
        List.of(1, 0), evidence.plans().stream().map(plan -> plan.scans().size()).toList());
    assertEquals(10, evidence.plans().get(0).scans().get(0).filesRead());
  }

  @Test
  void aCheckpointIsReadAsAnRdd() {
    Dataset<Row> counts = sales().groupBy("key").count().localCheckpoint();
    PlanFacts plan = Listened.plan(counts.where("key > 3"));
    assertEquals(1, plan.rddScans());
    assertEquals(List.of(), plan.scans());
    assertEquals(List.of(), plan.exchanges());
  }

  @Test
  void theSecondRunOfADatasetHasItsOwnNumbers() {
    Dataset<Row> counts = sales().groupBy("key").count();
    RunEvidence evidence =
        Listened.to(
            spark,
            () -> {
              counts.collectAsList();
              counts.collectAsList();
            });
    // The second run finds the shuffle already written.
    assertEquals(
        List.of(10L, 0L),
        evidence.all(PlanFacts::scans).stream().map(PlanFacts.ScanFact::filesRead).toList());
  }

  @Test
  void aWriteByDateKnowsItsFilesAndFolders() {
    Path folder = temp.resolve("by-day");
    RunEvidence evidence =
        Listened.to(
            spark,
            () ->
                sales()
                    .repartition(col("day"))
                    .write()
                    .partitionBy("day")
                    .parquet(folder.toString()));
    FolderSize size = FolderSize.of(folder);
    assertEquals(5, size.files());
    assertEquals(
        List.of(new PlanFacts.WriteFact("Parquet", 5, size.bytes(), 1000, 5, List.of("day"))),
        evidence.all(PlanFacts::writes));
    assertEquals(1, evidence.all(PlanFacts::scans).size());
  }

  @Test
  void aWriteByStatementIsOneWrite() {
    sales().createOrReplaceTempView("sales");
    String insert =
        "insert overwrite directory '%s' using parquet select id from sales"
            .formatted(temp.resolve("inserted"));
    RunEvidence evidence = Listened.to(spark, () -> spark.sql(insert).collectAsList());
    FolderSize size = FolderSize.of(temp.resolve("inserted"));
    assertEquals(
        List.of(new PlanFacts.WriteFact("Parquet", 2, size.bytes(), 1000, 0, List.of())),
        evidence.all(PlanFacts::writes));
    assertEquals(1, evidence.all(PlanFacts::scans).size());
  }

  @Test
  void aSubqueryIsPartOfThePlan() {
    sales().createOrReplaceTempView("sales");
    PlanFacts plan =
        Listened.plan(spark.sql("select id from sales where id > (select avg(id) from sales)"));
    assertEquals(
        List.of(10L, 10L), plan.scans().stream().map(PlanFacts.ScanFact::filesRead).toList());
    assertEquals(
        List.of("SinglePartition"),
        plan.exchanges().stream().map(PlanFacts.ExchangeFact::partitioning).toList());
  }

  @Test
  void generatedCodeIsCounted() {
    assertEquals(1, Listened.plan(sales().where("amount > 3")).codegenStages());
    assertEquals(2, Listened.plan(sales().groupBy("key").count()).codegenStages());
    SparkSession interpreted = spark.newSession();
    interpreted.conf().set("spark.sql.codegen.wholeStage", "false");
    assertEquals(0, Listened.plan(interpreted.range(9).where("id > 3")).codegenStages());
  }

  @Test
  void aQueryThatFailsIsThereAsFarAsItCame() {
    UDF1<Long, Long> broken =
        id -> {
          throw new IllegalStateException("broken");
        };
    Dataset<Row> failing = sales().select(udf(broken, DataTypes.LongType).apply(col("id")));
    spark.sparkContext().setLogLevel("OFF");
    RunEvidence evidence =
        Listened.to(spark, () -> assertThrows(SparkException.class, failing::collectAsList));
    spark.sparkContext().setLogLevel("ERROR");
    assertEquals(List.of(true), evidence.plans().stream().map(PlanFacts::failed).toList());
    assertEquals(10, evidence.all(PlanFacts::scans).get(0).filesRead());
    assertFalse(Listened.plan(sales()).failed());
  }
}
