//SOURCES Yamls.java
//SOURCES ../spark/LocalSession.java
//SOURCES ../../operate/contract/TableQuality.java
package tests.operate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import operate.contract.CheckResult;
import operate.contract.CheckResult.Breached;
import operate.contract.Contract;
import operate.contract.TableAtHand;
import operate.contract.TableQuality;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import tests.spark.LocalSession;

/** A table of a few rows in memory, to hold against contracts. */
final class Orders {
  static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  /** Six rows: a null in each column but k, k 3 three times, x once negative. */
  static final String SQL =
      """
      select cast(k as bigint) k, cast(x as decimal(8,2)) x, s, cast(d as date) d,
        cast(t as timestamp) t
      from values
        (1, 10.00, 'red',   '2026-10-30', '2026-10-30 08:00:00'),
        (2, -1.50, 'green', '2026-10-31', '2026-11-01 11:30:00'),
        (3,  7.25, '',      '2026-10-31', null),
        (3,  null, 'blue',  null,         '2026-10-30 09:00:00'),
        (3, 10.00, null,    '2026-10-29', '2026-10-30 10:00:00'),
        (4, 12.00, 'it\\'s', '2026-10-31', '2026-10-31 00:00:00')
      as rows(k, x, s, d, t)\
      """;

  static final Map<String, String> TYPES =
      Map.of("k", "integer", "x", "number", "s", "string", "d", "date", "t", "timestamp");

  private Orders() {}

  static Dataset<Row> rows() {
    return LocalSession.open().sql(SQL);
  }

  static TableAtHand at(Dataset<Row> rows) {
    return TableAtHand.of(rows, target -> rows().selectExpr("k + 1"));
  }

  static TableQuality check(Contract contract, Dataset<Row> rows) {
    return TableQuality.of(contract, at(rows), List.of(), NOW);
  }

  /** A contract of the orders with these rules of the table. */
  static Contract contract(String rules) {
    return Yamls.parse(
        Yamls.table(
            rules,
            "{name: k, logicalType: integer, physicalType: bigint}",
            "{name: x, logicalType: number, physicalType: 'decimal(8,2)'}",
            "{name: s, logicalType: string}",
            "{name: d, logicalType: date}",
            "{name: t, logicalType: timestamp}"));
  }

  static List<String> verdicts(TableQuality quality) {
    return quality.results().stream().map(CheckResult::verdict).toList();
  }

  /** Verdict, what was found, and the first example, without the first results. */
  static List<String> words(TableQuality quality, int skipped) {
    return quality.results().stream().skip(skipped).map(Orders::words).toList();
  }

  /** Verdict, what was found, and the first example. */
  static String words(CheckResult result) {
    return (verdict(result) + " " + first(result)).strip();
  }

  static String verdict(CheckResult result) {
    return result.verdict() + " " + result.found().text();
  }

  static String first(CheckResult result) {
    List<String> examples = result instanceof Breached b ? b.examples() : List.of();
    return examples.isEmpty() ? "" : examples.get(0);
  }
}
