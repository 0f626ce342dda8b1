package rehearse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Kills the JVM of a job while it writes its output.
 *
 * @param command that started the job
 * @param versions the folder of the output's versions, where a new one is written
 */
record JobKiller(ProcessHandle command, Path versions) {
  /** How long a job that has begun may take to its first file before it is killed without one. */
  private static final long PATIENCE_NS = 1_000_000_000;

  private static final long LOOK_EVERY_MS = 5;

  /** Watches until the moment has come, or the command has ended. */
  static void watch(ProcessHandle command, Path output) {
    Path versions = output.resolveSibling("." + output.getFileName());
    Thread killer = new Thread(new JobKiller(command, versions)::killWhenWriting, "killer");
    killer.setDaemon(true);
    killer.start();
  }

  private void killWhenWriting() {
    try {
      while (command.isAlive() && !someFile("staging-.*")) {
        Thread.sleep(LOOK_EVERY_MS);
      }
      long begun = System.nanoTime();
      while (command.isAlive()
          && System.nanoTime() - begun < PATIENCE_NS
          && !someFile("part-.*")) {
        Thread.sleep(LOOK_EVERY_MS);
      }
      command.descendants().forEach(ProcessHandle::destroyForcibly);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Of those that are being written. */
  private boolean someFile(String name) {
    try (Stream<Path> files = Files.walk(versions)) {
      return files
          .filter(f -> versions.relativize(f).toString().startsWith("staging-"))
          .anyMatch(f -> f.getFileName().toString().matches(name));
    } catch (IOException | UncheckedIOException changing) {
      return false;
    }
  }
}
