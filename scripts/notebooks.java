///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION The walkthrough notebooks: list them, run them, turn them into pages
//JAVA 17
//JAVA_OPTIONS -Xmx2g -XX:+UseParallelGC -XX:TieredStopAtLevel=1
//SOURCES ../lib/jupyter/KernelSpec.java
//SOURCES ../lib/notebook/Course.java
//SOURCES ../lib/notebook/NotebookRunner.java
//SOURCES ../lib/notebook/Transcript.java
//SOURCES ../lib/project/Cli.java
//SOURCES ../lib/project/LabException.java
//SOURCES ../lib/project/TextTable.java

import java.util.List;
import java.util.concurrent.Callable;
import jupyter.KernelSpec;
import notebook.Course;
import notebook.Notebook;
import notebook.NotebookRun;
import notebook.NotebookRunner;
import notebook.Transcript;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import project.Cli;
import project.LabException;
import project.TextTable;

/** The course: one notebook for each idea, which fails when its claim is not true. */
@Command(
    name = "notebook",
    mixinStandardHelpOptions = true,
    subcommands = {notebooks.ListCourse.class, notebooks.Run.class, notebooks.Kernel.class},
    description = {
      "The walkthrough notebooks: Markdown files in notebooks/ whose Java cells run on small data,"
          + " and which fail when their claim is not true.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  jbang notebook list",
      "  jbang notebook run C3",
      "  jbang notebook run all",
      "  jbang notebook run my/own_notebook.md",
      "  jbang notebook kernel install",
      "",
      "Exit codes: 0 every notebook passed, 1 one failed, 2 wrong usage, 130 interrupted."
    })
public class notebooks implements Callable<Integer> {
  @Spec CommandSpec spec;

  public static void main(String[] args) {
    System.exit(Cli.run(new notebooks(), args));
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "No action given, wanted list, run or kernel");
  }

  /** What there is. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the course: each notebook, how long it takes, and what it teaches.")
  static class ListCourse implements Callable<Integer> {
    @Override
    public Integer call() {
      List<List<String>> rows =
          Course.here().find(List.of(Course.ALL)).stream()
              .map(n -> List.of(n.id(), n.title(), n.duration(), n.file().toString()))
              .toList();
      System.out.println(
          new TextTable("llll", List.of("", "notebook", "takes", "file"), rows).plain(""));
      return 0;
    }
  }

  /** Runs notebooks. */
  @Command(
      name = "run",
      mixinStandardHelpOptions = true,
      description = {
        "Runs the cells of notebooks and shows their values; several notebooks get a line each. A"
            + " notebook ends at its first problem: code that does not compile, an exception, a"
            + " claim that does not hold, an output that is not the expected one.",
        ""
      })
  static class Run implements Callable<Integer> {
    @Parameters(paramLabel = "NOTEBOOK", arity = "1..*", description = "all, ids as C3, or files.")
    List<String> names;

    @Option(names = "--values", description = "Show the values of several notebooks, too.")
    boolean values;

    @Override
    public Integer call() {
      List<Notebook> found = Course.here().find(names);
      boolean show = values || found.size() == 1;
      long failed = found.stream().filter(notebook -> !passes(notebook, show)).count();
      System.out.printf("%d passed, %d failed%n", found.size() - failed, failed);
      return failed == 0 ? 0 : LabException.FAILED;
    }

    private static boolean passes(Notebook notebook, boolean show) {
      if (show) {
        System.out.println(Transcript.head(notebook));
      }
      NotebookRun run =
          NotebookRunner.run(
              notebook,
              cell -> {
                if (show) {
                  System.out.println(Transcript.of(cell).stripTrailing());
                }
              });
      System.out.println(Transcript.line(run));
      Transcript.failure(run).ifPresent(System.out::println);
      return run.problem().isEmpty();
    }
  }

  /** The kernel of Jupyter notebooks. */
  @Command(
      name = "kernel",
      mixinStandardHelpOptions = true,
      description = {
        "Lets Jupyter run Java cells with Spark: installs the kernel \"Java 17 + Spark (lab)\" for"
            + " you, or removes it. It goes where Jupyter looks for it: JUPYTER_DATA_DIR, else"
            + " ~/.local/share/jupyter (Linux), ~/Library/Jupyter (macOS), %APPDATA%\\jupyter"
            + " (Windows). It starts without JBang; install it again when the lab has changed.",
        ""
      },
      footer = {
        "",
        "Examples:",
        "  jbang notebook kernel install",
        "  jupyter lab",
        "  jupyter nbconvert --to notebook --execute my.ipynb",
        "  jbang notebook kernel remove",
        "",
        "Exit codes: 0 done, also when there was nothing to remove, 1 its folder cannot be"
            + " written, 2 wrong usage."
      })
  static class Kernel implements Callable<Integer> {
    /** What to do with it. */
    enum Action {
      INSTALL,
      REMOVE
    }

    @Parameters(paramLabel = "ACTION", description = "install or remove.")
    Action action;

    @Override
    public Integer call() {
      KernelSpec kernel = KernelSpec.ofUser();
      System.out.println(action == Action.INSTALL ? kernel.install() : kernel.remove());
      return 0;
    }
  }
}
