//SOURCES ExperimentPlan.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Launcher.java
//SOURCES ../project/Workspace.java
package runs;

import static java.nio.charset.StandardCharsets.UTF_8;
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
 * Keeps experiments, rehearsals and gates of a workspace from running two at the same time: they
 * would share the cores, and each would measure the other. It is the lock of a file
 * beside the plans, {@code ops/experiments/running.lock}, which the system itself frees when the
 * process is killed; the file stays, because whoever waits at its removal would hold a lock that
 * nobody else sees. It names what had it last, and what that goes on with.
 */
public final class ExperimentLock implements AutoCloseable {
  private final FileChannel channel;

  private ExperimentLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock for a plan.
   *
   * @throws LabException when one of them is running already
   */
  static ExperimentLock of(Workspace workspace, ExperimentPlan plan) {
    return of(
        workspace,
        "Experiment %s\nit goes on with: %s"
            .formatted(plan.id(), Launcher.command("experiment --resume " + plan.id())));
  }

  /**
   * Takes the lock for a rehearsal of incidents.
   *
   * @param command that starts it again
   * @throws LabException when one of them is running already
   */
  public static ExperimentLock ofRehearsal(Workspace workspace, String command) {
    return of(
        workspace, "A rehearsal\nit starts again with: %s".formatted(Launcher.command(command)));
  }

  /**
   * Takes the lock for runs of the gate.
   *
   * @param id the gate's
   * @throws LabException when one of them is running already
   */
  public static ExperimentLock ofGate(Workspace workspace, String id) {
    return of(
        workspace, "The gate %s\nit starts again with: %s".formatted(id, Launcher.command("gate")));
  }

  private static ExperimentLock of(Workspace workspace, String holder) {
    Path file = ExperimentPlan.folder(workspace).resolve("running.lock");
    try {
      Files.createDirectories(file.getParent());
      FileChannel channel = FileChannel.open(file, CREATE, WRITE);
      if (!isLocked(channel)) {
        channel.close();
        String[] running = Files.readString(file).strip().split("\n", 2);
        throw LabException.failed(
            ("%s is running already, and two at once would measure each other. Wait for its end, or"
                    + " stop it; %s")
                .formatted(running[0], running[running.length - 1]));
      }
      channel.truncate(0).write(ByteBuffer.wrap(holder.getBytes(UTF_8)));
      return new ExperimentLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
