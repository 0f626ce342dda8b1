package tests.house;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tests.Command;

/** The files of the checkout that are or would be committed. */
final class Tree {
  private static final Pattern TEXT =
      Pattern.compile(
          ".*\\.(java|jsh|md|conf|properties|json|ya?ml|csv|svg|txt)|.*/(jbangw|run)|\\..*");

  /** The root of the checkout. */
  static final Path ROOT = Command.checkout();

  private Tree() {}

  /** Every file, relative to the root, in git's order. */
  static List<Path> files() {
    assumeTrue(Files.exists(ROOT.resolve(".git")), "only a git checkout knows its own files");
    Command.Result result =
        Command.of("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
            .in(ROOT)
            .run();
    if (result.exitCode() != 0) {
      throw new IllegalStateException("git ls-files: " + result.err());
    }
    return Stream.of(result.out().split("\0"))
        .filter(name -> !name.isEmpty())
        .map(Path::of)
        .filter(file -> Files.exists(ROOT.resolve(file)))
        .toList();
  }

  /** Every Java file. */
  static List<Path> java() {
    return files().stream().filter(f -> f.toString().endsWith(".java")).toList();
  }

  /** The commands. */
  static List<Path> scripts() {
    return java().stream().filter(f -> f.startsWith("scripts")).toList();
  }

  /** The walkthrough notebooks, and the page that leads through them. */
  static List<Path> notebooks() {
    return text().stream().filter(f -> f.startsWith("notebooks")).toList();
  }

  /** Files that people read as text. */
  static List<Path> text() {
    return files().stream().filter(f -> TEXT.matcher(f.toString()).matches()).toList();
  }

  /** Fails with a line for everything found. */
  static void assertNone(Collection<?> found, String what) {
    String lines = found.stream().map(Object::toString).collect(Collectors.joining("\n"));
    if (!found.isEmpty()) {
      fail("%d %s:\n%s".formatted(found.size(), what, lines));
    }
  }

  /** The lines of a file. */
  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(ROOT.resolve(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }
}
