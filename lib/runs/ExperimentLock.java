//SOURCES ExperimentPlan.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Launcher.java
//SOURCES ../project/Workspace.java
package runs;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import project.LabException;
import project.Launcher;
import project.Workspace;

/**
 * Keeps two experiments of a workspace, or one and the gate, from running at the same time: they would
 * share the cores, and each would measure the other. It is the lock of a file beside the plans, {@code
 * ops/experiments/running.lock}, which the system itself frees when the process is killed; the file
 * stays, because whoever waits at its removal would hold a lock that nobody else sees. It names the
 * experiment that had it last.
 */
public final class ExperimentLock implements AutoCloseable {
  private final FileChannel channel;

  private ExperimentLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock for a plan.
   *
   * @throws LabException when an experiment is running already
   */
  static ExperimentLock of(Workspace workspace, ExperimentPlan plan) {
    return of(workspace, plan.id());
  }

  /**
   * Takes the lock for runs of the gate.
   *
   * @param id the gate's
   * @throws LabException when an experiment or a gate is running already
   */
  public static ExperimentLock ofGate(Workspace workspace, String id) {
    return of(workspace, id);
  }

  private static ExperimentLock of(Workspace workspace, String id) {
    Path file = ExperimentPlan.folder(workspace).resolve("running.lock");
    try {
      Files.createDirectories(file.getParent());
      FileChannel channel = FileChannel.open(file, CREATE, WRITE);
      if (!isLocked(channel)) {
        channel.close();
        String running = Files.readString(file).strip();
        throw busy(running);
      }
      channel.truncate(0).write(ByteBuffer.wrap(id.getBytes(US_ASCII)));
      return new ExperimentLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LabException busy(String running) {
    return LabException.failed(
        ExperimentPlan.isGate(running)
            ? ("The gate %s is running already, and two at once would measure each other. Wait for"
                    + " its end, or stop it")
                .formatted(running)
            : ("Experiment %s is running already, and two at once would measure each other. Wait"
                    + " for its end, or stop it; it goes on with: %s")
                .formatted(running, Launcher.command("experiment --resume " + running)));
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException byThisProcess) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
