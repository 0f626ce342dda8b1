///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION The walkthrough notebooks: list them, run them, turn them into pages
//JAVA 17
// The first compiler alone halves the processor time; with it the code cache is 48 MB, which
// a dozen notebooks fill, and then nothing is compiled any more.
//JAVA_OPTIONS -Xmx2g -XX:+UseParallelGC -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m
//SOURCES ../lib/jupyter/KernelSpec.java
//SOURCES ../lib/notebook/ConsoleRun.java
//SOURCES ../lib/notebook/Course.java
//SOURCES ../lib/notebook/CourseList.java
//SOURCES ../lib/notebook/HtmlPages.java
//SOURCES ../lib/notebook/JupyterNotebook.java
//SOURCES ../lib/notebook/NotebookArguments.java
//SOURCES ../lib/notebook/OutOption.java
//SOURCES ../lib/notebook/Pictures.java
//SOURCES ../lib/project/AtomicFile.java
//SOURCES ../lib/project/Cli.java
//SOURCES ../lib/project/Interruption.java

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import jupyter.KernelSpec;
import notebook.ConsoleRun;
import notebook.Course;
import notebook.CourseList;
import notebook.HtmlPages;
import notebook.JupyterNotebook;
import notebook.Notebook;
import notebook.NotebookArguments;
import notebook.OutOption;
import notebook.Pictures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import project.AtomicFile;
import project.Cli;
import project.Interruption;

/** The course: one notebook for each idea, which fails when its claim is not true. */
@Command(
    name = "notebook",
    mixinStandardHelpOptions = true,
    subcommands = {
      notebooks.ListCourse.class,
      notebooks.Run.class,
      notebooks.Html.class,
      notebooks.Ipynb.class,
      notebooks.DrawPictures.class,
      notebooks.Kernel.class
    },
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
      "  jbang notebook run my/own_notebook.md",
      "  jbang notebook html all",
      "  jbang notebook kernel install",
      "",
      "Exit codes: 0 every notebook passed, 1 one failed, 2 wrong usage, 130 interrupted."
    })
public class notebooks implements Callable<Integer> {
  /** A line of the console, where nobody knows how wide it is. */
  private static final int COLUMNS = 100;

  @Spec CommandSpec spec;

