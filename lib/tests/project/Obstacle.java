package tests.project;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import project.Cli;
import project.LabException;

/** A command that fails in the way its option says. */
@Command(name = "obstacle", subcommands = Obstacle.Lower.class)
public final class Obstacle implements Callable<Integer> {
  /** A command below it. */
  @Command(name = "lower", mixinStandardHelpOptions = true)
  static final class Lower implements Callable<Integer> {
    @Option(names = "--rows")
    int rows;

    @Override
    public Integer call() {
      return 0;
    }
  }

  @Option(names = "--how")
  String how = "not at all";

  @Option(names = "--rows")
  int rows;

  @Option(names = "--unit")
  Unit unit;

  /** What picocli lists as it stands here. */
  enum Unit {
    LONG_HOUR,
    SECOND
  }

  @Option(names = "--only")
  Pattern only;

  @Option(names = "--conf", paramLabel = "KEY=VALUE")
  Map<String, String> conf;

  /** Runs it in a process of its own. */
  public static void main(String... args) {
    System.exit(Cli.run(new Obstacle(), args));
  }

  @Override
  public Integer call() throws Exception {
    switch (how) {
      case "usage" -> throw LabException.usage("--rows is 0, wanted at least 1");
      case "failed" -> throw LabException.failed("No data in data/raw. Run: jbang generate_data");
      case "runtime" -> throw new IllegalStateException("first line\nsecond line");
      case "checked" -> throw new Exception("checked");
      case "silent" -> throw new NullPointerException();
      case "error" -> throw new OutOfMemoryError("Java heap space");
      case "denied" -> throw new UncheckedIOException(new AccessDeniedException("ops/report.md"));
      case "full" ->
          throw new UncheckedIOException(
              new FileSystemException("ops/x", null, "No space left on device"));
      default -> System.out.println("done");
    }
    return 0;
  }
}
