package tests.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import project.Cli;
import project.Interruption;
import project.Publication;

/**
 * A command that writes many files into folders of its own making, as Spark's tasks do, until it is
 * stopped.
 */
@Command(name = "writers")
public final class Writers implements Callable<Integer> {
  private static final int THREADS = 3;

  @Parameters(index = "0")
  Path target;

  /** Given: what it does when it is interrupted is to publish. */
  @Parameters(index = "1", arity = "0..1")
  String publish;

  /** Runs it in a process of its own. */
  public static void main(String... args) {
    System.exit(Cli.run(new Writers(), args));
  }

  /** Files below a folder that changes. */
  static long files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).count();
    } catch (IOException | UncheckedIOException changing) {
      return 0;
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    try (Publication publication = Publication.of(target)) {
      for (int t = 0; t < THREADS; t++) {
        Path folder = publication.staging().resolve("task" + t);
        Thread task = new Thread(() -> write(folder));
        task.setDaemon(true);
        task.start();
      }
      CountDownLatch interrupted = new CountDownLatch(1);
      try (Interruption last = Interruption.handledBy(() -> countDown(interrupted))) {
        interrupted.await();
      }
      if (publish != null) {
        publication.publish();
      }
    }
    return 0;
  }

  private static String countDown(CountDownLatch latch) {
    latch.countDown();
    return "";
  }

  private static void write(Path folder) {
    for (int i = 0; ; i++) {
      try {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("part" + i), "x");
      } catch (IOException | UncheckedIOException stopped) {
        return;
      }
    }
  }
}