  public static void main(String[] args) {
    System.exit(Cli.run(new notebooks(), args));
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "No action given, wanted list, run, html, ipynb, pictures or kernel");
  }

  /** What there is. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = {
        "Lists the course: each notebook, what it teaches, how long it takes, and its file.",
        ""
      },
      footer = {"", "Exit codes: 0 listed, 1 not inside a checkout of the lab, 2 wrong usage."})
  static class ListCourse implements Callable<Integer> {
    @Spec CommandSpec spec;

    @Override
    public Integer call() {
      int width = spec.usageMessage().width(COLUMNS).width();
      System.out.println(CourseList.of(Course.here().find(List.of(Course.ALL)), width));
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
      },
      footer = {
        "",
        "Examples:",
        "  jbang notebook run C3",
        "  jbang notebook run A1 A2 --values",
        "  jbang notebook run all",
        "",
        "Exit codes: 0 every notebook passed, 1 one failed, 2 wrong usage, 130 interrupted."
      })
  static class Run implements Callable<Integer> {
    @Mixin NotebookArguments notebooks;

    @Spec CommandSpec spec;

    @Option(names = "--values", description = "Show the values of several notebooks, too.")
    boolean values;

    @Override
    public Integer call() {
      List<Notebook> found = notebooks.find(Course.here());
      boolean trace = spec.commandLine().getParseResult().hasMatchedOption("--stacktrace");
      return ConsoleRun.of(
          found, values || found.size() == 1, trace ? ConsoleRun::trace : run -> {});
    }
  }

  /** Pages to read and to hand on. */
  @Command(
      name = "html",
      mixinStandardHelpOptions = true,
      description = {
        "Runs notebooks and writes a page of each, with the code, its output and its charts, in one"
            + " file that needs no network. A notebook that fails gets its page up to the problem."
            + " all writes a page of the course, too.",
        ""
      },
      footer = {
        "",
        "Examples:",
        "  jbang notebook html C3",
        "  jbang notebook html all --out course",
        "",
        "Exit codes: 0 every notebook passed, 1 one failed or a page could not be written,"
            + " 2 wrong usage, 130 interrupted (pages that were complete stay)."
      })
  static class Html implements Callable<Integer> {
    @Mixin NotebookArguments notebooks;

    @Mixin OutOption out;

    @Override
    public Integer call() {
      Course course = Course.here();
      List<Notebook> found = notebooks.findToWrite(course);
      Path folder = out.folder(course);
      HtmlPages pages = new HtmlPages(folder, course, found, notebooks.isAll());
      try (Interruption handled =
          Interruption.handledBy(() -> "Pages that were complete are in %s.".formatted(folder))) {
        int exitCode = ConsoleRun.of(found, false, run -> ConsoleRun.say(pages.write(run)));
        pages.writeIndex().ifPresent(System.out::println);
        return exitCode;
      }
    }
  }

  /** The same notebooks for Jupyter. */
  @Command(
      name = "ipynb",
      mixinStandardHelpOptions = true,
      description = {"Writes notebooks as Jupyter has them, without outputs. Nothing is run.", ""},
      footer = {
        "",
        "Examples:",
        "  jbang notebook ipynb C3",
        "  jbang notebook ipynb all --out course",
        "",
        "Exit codes: 0 written, 1 a file could not be written, 2 wrong usage."
      })
  static class Ipynb implements Callable<Integer> {
    @Mixin NotebookArguments notebooks;

    @Mixin OutOption out;

    @Override
    public Integer call() {
      Course course = Course.here();
      List<Notebook> found = notebooks.findToWrite(course);
      Path folder = out.folder(course);
      for (Notebook notebook : found) {
        Path file = folder.resolve(JupyterNotebook.name(notebook.file()));
        AtomicFile.write(file, JupyterNotebook.json(notebook));
        System.out.println(file);
      }
      return 0;
    }
  }

  /** Bar charts for those who read the Markdown. */
  @Command(
      name = "pictures",
      mixinStandardHelpOptions = true,
      description = {
        "Runs notebooks and writes the bar charts that their cells show (values of lesson.Bars) to"
            + " images/ beside them, as SVG: C3_1.svg is the first of C3. The Markdown names them;"
            + " where it does not, the line to add is printed.",
        ""
      },
      footer = {
        "",
        "Examples:",
        "  jbang notebook pictures C3",
        "  jbang notebook pictures all",
        "",
        "Exit codes: 0 written, 1 a notebook failed and none of its pictures was written,"
            + " 2 wrong usage, 130 interrupted."
      })
  static class DrawPictures implements Callable<Integer> {
    @Mixin NotebookArguments notebooks;

    @Override
    public Integer call() {
      return ConsoleRun.of(
          notebooks.find(Course.here()),
          false,
          run -> {
            if (run.problem().isEmpty()) {
              Pictures.write(run).forEach(DrawPictures::tell);
            }
          });
    }

    private static void tell(Pictures.Written picture) {
      ConsoleRun.say(picture.file());
      if (!picture.named()) {
        ConsoleRun.say("not in the notebook yet, add below the cell: " + picture.markdown());
      }
    }
  }

  /** The kernel of Jupyter notebooks. */
  @Command(
      name = "kernel",
      mixinStandardHelpOptions = true,
      description = {
        "Lets Jupyter run Java cells with Spark: installs the kernel \"Java 17 + Spark (lab)\" for"
            + " you, or removes it. It goes where Jupyter looks for it: JUPYTER_DATA_DIR, else"
            + " ~/.local/share/jupyter (Linux), ~/Library/Jupyter (macOS), %%APPDATA%%\\jupyter"
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
