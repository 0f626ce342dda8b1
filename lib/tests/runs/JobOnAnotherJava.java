//SOURCES ../../project/Workspace.java
//SOURCES ../../runs/JobProcess.java
package tests.runs;

import java.nio.file.Path;
import java.util.List;
import project.Workspace;
import runs.JobProcess;

/**
 * Starts a job in a JVM of the Java whose home is the first argument, with the class path that is
 * the second, if there is one.
 */
final class JobOnAnotherJava {
  private JobOnAnotherJava() {}

  public static void main(String[] args) {
    System.setProperty("java.home", args[0]);
    if (args.length > 1) {
      System.setProperty("java.class.path", args[1]);
    }
    System.exit(JobProcess.run("job", List.of(), "1g", Workspace.at(Path.of("")), true));
  }
}
