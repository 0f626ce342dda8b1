//COMPILE_OPTIONS -XDignore.symbol.file
//DEPS org.dflib.jjava:jjava-jupyter:1.0-a6
//SOURCES CellFailed.java
//SOURCES Display.java
//SOURCES ../lesson/Lab.java
//SOURCES ../notebook/CellRun.java
//SOURCES ../notebook/ExpectedOutput.java
//SOURCES ../notebook/JavaSession.java
//SOURCES ../notebook/Problem.java
package jupyter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lesson.Lab;
import notebook.Cell;
import notebook.CellRun;
import notebook.ExpectedOutput;
import notebook.JavaSession;
import notebook.JavaSession.Completions;
import notebook.Outcome;
import notebook.Problem;
import notebook.Shown;
import org.apache.commons.io.output.TeeOutputStream;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.BaseKernelBuilder;
import org.dflib.jjava.jupyter.kernel.HelpLink;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.magic.MagicParser;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import sun.misc.Signal;

/** What Jupyter talks to when it runs the cells of a notebook: a Java session with Spark. */
public final class Kernel extends BaseKernel {
  private static final String NAME = "Spark tuning lab";

  private final Display display = new Display();

  /** Made by the thread that runs the cells: Jupyter's messages about code come on one thread. */
  private volatile JavaSession session;

  /** Whether the cell that runs was to end. */
  private volatile boolean interrupted;

  private Kernel(Builder parts) {
    super(
        NAME,
        "0.1.0",
        new LanguageInfo(
            "Java",
            Integer.toString(Runtime.version().feature()),
            "text/x-java-source",
            ".java",
            "java",
            "java",
            null),
        List.<HelpLink>of(),
        null,
        parts.io(),
        parts.comms(),
        parts.renderer(),
        parts.magics(),
        parts.registry(),
        false,
        parts.styler());
  }

  /** The library's own parts; a kernel of ours is only different in what it does with code. */
  private static final class Builder extends BaseKernelBuilder<Builder, Kernel> {
    @Override
    public Kernel build() {
      return new Kernel(this);
    }

    JupyterIO io() {
      return buildJupyterIO(UTF_8);
    }

    CommManager comms() {
      return buildCommManager();
    }

    Renderer renderer() {
      return buildRenderer();
    }

    /** Cells are Java and nothing else. */
    MagicParser magics() {
      return new MagicParser("(?!)", "(?!)", buildMagicTranspiler());
    }

    MagicsRegistry registry() {
      return buildMagicsRegistry();
    }

    StringStyler styler() {
      return buildErrorStyler();
    }
  }

  /**
   * Serves one notebook until it is closed.
   *
   * @param args the file in which Jupyter says where it listens
   */
  public static void main(String[] args) throws Exception {
    Kernel kernel = new Builder().build();
    // Nobody closes a notebook whose Jupyter was killed.
    ProcessHandle.current()
        .parent()
        .ifPresent(jupyter -> jupyter.onExit().thenRun(() -> Runtime.getRuntime().exit(0)));
    Signal.handle(new Signal("INT"), signal -> kernel.interrupt());
    JupyterConnection connection =
        new JupyterConnection(KernelConnectionProperties.parse(text(Path.of(args[0]))));
    kernel.becomeHandlerForConnection(connection);
    kernel.onStartup();
    connection.connect();
    connection.waitUntilClose();
    System.exit(0);
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, UTF_8);
  }

  private JavaSession session() {
    if (session == null) {
      session = new JavaSession(Lab::cancelJobs);
    }
    return session;
  }

  @Override
  public Object evalRaw(String code) {
    Outcome outcome = session().run(code, 1);
    Optional<Problem> problem = Problem.of(outcome);
    if (problem.isPresent()) {
      throw failed(outcome, problem.get());
    }
    return ((Outcome.Done) outcome).value().orElse(null);
  }

  @Override
  public DisplayData eval(String code) {
    Cell cell = new Cell(1, code, ExpectedOutput.atEndOf(code));
    if (cell.expected().isEmpty()) {
      return shown(code).map(display::of).orElse(null);
    }
    PrintStream jupyter = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(new TeeOutputStream(jupyter, printed), true, UTF_8));
    Optional<Shown> shown;
    try {
      shown = shown(code);
    } finally {
      System.setOut(jupyter);
    }
    Outcome done = new Outcome.Done(Optional.empty());
    Optional<Problem> problem = new CellRun(cell, 0, printed.toString(UTF_8), done, shown).problem();
    if (problem.isPresent()) {
      // What it gave is seen, too.
      shown.map(display::of).ifPresent(this::display);
      throw new CellFailed(problem.get());
    }
    return shown.map(display::of).orElse(null);
  }

  /** Runs a cell, and its value's query where it is one. */
  private Optional<Shown> shown(String code) {
    interrupted = false;
    Object value = evalRaw(code);
    try {
      return Optional.ofNullable(value).map(Shown::of);
    } catch (Exception e) {
      // A Dataset is computed when it is shown: its cell's last expression fails.
      int last = (int) code.stripTrailing().lines().count();
      Outcome ended = interrupted ? new Outcome.Stopped(last) : new Outcome.Threw(last, e);
      throw failed(ended, Problem.of(ended).orElseThrow());
    }
  }

  /** An interrupted cell says what of it goes on: all that is measured from now on shares its cores. */
  private static CellFailed failed(Outcome outcome, Problem problem) {
    Optional<String> running =
        outcome instanceof Outcome.Stopped
            ? Lab.unstoppedTasks("a restart of the kernel")
            : Optional.empty();
    return new CellFailed(
        running
            .map(tasks -> new Problem(problem.line(), problem.message() + ". " + tasks, Optional.empty()))
            .orElse(problem));
  }

  @Override
  public List<String> formatError(Throwable e) {
    return List.of(String.valueOf(e.getMessage()));
  }

  @Override
  public DisplayData inspect(String code, int at, boolean extraDetail) {
    return null;
  }

  @Override
  public ReplacementOptions complete(String code, int at) {
    Completions found = session().completions(code, at);
    return new ReplacementOptions(found.texts(), found.start(), at);
  }

  @Override
  public String isComplete(String code) {
    return session().isComplete(code) ? IS_COMPLETE_YES : "";
  }

  @Override
  public void interrupt() {
    interrupted = true;
    JavaSession running = session;
    if (running != null) {
      running.interrupt();
    }
  }

  @Override
  public void onShutdown(boolean isRestarting) {
    interrupt();
    Lab.close();
  }
}
