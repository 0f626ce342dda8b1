//SOURCES ../runs/Run.java
//SOURCES ../spark/EvidenceFiles.java
//SOURCES Sample.java
//SOURCES ../compare/RecordedRun.java
//SOURCES ../spark/RunEvidence.java
package report;

import compare.RecordedRun;
import java.util.Optional;
import runs.Run;
import spark.EvidenceFiles;
import spark.RunEvidence;

/**
 * What Spark said about the run that stands for its side: the one in the middle.
 *
 * @param run the run
 * @param spark what was recorded of it; empty when there is no file that can be read
 * @param recording the same as a replay needs it; empty when it cannot be replayed
 * @param problem why something is missing, a sentence without a full stop; empty when nothing is
 */
record Evidence(
    Run run, Optional<RunEvidence> spark, Optional<RecordedRun> recording, String problem) {

  /**
   * The evidence about the median run of {@code sample}, which is not empty.
   *
   * @param shown the folder of {@code files} as the reader would type it
   */
  static Evidence of(Sample sample, EvidenceFiles files, String shown) {
    Run run = sample.medianRun();
    EvidenceFiles.Found found = files.read(run.runId());
    if (found.evidence().isEmpty()) {
      return new Evidence(
          run,
          Optional.empty(),
          Optional.empty(),
          "No evidence of run %s (%s): %s"
              .formatted(
                  run.runId(),
                  sample.name(),
                  found.problem().replace(files.folder().toString(), shown)));
    }
    RunEvidence evidence = found.evidence().get();
    try {
      Optional<RecordedRun> recording = evidence.recorded(run.environment().cores());
      String problem =
          recording.isPresent() ? "" : "a stage was tried twice, or nothing of it was recorded";
      return new Evidence(run, found.evidence(), recording, notReplayed(sample, run, problem));
    } catch (IllegalArgumentException e) {
      String problem = notReplayed(sample, run, e.getMessage());
      return new Evidence(run, found.evidence(), Optional.empty(), problem);
    }
  }

  private static String notReplayed(Sample sample, Run run, String why) {
    return why.isEmpty()
        ? ""
        : "Run %s (%s) cannot be replayed: %s".formatted(run.runId(), sample.name(), why);
  }
}
