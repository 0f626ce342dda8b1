//SOURCES Answer.java
//SOURCES Said.java
//SOURCES Site.java
package rehearse;

import java.io.IOException;

/**
 * One thing that goes wrong in operation, as a rehearsal makes it happen: for real, in data and
 * processes of its own.
 */
public interface Fault {
  /** Its name on the command line and in {@code ops/incidents.csv}, {@code column_renamed}. */
  String kind();

  /** The entry of the runbook that should explain it, {@code schema_drift}. */
  String entry();

  /** What is done, for the list of kinds: one clause. */
  String what();

  /**
   * Makes it happen to a healthy site.
   *
   * @return what exactly was done, one clause
   */
  String inject(Site site) throws IOException;

  /** Runs the job as its schedule would; the default is the tuned job as it stands. */
  default Said show(Site site) throws IOException {
    return site.lab("optimized");
  }

  /** Whether the run that shows it must end without success; otherwise it only gets worse. */
  default boolean failsTheRun() {
    return true;
  }

  /** What to compare with afterwards. */
  default Answer answer() {
    return Answer.AS_BEFORE;
  }

  /** What has to be measured before, so that the difference can be seen; by default nothing. */
  default void before(Site site) throws IOException {}

  /**
   * What Spark's evidence says about the fault and its repair; empty where the error says it all.
   */
  default String evidence(Site site) {
    return "";
  }

  /** Takes away what the fix leaves as it is, so that the next rehearsal starts healthy. */
  default void undo(Site site) throws IOException {}
}
