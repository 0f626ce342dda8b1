//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../notebook/CellEngine.java
package tests.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jdk.jshell.JShell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sessions of the JDK's shell one after another in one JVM, as {@code /reset} makes them. */
@Tag("spark") // The engine's class path is Spark's.
class CellEngineTest {
  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  @AfterEach
  void asBefore() {
    Thread.currentThread().setContextClassLoader(before);
  }

  private static String answer(String... statements) {
    String last = "";
    try (JShell shell = JShell.builder().executionEngine("lab").build()) {
      for (String statement : statements) {
        last = shell.eval(statement).get(0).value();
      }
    }
    return last;
  }

  @Test
  void aSecondSessionAnswersWhatItIsAsked() {
    assertEquals("42", answer("40 + 2"));
    assertEquals("2", answer("1 + 1"));
    assertEquals("5", answer("var t = 5;"));
    assertEquals("7", answer("int f() { return 7; }", "f()"));
    assertEquals("8", answer("int f() { return 8; }", "f()"));
  }
}
