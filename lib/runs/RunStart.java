//SOURCES Run.java
package runs;

import java.util.OptionalInt;

/** What is known of a run before its session is open. */
record RunStart(
    String runId,
    String jobName,
    String variant,
    String experiment,
    OptionalInt pair,
    String settings,
    double rateEurPerHour) {}
