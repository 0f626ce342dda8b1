//DEPS org.apache.spark:spark-sql_2.12:3.5.9
//SOURCES NoExit.java
package notebook;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;

/**
 * Loads the classes that cells compile to. There is one loader for a whole session: Spark's tasks
 * find a cell's lambdas and classes through it when it is the context class loader of the thread
 * that opens the Spark session.
 */
final class CellLoader extends ClassLoader implements LoaderDelegate {
  private final Map<String, byte[]> bytecodes = new ConcurrentHashMap<>();

  CellLoader(ClassLoader parent) {
    super("cells", parent);
  }

  @Override
  public void load(ClassBytecodes[] classes) {
    for (ClassBytecodes loaded : classes) {
      bytecodes.put(loaded.name(), NoExit.in(loaded.bytecodes()));
    }
  }

  /** Nothing to do: JShell gives a changed snippet a class of another name. */
  @Override
  public void classesRedefined(ClassBytecodes[] classes) {}

  /** Nothing to do: cells see the class path of this JVM. */
  @Override
  public void addToClasspath(String path) {}

  /** JShell asks again for a class that it wants to know a variable of. */
  @Override
  public Class<?> findClass(String name) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> found = findLoadedClass(name);
      return found != null ? found : define(name);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    byte[] code = bytecodes.get(name);
    if (code == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, code, 0, code.length);
  }
}
