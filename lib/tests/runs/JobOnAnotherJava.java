//SOURCES ../../project/Workspace.java
//SOURCES ../../runs/JobProcess.java
package tests.runs;

import java.nio.file.Path;
import java.util.List;
import project.Workspace;
import runs.JobProcess;

/** Starts a job in a JVM of the Java whose home is the first argument. */
final class JobOnAnotherJava {
  private JobOnAnotherJava() {}

  public static void main(String[] args) {
    System.setProperty("java.home", args[0]);
    System.exit(JobProcess.run("job", List.of(), "1g", Workspace.at(Path.of("")), true));
  }
}
