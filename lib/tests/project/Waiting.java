package tests.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import project.Cli;
import project.Interruption;
import project.LabException;

/** A command that waits until it is interrupted. */
@Command(name = "waiting")
public final class Waiting implements Callable<Integer> {
  @Option(names = "--what")
  String what;

  /** A file that is made when it is interrupted. */
  @Option(names = "--tidied")
  Path tidied;

  /** Fails as soon as it is interrupted. */
  @Option(names = "--fail")
  boolean fail;

  /** Names the next command itself. */
  @Option(names = "--next")
  String next = "";

  /** Does not wait. */
  @Option(names = "--ends")
  boolean ends;

  /** Runs it in a process of its own. */
  public static void main(String... args) {
    System.exit(Cli.run(new Waiting(), args));
  }

  @Override
  public Integer call() throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(1);
    try (Interruption over = Interruption.handledBy(() -> "Over.")) {
      over.close();
    }
    try (Interruption first = Interruption.handledBy(() -> "First.");
        Interruption named = Interruption.handledBy(() -> next);
        Interruption silent = Interruption.handledBy(this::tidyUp);
        Interruption second = Interruption.handledBy(() -> "Second.");
        Interruption last = Interruption.handledBy(() -> countDown(interrupted))) {
      System.err.println("waiting");
      if (ends) {
        return 0;
      }
      interrupted.await();
      if (fail) {
        throw LabException.failed("Spark was stopped");
      }
      Thread.sleep(60_000);
    }
    return 0;
  }

  private static String countDown(CountDownLatch latch) {
    latch.countDown();
    return "";
  }

  private String tidyUp() {
    try {
      if (tidied != null) {
        Files.createFile(tidied);
      }
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
