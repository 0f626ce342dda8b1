package project;

import java.util.Optional;

/** How this reader starts commands, so that a message can name the next one to type. */
public final class Launcher {
  /** Set by {@code scripts/jbangw} to the way it was itself called. */
  private static final String VARIABLE = "SPARK_LAB_LAUNCHER";

  private Launcher() {}

  /** The command line that runs an alias, for example {@code scripts/jbangw generate_data}. */
  public static String command(String aliasAndArguments) {
    String launcher =
        Optional.ofNullable(System.getenv(VARIABLE)).filter(s -> !s.isBlank()).orElse("jbang");
    return launcher + " " + aliasAndArguments;
  }
}
