//SOURCES ClassDataArchive.java
//SOURCES JvmCommand.java
//SOURCES JobOptions.java
//SOURCES RunIds.java
//SOURCES AbortedRuns.java
//SOURCES ../project/Interruption.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Workspace.java
package runs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import project.Interruption;
import project.LabException;
import project.Workspace;

/**
 * The JVM a job runs in. A process of its own makes the heap an option, starts every run equally
 * cold, and leaves somebody to write the log when the run is killed.
 */
public final class JobProcess {
  private static final String RUN_ID = "lab.run.id";
  private static final long GRACE_SEC = 10;

  /** How long after a process ended a Ctrl-C that ended it may still be on its way to this one. */
  private static final long NOTICE_MS = 500;

  private JobProcess() {}

  /** Makes the class-data archive now, so that no run waits for it. */
  static void prepare() {
    ClassDataArchive.speedUp(JvmCommand.here());
  }

  /** Whether this JVM is one that a job was started in. */
  static boolean isInside() {
    return System.getProperty(RUN_ID) != null;
  }

  /** The id of the run in this JVM. */
  static String runId() {
    return System.getProperty(RUN_ID);
  }

  /** Starts the running command again, in a JVM for its job. */
  static int again(JobOptions options, Workspace workspace) {
    List<String> arguments = options.command.commandLine().getParseResult().originalArgs();
    return run(
        options.command.userObject().getClass().getName(),
        arguments,
        options.memory.size(),
        workspace,
        true);
  }

  /**
   * Runs a job script in a fresh JVM and waits for its end.
   *
   * @param script name of the script's class
   * @param arguments its command line
   * @param memory heap, {@code 2g}
   * @param talk whether its results go to this process's stdout; its errors always go to stderr
   * @return its exit code
   */
  public static int run(
      String script, List<String> arguments, String memory, Workspace workspace, boolean talk) {
    return run(script, arguments, memory, workspace, talk, JvmCommand.SHORT_LIVED);
  }

  /**
   * Runs a script that makes many runs in one JVM and waits for its end.
   *
   * @return its exit code
   */
  static int runWarm(String script, List<String> arguments, String memory, Workspace workspace) {
    return run(script, arguments, memory, workspace, false, JvmCommand.LONG_LIVED);
  }

  private static int run(
      String script,
      List<String> arguments,
      String memory,
      Workspace workspace,
      boolean talk,
      List<String> jvmFlags) {
    JvmCommand jvm = ClassDataArchive.speedUp(JvmCommand.here());
    List<String> flags = new ArrayList<>(List.of("-Xmx" + memory));
    flags.addAll(jvmFlags);
    flags.add("-D%s=%s".formatted(RUN_ID, RunIds.next()));
    ProcessBuilder builder = new ProcessBuilder(jvm.command(flags, script, arguments)).inheritIO();
    if (!talk) {
      builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    }
    int exit = of(builder);
    AbortedRuns.log(workspace).forEach(System.err::println);
    return exit;
  }

  /**
   * Runs a process of any kind to its end, as a job's: an interruption reaches it, too, and then
   * this does not return.
   *
   * @return its exit code
   */
  public static int of(ProcessBuilder builder) {
    int exit = waitFor(builder);
    if (exit != 0) {
      leaveToInterruption();
    }
    return exit;
  }

  /** Runs a process to its end; when this process is told to end, that one is told first. */
  static int waitFor(ProcessBuilder builder) {
    return waitFor(builder, started -> {});
  }

  /** The same, with {@code onStart} told of the process as soon as it runs. */
  static int waitFor(ProcessBuilder builder, Consumer<ProcessHandle> onStart) {
    try {
      Process process = builder.start();
      Thread stop = new Thread(() -> stop(process));
      try {
        Runtime.getRuntime().addShutdownHook(stop);
      } catch (IllegalStateException ending) {
        stop(process);
        throw LabException.failed("interrupted", ending);
      }
      onStart.accept(process.toHandle());
      int exit = process.waitFor();
      removeHook(stop);
      return exit;
    } catch (IOException e) {
      throw LabException.failed(
          "Cannot start %s: %s".formatted(builder.command().get(0), e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw LabException.failed("interrupted", e);
    }
  }

  /**
   * For a process that ended with an error. Ctrl-C reaches that one and this one, and either may be
   * the first to notice; when it was that, this does not return: what there is to log and to say is
   * the business of those who handle the interruption.
   */
  static void leaveToInterruption() {
    try {
      long limit = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(NOTICE_MS);
      while (System.nanoTime() < limit) {
        Thread.sleep(Interruption.isUnderWay() ? Long.MAX_VALUE : 10);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw LabException.failed("interrupted", e);
    }
  }

  /** Ctrl-C reaches both processes; the prompt should return when the job has ended its affairs. */
  private static void stop(Process process) {
    // A shell that is told to end leaves what it started running.
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(GRACE_SEC, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyShuttingDown) {
      // The hook is running: it waits for the same process.
    }
  }

  /** When the process that started this one is killed, nobody wants this run any more. */
  static void endWithParent() {
    ProcessHandle.current()
        .parent()
        .ifPresent(parent -> parent.onExit().thenRun(() -> Runtime.getRuntime().halt(137)));
  }
}
