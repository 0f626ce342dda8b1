//FILES META-INF/services/jdk.jshell.spi.ExecutionControlProvider=jdk.jshell.spi.ExecutionControlProvider
//SOURCES CellExecution.java
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

  /** The thread that asks for it is the one that runs snippets; its class loader is theirs. */
  @Override
  public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
    CellLoader loader = (CellLoader) Thread.currentThread().getContextClassLoader();
    return new CellExecution(loader, value -> Shown.of(value).text(), Lab::cancelJobs) {
      /** Ctrl-C ends what runs, and not what is typed after it. */
      @Override
      protected String invoke(Method snippet) throws Exception {
        start();
        return super.invoke(snippet);
      }
    };
  }
}
