//SOURCES Fault.java
//SOURCES ../project/Quantity.java
//SOURCES ../runs/Run.java
//SOURCES ../spark/RunEvidence.java
package rehearse;

import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.ToLongFunction;
import project.Quantity;
import runs.Run;
import spark.Distribution;
import spark.TaskMetric;

/**
 * A customer has twice the share of the transactions. No run fails: the naive job's largest task
 * just has twice as much to do, so this one is known by its evidence.
 */
final class DoubledHotKey implements Fault {
  private Optional<Distribution> usual = Optional.empty();

  @Override
  public String kind() {
    return "hot_key_doubled";
  }

  @Override
  public String entry() {
    return "hot_key_doubled";
  }

  @Override
  public String what() {
    return "customer_id 0 has 40 % of as many transactions instead of 20 %";
  }

  @Override
  public boolean failsTheRun() {
    return false;
  }

  @Override
  public Answer answer() {
    return Answer.OF_THE_NAIVE_JOB;
  }

  @Override
  public void before(Site site) throws IOException {
    site.mustSucceed(show(site));
    usual = join(site, "baseline");
  }

  @Override
  public String inject(Site site) throws IOException {
    site.generate("--hot-share", "0.4", "--overwrite");
    return what();
  }

  @Override
  public Said show(Site site) throws IOException {
    return site.lab("baseline");
  }

  @Override
  public String evidence(Site site) {
    Optional<Distribution> faulty = join(site, "baseline");
    return "largest task of the naive job's join: %s records before, %s with the fault (median %s);"
            .formatted(
                records(usual, Distribution::max),
                records(faulty, Distribution::max),
                records(faulty, Distribution::median))
        + " after the fix the largest task of any shuffle reads %s"
            .formatted(records(join(site, "optimized"), Distribution::max));
  }

  private static String records(
      Optional<Distribution> stage, ToLongFunction<Distribution> count) {
    return stage.map(d -> Quantity.count(count.applyAsLong(d))).orElse("?");
  }

  /** The stage that reads most records of a shuffle, in the newest run of a variant. */
  private static Optional<Distribution> join(Site site, String variant) {
    return site.runs().stream()
        .filter(run -> run.variant().equals(variant))
        .reduce((older, newer) -> newer)
        .map(Run::runId)
        .flatMap(site::evidence)
        .flatMap(
            evidence ->
                evidence.stages().stream()
                    .map(stage -> stage.of(TaskMetric.SHUFFLE_READ_RECORDS))
                    .max(Comparator.comparing(Distribution::sum)));
  }
}
