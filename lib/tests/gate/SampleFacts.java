//SOURCES ../../gate/Facts.java
package tests.gate;

import gate.Facts;
import gate.Facts.Scan;
import java.util.List;

/** What Spark does for a tuned job, and changes of it, one fact at a time. */
final class SampleFacts {
  static final Scan CUSTOMERS =
      new Scan(
          "customers",
          1,
          0,
          List.of("customer_id", "segment"),
          List.of(),
          List.of("IsNotNull(customer_id)"));
  static final Scan TRANSACTIONS =
      new Scan(
          "transactions",
          1680,
          14,
          List.of("amount", "customer_id"),
          List.of("isnotnull(day)"),
          List.of());

  static final Facts TUNED =
      new Facts(
          true,
          List.of("BroadcastHashJoin LeftOuter"),
          List.of("hashpartitioning(event_date)", "hashpartitioning(event_date, segment, bucket)"),
          List.of(CUSTOMERS, TRANSACTIONS),
          List.of(),
          5,
          20,
          14,
          35_000_000,
          120_000,
          0);

  private SampleFacts() {}

  static Facts adaptive(boolean adaptive) {
    return new Facts(
        adaptive,
        TUNED.joins(),
        TUNED.shuffles(),
        TUNED.scans(),
        TUNED.opaque(),
        TUNED.stages(),
        TUNED.tasks(),
        TUNED.filesWritten(),
        TUNED.inputBytes(),
        TUNED.shuffleBytes(),
        TUNED.spilledBytes());
  }

  static Facts plan(List<String> joins, List<String> shuffles, List<String> opaque) {
    return new Facts(
        true,
        joins,
        shuffles,
        TUNED.scans(),
        opaque,
        TUNED.stages(),
        TUNED.tasks(),
        TUNED.filesWritten(),
        TUNED.inputBytes(),
        TUNED.shuffleBytes(),
        TUNED.spilledBytes());
  }

  static Facts scans(Scan... scans) {
    return new Facts(
        true,
        TUNED.joins(),
        TUNED.shuffles(),
        List.of(scans),
        TUNED.opaque(),
        TUNED.stages(),
        TUNED.tasks(),
        TUNED.filesWritten(),
        TUNED.inputBytes(),
        TUNED.shuffleBytes(),
        TUNED.spilledBytes());
  }

  static Facts sizes(
      long stages, long tasks, long files, long inputBytes, long shuffleBytes, long spilledBytes) {
    return new Facts(
        true,
        TUNED.joins(),
        TUNED.shuffles(),
        TUNED.scans(),
        TUNED.opaque(),
        stages,
        tasks,
        files,
        inputBytes,
        shuffleBytes,
        spilledBytes);
  }
}
