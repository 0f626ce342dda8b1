//SOURCES ../lesson/Lab.java
//SOURCES ../project/Quantity.java
//SOURCES ../project/Workspace.java
package notebook;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import lesson.Lab;
import project.LabException;
import project.Quantity;
import project.Workspace;
import sales.RawData;
import scala.Option;

/** The lab of a shell, opened while the shell itself starts: each of them takes seconds. */
public final class ShellLab {
  private static final CompletableFuture<Lab> LAB = new CompletableFuture<>();

  private ShellLab() {}

  /**
   * Begins to open it, on a thread with the class loader of this one: Spark's tasks find the
   * classes of snippets through it.
   *
   * @param cores task slots, 0 for all
   * @param settings laid over {@code conf/spark_local.conf}
   */
  static void open(int cores, Map<String, String> settings) {
    Thread opening =
        new Thread(
            () -> {
              try {
                LAB.complete(Lab.openOn(ownData(), cores, settings));
              } catch (RuntimeException | Error e) {
                LAB.completeExceptionally(e);
              }
            },
            "lab");
    opening.setDaemon(true);
    opening.start();
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
      Lab lab = LAB.join();
      lab.spark().sparkContext().setInterruptOnCancel(true);
      return lab;
    } catch (CompletionException e) {
      throw e.getCause();
    }
  }

  /** What is there to work on. */
  static String welcome() throws Throwable {
    Lab lab = ready();
    RawData data = lab.data();
    Option<String> ui = lab.spark().sparkContext().uiWebUrl();
    return ("Spark %s on %s%s: transactions (%s rows) and customers (%s) of %s. /help helps,"
            + " Ctrl-D ends.")
        .formatted(
            lab.spark().version(),
            Quantity.count(lab.spark().sparkContext().defaultParallelism(), "core"),
            ui.isDefined() ? ", " + ui.get() : "",
            Quantity.count(data.rows()),
            Quantity.count(data.spec().customers()),
            Workspace.here().fromHere(data.folder()));
  }
}
