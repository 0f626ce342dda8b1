//SOURCES ../lesson/Lab.java
//SOURCES ../project/Quantity.java
//SOURCES ../project/Workspace.java
package notebook;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import lesson.Lab;
import project.LabException;
import project.Quantity;
import project.Workspace;
import sales.RawData;
import scala.Option;

/** The lab of a shell, opened while the shell itself starts: each of them takes seconds. */
public final class ShellLab {
  private static Optional<CompletableFuture<Lab>> lab = Optional.empty();
  private static Optional<Supplier<Lab>> how = Optional.empty();

  private ShellLab() {}

  /**
   * From now on there is a lab for every session of the shell.
   *
   * @param cores task slots, 0 for all
   * @param settings laid over {@code conf/spark_local.conf}
   */
  static synchronized void prepare(int cores, Map<String, String> settings) {
    how = Optional.of(() -> Lab.openOn(ownData(), cores, settings));
  }

  /**
   * Begins to open it, and closes the one before, on a thread with the class loader of this one:
   * Spark's tasks find the classes of snippets through it. Nothing, where none is prepared.
   */
  static synchronized void openAgain() {
    if (how.isEmpty()) {
      return;
    }
    Supplier<Lab> open = how.get();
    Optional<CompletableFuture<Lab>> before = lab;
    CompletableFuture<Lab> next = new CompletableFuture<>();
    lab = Optional.of(next);
    Thread opening =
        new Thread(
            () -> {
              try {
                before.ifPresent(last -> last.handle((opened, failed) -> opened).join());
                Lab.close();
                next.complete(open.get());
              } catch (RuntimeException | Error e) {
                next.completeExceptionally(e);
              }
            },
            "lab");
    opening.setDaemon(true);
    opening.start();
  }

  private static synchronized CompletableFuture<Lab> current() {
    return lab.orElseThrow();
  }

  private static Optional<RawData> ownData() {
    try {
      return Optional.of(Workspace.here().raw()).filter(RawData::existsIn).map(RawData::open);
    } catch (LabException changed) {
      System.err.println(changed.getMessage() + " Until then there are the small lesson data.");
      return Optional.empty();
    }
  }

  /** The open lab; waits for it. Ctrl-C also interrupts the tasks of jobs from this thread. */
  public static Lab ready() throws Throwable {
    try {
      Lab opened = current().join();
      opened.spark().sparkContext().setInterruptOnCancel(true);
      return opened;
    } catch (CompletionException e) {
      throw e.getCause();
    }
  }

  /** What is there to work on. */
  static String welcome() throws Throwable {
    Lab opened = ready();
    RawData data = opened.data();
    Option<String> ui = opened.spark().sparkContext().uiWebUrl();
    return ("Spark %s on %s%s: transactions (%s rows) and customers (%s) of %s. /help helps,"
            + " Ctrl-D ends.")
        .formatted(
            opened.spark().version(),
            Quantity.count(opened.spark().sparkContext().defaultParallelism(), "core"),
            ui.isDefined() ? ", " + ui.get() : "",
            Quantity.count(data.rows()),
            Quantity.count(data.spec().customers()),
            Workspace.here().fromHere(data.folder()));
  }
}
