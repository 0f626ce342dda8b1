//SOURCES ClassDataArchive.java
//SOURCES JobProcess.java
//SOURCES JvmCommand.java
package runs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Another command of the lab, in a JVM and a folder of its own, as if a reader had typed it there.
 * It finds its script on the class path of this one, so nothing is built.
 */
public final class ScriptProcess {
  /** As the scripts ask for by themselves. */
  private static final String HEAP = "-Xmx2g";

  private ScriptProcess() {}

  /**
   * Runs a script to its end. Told to end itself, this process ends that one first.
   *
   * @param script its class
   * @param arguments its command line
   * @param folder where it is typed
   * @param out file for its results
   * @param err file for its messages
   * @param onStart told of the process as soon as it runs
   * @return its exit code
   */
  public static int run(
      Class<?> script,
      List<String> arguments,
      Path folder,
      Path out,
      Path err,
      Consumer<ProcessHandle> onStart) {
    JvmCommand jvm = ClassDataArchive.speedUp(JvmCommand.here());
    List<String> flags = new ArrayList<>(JvmCommand.SHORT_LIVED);
    flags.add(HEAP);
    ProcessBuilder command =
        new ProcessBuilder(jvm.command(flags, script.getName(), arguments));
    return run(command, folder, out, err, onStart);
  }

  /** Runs a program that is none of the lab's, the same way. */
  public static int run(
      ProcessBuilder program, Path folder, Path out, Path err, Consumer<ProcessHandle> onStart) {
    program.directory(folder.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
    // What swallows everything is empty, too: nobody talks to it.
    program.redirectInput(ProcessBuilder.Redirect.DISCARD.file());
    return JobProcess.waitFor(program, onStart);
  }
}
