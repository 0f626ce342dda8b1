package tests;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import project.Workspace;

/**
 * A command line in a process of its own. Its output goes through files, so that neither side ever
 * waits for the other.
 *
 * @param words program and arguments
 * @param folder it works in
 * @param environment added to this process's own; an empty value removes a variable
 */
public record Command(List<String> words, Path folder, Map<String, String> environment) {
  /** No command of the tests may take longer. */
  private static final long LIMIT_MINUTES = 10;

  /**
   * How a command ended.
   *
   * @param out standard output, UTF-8
   * @param err standard error, UTF-8
   */
  public record Result(int exitCode, String out, String err) {}

  /** Any program. */
  public static Command of(String... words) {
    return new Command(List.of(words), Path.of("").toAbsolutePath(), Map.of());
  }

  /** An alias of the lab, the way its readers start it. */
  public static Command lab(String... arguments) {
    List<String> words = new ArrayList<>(List.of(checkout().resolve("scripts/jbangw").toString()));
    words.addAll(List.of(arguments));
    return of(words.toArray(String[]::new));
  }

  /** The main method of a class of these tests, in a fresh JVM that starts quickly. */
  public static Command java(Class<?> main, String... arguments) {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    words.addAll(List.of(arguments));
    return of(words.toArray(String[]::new));
  }

  /**
   * The same command with all its streams on a terminal, as util-linux makes one; what it shows
   * there becomes the output.
   *
   * @param redirections of the shell, {@code >file}
   */
  public Command onATerminal(String redirections) {
    String line =
        words.stream().map(w -> "'" + w + "'").collect(Collectors.joining(" ")) + redirections;
    return new Command(
        List.of("script", "--quiet", "--return", "--command", line, "/dev/null"),
        folder,
        environment);
  }

  /** The same command with one more flag for the JVM that {@link #java} starts. */
  public Command withFlag(String flag) {
    List<String> more = new ArrayList<>(words);
    more.add(1, flag);
    return new Command(List.copyOf(more), folder, environment);
  }

  /** The root of the checkout these tests run in. */
  public static Path checkout() {
    return Workspace.here().root();
  }

  /** The same command working in another folder. */
  public Command in(Path other) {
    return new Command(words, other, environment);
  }

  /** The same command with an environment variable set, or removed when {@code value} is empty. */
  public Command with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(environment);
    more.put(name, value);
    return new Command(words, folder, more);
  }

  /**
   * The same command with an ear for Ctrl-C, which children of a shell's background job lack: they
   * inherit that SIGINT is ignored.
   */
  public Command heedingCtrlC() {
    Command deaf = of("sh", "-c", "kill -INT $$; echo deaf");
    Command reset = of("env", "--default-signal=INT");
    if (deaf.run().out().isEmpty()) {
      return this;
    }
    assumeTrue(reset.run().exitCode() == 0, "SIGINT is ignored, and this env cannot change that");
    List<String> more = new ArrayList<>(reset.words);
    more.addAll(words);
    return new Command(List.copyOf(more), folder, environment);
  }

  /** Starts the command; its output is thrown away. */
  public Process start() {
    return start(ProcessBuilder.Redirect.DISCARD);
  }

  /** Starts the command with its standard error going to a file. */
  public Process start(Path err) {
    return start(ProcessBuilder.Redirect.to(err.toFile()));
  }

  private Process start(ProcessBuilder.Redirect err) {
    try {
      return builder().redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(err).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the command to its end, with nothing on its standard input. */
  public Result run() {
    return run("");
  }

  /** Runs the command to its end with {@code input} on its standard input. */
  public Result run(String input) {
    try {
      Path files = Files.createTempDirectory("command");
      Path in = Files.writeString(files.resolve("in"), input);
      Path out = files.resolve("out");
      Path err = files.resolve("err");
      try {
        Process process =
            builder()
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
          process.descendants().forEach(ProcessHandle::destroyForcibly);
          process.destroyForcibly();
          throw new IllegalStateException(
              "still running after %d min: %s".formatted(LIMIT_MINUTES, words));
        }
        return new Result(process.exitValue(), text(out), text(err));
      } finally {
        for (Path file : List.of(in, out, err, files)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private ProcessBuilder builder() {
    ProcessBuilder builder = new ProcessBuilder(words).directory(new File(folder.toString()));
    environment.forEach(
        (name, value) -> {
          if (value.isEmpty()) {
            builder.environment().remove(name);
          } else {
            builder.environment().put(name, value);
          }
        });
    return builder;
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
