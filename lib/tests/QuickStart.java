//DEPS com.fasterxml.jackson.core:jackson-databind:2.15.2
//SOURCES Command.java
package tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Starts aliases of the lab often without starting JBang as often, which takes longer than many a
 * command. The first call of an alias goes the reader's way, through {@code scripts/jbangw}; later
 * ones start the same Java that JBang says it would start.
 */
public final class QuickStart {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** By alias; empty after its first call. */
  private static final Map<String, Optional<List<String>>> KNOWN = new HashMap<>();

  private QuickStart() {}

  /** An alias and its arguments. */
  public static synchronized Command of(String... arguments) {
    Optional<List<String>> known = KNOWN.get(arguments[0]);
    if (known == null) {
      KNOWN.put(arguments[0], Optional.empty());
      return Command.lab(arguments);
    }
    if (known.isEmpty()) {
      known = ask(arguments[0]);
      KNOWN.put(arguments[0], known);
    }
    if (known.isEmpty()) {
      return Command.lab(arguments);
    }
    List<String> words = new ArrayList<>(known.get());
    words.addAll(List.of(arguments).subList(1, arguments.length));
    String launcher = Command.checkout().resolve("scripts/jbangw").toString();
    return Command.of(words.toArray(String[]::new)).with("SPARK_LAB_LAUNCHER", launcher);
  }

  /** The start of a command line, up to the reader's arguments; empty while nothing is built. */
  private static Optional<List<String>> ask(String alias) {
    try {
      JsonNode catalog = JSON.readTree(Command.checkout().resolve("jbang-catalog.json").toFile());
      JsonNode entry = catalog.path("aliases").path(alias);
      String script = entry.path("script-ref").asText();
      Command.Result told = Command.lab("info", "tools", script).in(Command.checkout()).run();
      JsonNode info = JSON.readTree(told.out());
      String jar = info.path("applicationJar").asText();
      if (told.exitCode() != 0 || !Files.isRegularFile(Path.of(jar))) {
        return Optional.empty();
      }
      List<String> classPath = new ArrayList<>(List.of(jar));
      info.path("resolvedDependencies").forEach(file -> classPath.add(file.asText()));
      List<String> words = new ArrayList<>();
      words.add(Path.of(info.path("availableJdkPath").asText(), "bin", "java").toString());
      info.path("runtimeOptions").forEach(option -> words.add(option.asText()));
      words.addAll(List.of("-classpath", String.join(File.pathSeparator, classPath)));
      words.add(Path.of(script).getFileName().toString().replace(".java", ""));
      entry.path("arguments").forEach(argument -> words.add(argument.asText()));
      return Optional.of(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
