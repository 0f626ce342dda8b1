//SOURCES LocalSession.java
//SOURCES ../../spark/EvidenceListener.java
package tests.spark;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import spark.EvidenceListener;
import spark.PlanFacts;
import spark.RunEvidence;

/** Small pieces of work and what Spark says about them. */
public final class Listened {
  private Listened() {}

  /** The evidence about {@code work}. */
  public static RunEvidence to(SparkSession spark, Runnable work) {
    EvidenceListener listener = EvidenceListener.listenTo(spark);
    work.run();
    return listener.end();
  }

  /** The facts of the one plan that collects {@code rows}. */
  public static PlanFacts plan(Dataset<?> rows) {
    RunEvidence evidence = to(rows.sparkSession(), rows::collectAsList);
    if (evidence.plans().size() != 1) {
      throw new AssertionError("wanted one plan: " + evidence.plans());
    }
    return evidence.plans().get(0);
  }
}
