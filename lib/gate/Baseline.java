//SOURCES DataTraits.java
//SOURCES Facts.java
//SOURCES Machine.java
package gate;

import java.util.List;

/**
 * What a change of a job is held against, in {@code ops/gate/<model>.json}. It is small, is kept in
 * version control beside the job, and is replaced by whoever changes the job on purpose.
 *
 * @param format of this file, {@link BaselineFile#FORMAT}
 * @param model of the job
 * @param variant of the job
 * @param settings of the job, {@code join=broadcast}
 * @param savedAt UTC
 * @param cores task slots that the runs of the gate get, wherever it runs: what Spark does depends
 *     on them
 * @param memory heap that they get, {@code 2g}
 * @param data they read
 * @param answer they gave
 * @param contract the checks of severity error that the answer passed, by name, sorted
 * @param evidence of what Spark did
 * @param machine that they ran on
 * @param timesSec how long each took, in the order they ran
 */
public record Baseline(
    int format,
    String model,
    String variant,
    String settings,
    String savedAt,
    int cores,
    String memory,
    DataTraits data,
    Answer answer,
    List<String> contract,
    Facts evidence,
    Machine machine,
    List<Double> timesSec) {

  /**
   * The answer of a job.
   *
   * @param fingerprint of schema and rows, whatever their order and files
   */
  public record Answer(String fingerprint, long rows) {}
}
