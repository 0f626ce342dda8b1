package project;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How this reader starts commands, so that a message can name the next one to type. */
public final class Launcher {
  /** Set by {@code scripts/jbangw} to the way it was itself called. */
  private static final String VARIABLE = "SPARK_LAB_LAUNCHER";

  /** What no shell gives a meaning to. */
  private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

  private Launcher() {}

  /** The command line that runs an alias, for example {@code scripts/jbangw generate_data}. */
  public static String command(String aliasAndArguments) {
    String launcher =
        Optional.ofNullable(System.getenv(VARIABLE)).filter(s -> !s.isBlank()).orElse("jbang");
    return launcher + " " + aliasAndArguments.strip();
  }

  /** The same with arguments that may need the shell's quotes. */
  public static String command(String alias, String... arguments) {
    return command(
        Stream.concat(Stream.of(alias), Arrays.stream(arguments).map(Launcher::quoted))
            .collect(Collectors.joining(" ")));
  }

  private static String quoted(String argument) {
    return PLAIN.matcher(argument).matches()
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}
