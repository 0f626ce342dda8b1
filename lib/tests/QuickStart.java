//DEPS com.fasterxml.jackson.core:jackson-databind:2.15.2
//SOURCES Command.java
//SOURCES ../runs/ClassDataArchive.java
package tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import runs.ClassDataArchive;
import runs.JvmCommand;

/**
 * Starts aliases of the lab often without starting JBang as often, which takes longer than many a
 * command. The first call of an alias goes the reader's way, through {@code scripts/jbangw}; later
 * ones start the same Java that JBang says it would start, Spark with the class-data archive that
 * the jobs have.
 */
public final class QuickStart {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, QuickStart> ALIASES = new ConcurrentHashMap<>();

  private static final Predicate<String> SPARK = Pattern.compile("/spark-core_").asPredicate();

  /** Brings newer versions of some of Spark's jars, so that it would need an archive of its own. */
  private static final String OTHER_JARS = "notebook";

  private final String alias;
  private boolean built;
  private boolean called;

  /** The start of a command line, up to the reader's arguments; empty until it is known. */
  private Optional<List<String>> words = Optional.empty();

  private QuickStart(String alias) {
    this.alias = alias;
  }

  /** An alias and its arguments. */
  public static Command of(String... arguments) {
    return alias(arguments[0]).command(arguments);
  }

  /**
   * Builds aliases, so that no later command has a build to talk about. Of two tests that need the
   * same one at once, one builds and the other waits: JBang itself lets both build.
   */
  public static void build(String... aliases) {
    for (String name : aliases) {
      alias(name).build();
    }
  }

  private static QuickStart alias(String name) {
    return ALIASES.computeIfAbsent(name, QuickStart::new);
  }

  private synchronized Command command(String... arguments) {
    build();
    if (!called) {
      called = true;
      return Command.lab(arguments);
    }
    if (words.isEmpty()) {
      words = ask();
    }
    if (words.isEmpty()) {
      return Command.lab(arguments);
    }
    List<String> whole = new ArrayList<>(words.get());
    whole.addAll(List.of(arguments).subList(1, arguments.length));
    String launcher = Command.checkout().resolve("scripts/jbangw").toString();
    return Command.of(whole.toArray(String[]::new)).with("SPARK_LAB_LAUNCHER", launcher);
  }

  private synchronized void build() {
    if (!built) {
      jbang("build", script(entry()));
      built = true;
    }
  }

  private JsonNode entry() {
    try {
      return JSON.readTree(Command.checkout().resolve("jbang-catalog.json").toFile())
          .path("aliases")
          .path(alias);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String script(JsonNode entry) {
    return entry.path("script-ref").asText();
  }

  private static Command.Result jbang(String... arguments) {
    return Command.lab(arguments).in(Command.checkout()).run();
  }

  private Optional<List<String>> ask() {
    try {
      JsonNode entry = entry();
      Command.Result told = jbang("info", "tools", script(entry));
      JsonNode info = JSON.readTree(told.out());
      String jar = info.path("applicationJar").asText();
      if (told.exitCode() != 0 || !Files.isRegularFile(Path.of(jar))) {
        return Optional.empty();
      }
      List<String> libraries = new ArrayList<>();
      info.path("resolvedDependencies").forEach(file -> libraries.add(file.asText()));
      JvmCommand jvm = JvmCommand.of(libraries, jar);
      if (libraries.stream().anyMatch(SPARK) && !alias.equals(OTHER_JARS)) {
        jvm = ClassDataArchive.speedUp(jvm);
      }
      List<String> found = new ArrayList<>();
      found.add(Path.of(info.path("availableJdkPath").asText(), "bin", "java").toString());
      info.path("runtimeOptions").forEach(option -> found.add(option.asText()));
      found.addAll(jvm.classes());
      found.add(Path.of(script(entry)).getFileName().toString().replace(".java", ""));
      entry.path("arguments").forEach(argument -> found.add(argument.asText()));
      return Optional.of(found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
