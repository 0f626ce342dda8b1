//FILES META-INF/services/jdk.jshell.spi.ExecutionControlProvider=jdk.jshell.spi.ExecutionControlProvider
//SOURCES CellExecution.java
//SOURCES ShellLab.java
//SOURCES Shown.java
//SOURCES ../lesson/Lab.java
package notebook;

import java.lang.reflect.Method;
import java.util.Map;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import lesson.Lab;

/**
 * Makes the JDK's own shell run its snippets in this JVM and show values as notebooks do. JShell
 * finds it by its name, through {@code META-INF/services}.
 */
public final class CellEngine implements ExecutionControlProvider {
  static final String NAME = "lab";

  @Override
  public String name() {
    return NAME;
  }

  /**
   * Asked for at the start and after {@code /reset}, {@code /reload} and {@code /env}, when JShell
   * gives new snippets the class names of old ones: each needs a class loader of its own, and a
   * lab whose tasks look into it. The thread that asks is the one that runs snippets.
   */
  @Override
  public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
    CellLoader loader = new CellLoader(CellEngine.class.getClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    ShellLab.openAgain();
    return new CellExecution(loader, value -> Shown.of(value).text(), Lab::cancelJobs) {
      /** Ctrl-C ends what runs, and not what is typed after it. */
      @Override
      protected String invoke(Method snippet) throws Exception {
        start();
        try {
          return super.invoke(snippet);
        } catch (StoppedException e) {
          String running = Lab.unstoppedTasks("/exit").map(tasks -> " " + tasks).orElse("");
          System.out.println("Interrupted." + running);
          throw e;
        }
      }
    };
  }
}
