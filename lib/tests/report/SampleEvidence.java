//SOURCES ../../spark/RunEvidence.java
package tests.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import spark.Distribution;
import spark.JobEvidence;
import spark.PlanFacts;
import spark.PlanFacts.ExchangeFact;
import spark.PlanFacts.JoinFact;
import spark.PlanFacts.ScanFact;
import spark.PlanFacts.ShuffleReadFact;
import spark.PlanFacts.WriteFact;
import spark.RunEvidence;
import spark.StageEvidence;

/** What Spark would say about runs on two cores. */
final class SampleEvidence {
  private static final int CORES = 2;
  private static final long FIRST_MS = 400;
  private static final long LAST_MS = 300;

  private SampleEvidence() {}

  /** A shuffled join with a hot key: many small files, one task far slower than the others. */
  static RunEvidence shuffled() {
    List<Long> join = new ArrayList<>(Collections.nCopies(199, 30L));
    join.add(77, 2400L);
    PlanFacts plan =
        plan(
            List.of(),
            false,
            List.of(new JoinFact("SortMergeJoin", "LeftOuter", 2_000_000)),
            List.of(
                new ExchangeFact("Exchange", "hashpartitioning(id)", 200, 2_000_000, 31_000_000),
                new ExchangeFact("Exchange", "hashpartitioning(id)", 200, 100_000, 1_200_000)),
            List.of(),
            new ScanFact(
                "transactions",
                "Parquet",
                1680,
                41_483_892,
                14,
                14,
                2_000_000,
                List.of("customer_id", "amount", "event_ts"),
                List.of(),
                List.of(),
                "data/raw/transactions"),
            new WriteFact("Parquet", 150, 229_977, 267, 0, List.of()),
            List.of("UDF(amount)"));
    return run(plan, Collections.nCopies(60, 130L), join);
  }

  /** The same with a broadcast: few tasks, all alike. */
  static RunEvidence broadcast() {
    PlanFacts plan =
        plan(
            List.of("SortMergeJoin"),
            true,
            List.of(new JoinFact("BroadcastHashJoin", "LeftOuter", 2_000_000)),
            List.of(
                new ExchangeFact("BroadcastExchange", "", 1, 100_000, 4_000_000),
                new ExchangeFact("Exchange", "hashpartitioning(date)", 14, 800, 88_378)),
            List.of(new ShuffleReadFact(14, 1, false, true, 0, 0)),
            new ScanFact(
                "transactions",
                "Parquet",
                14,
                35_518_831,
                14,
                14,
                2_000_000,
                List.of("customer_id", "amount"),
                List.of(),
                List.of(),
                "data/raw/transactions"),
            new WriteFact("Parquet", 14, 22_243, 267, 14, List.of("event_date")),
            List.of());
    return run(plan, Collections.nCopies(8, 480L), List.of(60L, 55L));
  }

  /** One stage after the other, their tasks of these milliseconds. */
  @SafeVarargs
  static RunEvidence of(List<Long>... stages) {
    return run(null, stages);
  }

  @SafeVarargs
  private static RunEvidence run(PlanFacts plan, List<Long>... stages) {
    List<StageEvidence> evidence = new ArrayList<>();
    long now = FIRST_MS;
    for (int id = 0; id < stages.length; id++) {
      StageEvidence stage = stage(id, now, stages[id]);
      evidence.add(stage);
      now = stage.completedMs();
    }
    List<JobEvidence> jobs = List.of(new JobEvidence(0, FIRST_MS, now));
    return new RunEvidence(now + LAST_MS, jobs, evidence, plan == null ? List.of() : List.of(plan));
  }

  /** Each task starts on the core that is free first. */
  private static StageEvidence stage(int id, long startMs, List<Long> tasks) {
    long[] free = new long[CORES];
    Arrays.fill(free, startMs);
    List<Long> launches = new ArrayList<>();
    List<Long> ends = new ArrayList<>();
    for (long task : tasks) {
      Arrays.sort(free);
      launches.add(free[0]);
      free[0] += task;
      ends.add(free[0]);
    }
    long sum = tasks.stream().mapToLong(Long::longValue).sum();
    return new StageEvidence(
        id,
        0,
        "parquet at OutputLayout.java:20",
        List.of(0),
        id == 0 ? List.of() : List.of(id - 1),
        startMs,
        Arrays.stream(free).max().orElseThrow(),
        tasks.size(),
        0,
        0,
        tasks,
        tasks.stream().map(t -> t * 10_000).toList(),
        launches,
        ends,
        Map.of("executorRunTime", new Distribution(sum, 0, 0, 0, 0, 0)));
  }

  private static PlanFacts plan(
      List<String> initialJoins,
      boolean adaptive,
      List<JoinFact> joins,
      List<ExchangeFact> exchanges,
      List<ShuffleReadFact> reads,
      ScanFact scan,
      WriteFact write,
      List<String> opaque) {
    return new PlanFacts(
        0,
        "parquet at OutputLayout.java:20",
        10,
        20,
        false,
        List.of(0),
        adaptive,
        adaptive ? 3 : 0,
        initialJoins,
        joins,
        exchanges,
        reads,
        List.of(scan),
        List.of(write),
        opaque,
        3,
        0,
        0);
  }
}
