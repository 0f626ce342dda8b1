//SOURCES ExperimentPlan.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Launcher.java
//SOURCES ../project/Workspace.java
package runs;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import project.LabException;
import project.Launcher;
import project.Workspace;

/**
 * Keeps a second process from running the same experiment: both would run the same rounds, at the
 * same time on the same cores. It is the lock of a file beside the plan, {@code
 * ops/experiments/<id>.lock}, which the system itself frees when the process is killed; the file
 * stays, because whoever waits at its removal would hold a lock that nobody else sees.
 */
final class ExperimentLock implements AutoCloseable {
  private final FileChannel channel;

  private ExperimentLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock of a plan.
   *
   * @throws LabException when the experiment is running already
   */
  static ExperimentLock of(Workspace workspace, ExperimentPlan plan) {
    Path file = ExperimentPlan.folder(workspace).resolve(plan.id() + ".lock");
    try {
      Files.createDirectories(file.getParent());
      FileChannel channel = FileChannel.open(file, CREATE, WRITE);
      if (!isLocked(channel)) {
        channel.close();
        throw LabException.failed(
            "Experiment %s is running already. Wait for its end, or stop it and go on with it: %s"
                .formatted(plan.id(), Launcher.command("experiment --resume")));
      }
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
