//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../notebook/Problem.java
package tests.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import notebook.Outcome;
import notebook.Problem;
import org.junit.jupiter.api.Test;
import project.LabException;

/** What a reader is told of an exception. */
class ProblemTest {
  private static String sentence(Throwable e) {
    return Problem.of(new Outcome.Threw(1, e)).orElseThrow().message();
  }

  @Test
  void theRootCauseIsNamed() {
    Exception udf = new RuntimeException("a UDF failed", new ArithmeticException("/ by zero"));
    assertEquals(
        "IllegalStateException: a task failed (caused by ArithmeticException: / by zero)",
        sentence(new IllegalStateException("a task failed\nand a trace", udf)));
    assertEquals("ArithmeticException: / by zero", sentence(new ArithmeticException("/ by zero")));
  }

  @Test
  void whatHasNoMessageHasItsClassAndASentenceOfTheLabNone() {
    assertEquals("StackOverflowError", sentence(new StackOverflowError()));
    assertEquals("Cannot write x.", sentence(LabException.failed("Cannot write x.")));
  }
}
