//SOURCES Job.java
package runs;

/** What a job does, from reading its inputs to writing its output. */
@FunctionalInterface
public interface JobBody {
  /** Runs once; anything thrown makes the run FAILED. */
  void run(Job job) throws Exception;
}
