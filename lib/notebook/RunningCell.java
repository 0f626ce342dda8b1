//SOURCES CellRun.java
//SOURCES JavaSession.java
//SOURCES Shown.java
package notebook;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A cell while it runs. What it prints is kept until it ends, or until Ctrl-C ends everything; it is
 * told once, whichever comes first.
 */
final class RunningCell {
  private final Cell cell;
  private final long start = System.nanoTime();
  private final PrintStream console = System.out;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final AtomicBoolean told = new AtomicBoolean();

  RunningCell(Cell cell) {
    this.cell = cell;
  }

  /** Runs it to its end. */
  CellRun in(JavaSession session) {
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    Outcome outcome;
    Optional<Shown> shown = Optional.empty();
    try {
      outcome = session.run(cell.code(), cell.line());
      if (outcome instanceof Outcome.Done done) {
        shown = done.value().map(Shown::of);
      }
    } catch (Exception e) {
      // A Dataset is run when it is shown, not by the cell that describes it.
      outcome = new Outcome.Threw(lastLine(), e);
    } finally {
      System.setOut(console);
    }
    return ran(outcome, shown);
  }

  private CellRun ran(Outcome outcome, Optional<Shown> shown) {
    return new CellRun(
        cell,
        (System.nanoTime() - start) / 1e9,
        printed.toString(StandardCharsets.UTF_8),
        outcome,
        shown);
  }

  private int lastLine() {
    return cell.line() + (int) cell.code().stripTrailing().lines().count() - 1;
  }

  /** Tells how it ended, unless {@link #stop} was first; says whether it did. */
  boolean tell(Consumer<CellRun> whenRun, CellRun run) {
    boolean first = !told.getAndSet(true);
    if (first) {
      whenRun.accept(run);
    }
    return first;
  }

  /** Tells, from another thread, what it has printed so far; says whether it was still running. */
  boolean stop(Consumer<CellRun> whenRun) {
    System.setOut(console);
    return tell(whenRun, ran(new Outcome.Stopped(cell.line()), Optional.empty()));
  }
}
