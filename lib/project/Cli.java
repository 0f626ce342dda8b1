//DEPS info.picocli:picocli:4.7.7
// The compiler works for seconds: compiled by the fast compiler itself it needs a third of the time.
//COMPILE_OPTIONS -J-XX:TieredStopAtLevel=1 -J-XX:+UseSerialGC -proc:none
//SOURCES Interruption.java
//SOURCES LabException.java
//SOURCES Launcher.java
package project;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Runs a picocli command the way every command of the lab behaves: results on stdout, messages on
 * stderr, one sentence for bad input or Ctrl-C, a stack trace only with {@code --stacktrace}.
 *
 * <p>Exit codes: 0 done, 1 could not be done, or its result could not be written to stdout, 2 wrong
 * usage; 130 and 143 interrupted. A reader of stdout who has seen enough, as {@code head} has, is no
 * failure.
 */
public final class Cli {
  private static final String VERSION = "Spark tuning lab 0.1.0";
  private static final String STACKTRACE = "--stacktrace";

  /** Converters throw what the JDK throws; its class is of no use to the reader. */
  private static final Pattern EXCEPTION_CLASS = Pattern.compile("\\b(\\w+\\.)+\\w*Exception: ");

  /** Constants of an enum, which a reader may type in small letters. */
  private static final Pattern CONSTANTS =
      Pattern.compile("(?<=expected one of )(\\[[A-Z_, ]+]) \\(case-insensitive\\)");

  /** How systems say that nobody reads any more. */
  private static final Pattern CLOSED_PIPE = Pattern.compile("(?i)\\bpipe\\b");

  private Cli() {}

  /** Parses {@code args}, runs the command, and returns the process exit code. */
  public static int run(Object command, String... args) {
    CommandLine line = new CommandLine(command);
    addCommonParts(line);
    line.getSubcommands().values().forEach(Cli::addCommonParts);
    line.setUsageHelpAutoWidth(true)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Cli::usageError)
        .setExecutionStrategy(Cli::execute)
        .setExecutionExceptionHandler((e, cmd, parsed) -> failure(e, cmd, wantsTrace(args)));
    String name = line.getCommandSpec().qualifiedName();
    Runnable endOfWatch = Interruption.watch(Launcher.command(name, args));
    try {
      return written(line, line.execute(args));
    } catch (Error e) {
      // Picocli hands over exceptions only; a heap that is too small is an error.
      return failure(e, line, wantsTrace(args));
    } finally {
      endOfWatch.run();
    }
  }

  /** The exit code, once everything was written: Java itself keeps quiet about a full disk. */
  private static int written(CommandLine line, int exitCode) {
    if (!System.out.checkError() || Interruption.isUnderWay()) {
      return exitCode;
    }
    String reason = "part of it was not written";
    try {
      // Not closed: it is everybody's.
      new FileOutputStream(FileDescriptor.out).write('\n');
    } catch (IOException e) {
      reason = String.valueOf(e.getMessage());
    }
    if (CLOSED_PIPE.matcher(reason).find()) {
      return exitCode;
    }
    say(
        line,
        ("%s failed on standard output (%s). Make sure that it can be written and the disk has"
                + " space, then run it again.")
            .formatted(line.getCommandSpec().qualifiedName(), reason));
    return exitCode == 0 ? LabException.FAILED : exitCode;
  }

  private static void addCommonParts(CommandLine line) {
    line.getCommandSpec()
        .version(VERSION)
        .addOption(
            OptionSpec.builder(STACKTRACE)
                .type(boolean.class)
                .description("Print the full stack trace when something fails.")
                .build());
  }

  private static int execute(ParseResult parsed) {
    ParseResult sub = parsed.subcommand();
    boolean help = parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested();
    if (sub != null && !help && !sub.isUsageHelpRequested()) {
      refuseBefore(sub, parsed);
    }
    return new RunLast().execute(parsed);
  }

  /** No command reads the options of the one above it: typed there they would be passed over. */
  private static void refuseBefore(ParseResult sub, ParseResult above) {
    String name = sub.commandSpec().name();
    for (OptionSpec option : above.matchedOptions()) {
      String typed = option.longestName();
      if (typed.equals(STACKTRACE)) {
        continue;
      }
      CommandLine cmd = sub.commandSpec().commandLine();
      if (!sub.commandSpec().optionsMap().containsKey(typed)) {
        throw new ParameterException(cmd, "%s does not go with %s".formatted(typed, name));
      }
      List<String> words = new ArrayList<>(above.originalArgs());
      words.remove(name);
      words.add(0, name);
      String right =
          Launcher.command(above.commandSpec().qualifiedName(), words.toArray(String[]::new));
      throw new ParameterException(
          cmd, "%s stands before %s, wanted after it: %s.".formatted(typed, name, right));
    }
  }

  private static boolean wantsTrace(String... args) {
    return Arrays.asList(args).contains(STACKTRACE);
  }

  private static int usageError(ParameterException e, String[] args) {
    return usageError(e.getMessage(), e.getCommandLine());
  }

  /** Whatever is wrong with a command line, its help says what is right. */
  private static int usageError(String message, CommandLine cmd) {
    String line = message.strip().replaceAll("\\R\\s*", " ");
    String words =
        CONSTANTS
            .matcher(line)
            .replaceAll(constants -> constants.group(1).toLowerCase(Locale.ROOT));
    // Of an option that takes KEY=VALUE picocli says so twice.
    String sentence =
        EXCEPTION_CLASS.matcher(words).replaceAll("").replace("option option ", "option ");
    String help = cmd.getCommandSpec().qualifiedName() + " --help";
    String end = sentence.endsWith(".") ? "" : ".";
    say(cmd, sentence + end + " See: " + Launcher.command(help));
    return LabException.USAGE;
  }

  private static int failure(Throwable e, CommandLine cmd, boolean trace) {
    if (Interruption.isUnderWay()) {
      return LabException.FAILED;
    }
    if (trace) {
      e.printStackTrace(cmd.getErr());
    }
    if (e instanceof LabException lab) {
      if (lab.exitCode() == LabException.USAGE) {
        return usageError(lab.getMessage(), cmd);
      }
      say(cmd, lab.getMessage());
      return lab.exitCode();
    }
    if (e instanceof UncheckedIOException io) {
      say(
          cmd,
          ("%s failed on %s. Make sure that it can be read and written and the disk has space,"
                  + " then run it again.")
              .formatted(cmd.getCommandSpec().qualifiedName(), place(io.getCause())));
      return LabException.FAILED;
    }
    say(
        cmd,
        "%s failed unexpectedly: %s: %s. Run it again with %s to see where."
            .formatted(
                cmd.getCommandSpec().qualifiedName(),
                e.getClass().getSimpleName(),
                String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                STACKTRACE));
    return LabException.FAILED;
  }

  private static String place(IOException e) {
    if (e instanceof FileSystemException file) {
      String reason = file.getReason() == null ? file.getClass().getSimpleName() : file.getReason();
      return "%s (%s)".formatted(file.getFile(), reason);
    }
    return "a file (%s)".formatted(e.getMessage());
  }

  private static void say(CommandLine cmd, String sentence) {
    PrintWriter err = cmd.getErr();
    err.println(cmd.getColorScheme().errorText("error: ") + sentence);
    err.flush();
  }
}
