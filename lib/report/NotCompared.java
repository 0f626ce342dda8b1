//SOURCES ../runs/Run.java
package report;

import runs.Run;

/**
 * A run that no number of the report counts.
 *
 * @param run the run
 * @param reason what differs, in words: {@code cores 1 instead of 2}
 */
public record NotCompared(Run run, String reason) {}
