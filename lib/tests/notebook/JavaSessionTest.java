//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../notebook/JavaSession.java
package tests.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import notebook.JavaSession;
import notebook.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Java code piece by piece: values, what does not compile, what throws, what does not end. */
@Tag("spark") // The compiler reads the class path, which is Spark's: seconds, not milliseconds.
class JavaSessionTest {
  private final JavaSession session = new JavaSession(() -> {});

  @AfterEach
  void close() {
    session.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 + 1|2",
        "1 + 1\\n|2",
        "var x = 3; x * 2|6",
        "int f(int n) { return n + g(n); } int g(int n) { return n; } f(4)|8",
        "record P(int a) {} new P(7)|P[a=7]",
        "import java.util.stream.*; IntStream.range(0, 3).sum()|3",
        "// nothing but a comment\\n5|5",
        "5 // a comment after it|5",
      })
  void theValueOfTheLastExpression(String code, String value) {
    assertEquals(value, String.valueOf(done(code.replace("\\n", "\n")).orElseThrow()));
  }

  @ParameterizedTest
  @CsvSource({
    "var x = 3;",
    "void f() {}",
    "'System.out.print(\"\");'",
    "'// only a comment'",
    "''"
  })
  void whatHasNoValue(String code) {
    assertEquals(Optional.empty(), done(code));
  }

  private Optional<Object> done(String code) {
    return assertInstanceOf(Outcome.Done.class, session.run(code, 1)).value();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int x = 1;\\nint y = \"a\";|11|incompatible types",
        "int x = 1;\\n\\nx.foo();|12|int cannot be dereferenced",
        "nobody.knows();|10|cannot find variable nobody",
        "new Missing()|10|cannot find class Missing",
        "String s = \"\";\\ns.nope(1)|11|cannot find method nope(int) in variable s of type java.lang.String",
        "int f() { return missing(); }|10|cannot find method missing()",
        "int f(int x) {\\n  return x * y;\\n}\\nf(3)|11|cannot find variable y",
        "int f(int x) { return x; }\\nint g() {\\n  return f(no);\\n}|12|cannot find variable no",
        "class C {\\n  int f() {\\n    return y;\\n  }\\n}\\nnew C().f()|12|cannot find variable y",
        "record R(int a) {\\n  Missing b() {\\n    return null;\\n  }\\n}|11|cannot find class Missing",
        "int f() {\\n  return 1;|11|reached end of file while parsing",
        "1 +|10|reached end of file while parsing",
      })
  void whatDoesNotCompile(String code, int line, String message) {
    Outcome outcome = session.run(code.replace("\\n", "\n"), 10);
    Outcome.Rejected rejected = assertInstanceOf(Outcome.Rejected.class, outcome);
    assertTrue(rejected.message().startsWith(message), rejected.message());
    assertFalse(rejected.message().contains("symbol"), rejected.message());
    assertEquals(line, rejected.line(), rejected.message());
  }

  @Test
  void anExceptionHasItsLineAndItsClass() {
    Outcome outcome = session.run("int x = 0;\n\nint y = 1 / x;\nint z = 1;", 20);
    Outcome.Threw threw = assertInstanceOf(Outcome.Threw.class, outcome);
    assertInstanceOf(ArithmeticException.class, threw.exception());
    assertEquals(22, threw.line());
    assertInstanceOf(Outcome.Rejected.class, session.run("z", 30));
  }

  @ParameterizedTest
  @CsvSource({
    "System.exit(0);",
    "Runtime.getRuntime().halt(0);",
    "void end() { Runtime.getRuntime().exit(0); } end();",
    "Runnable end = () -> System.exit(0); end.run();",
    "java.util.stream.IntStream.of(0).forEach(System::exit);",
    "java.util.stream.IntStream.of(0).forEach(Runtime.getRuntime()::halt);",
    "'java.util.function.BiConsumer<Runtime, Integer> end = Runtime::exit;"
        + " end.accept(Runtime.getRuntime(), 0);'"
  })
  void whatWouldEndTheRunIsAProblemOfItsLine(String code) {
    Outcome.Threw threw = assertInstanceOf(Outcome.Threw.class, session.run("\n" + code, 8));
    assertEquals(9, threw.line());
    assertTrue(threw.exception().getMessage().startsWith("exit(0) would end "), code);
  }

  @Test
  void theLineIsThatOfTheMethodThatThrew() {
    session.run("void fail() {\n  throw new IllegalStateException(\"no\");\n}", 5);
    Outcome.Threw threw = assertInstanceOf(Outcome.Threw.class, session.run("1;\nfail();", 50));
    assertEquals(6, threw.line());
  }

  @Test
  void classesOfCellsAreFoundByTheThreadsOfTheSession() throws Exception {
    session.run("class Mine {}", 1);
    Object mine = done("new Mine()").orElseThrow();
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    assertSame(mine.getClass(), context.loadClass(mine.getClass().getName()));
    assertSame(
        mine.getClass(),
        CompletableFuture.supplyAsync(() -> mine.getClass()).get(5, TimeUnit.SECONDS));
  }

  @Test
  void whatEndsAThreadOfItsOwnIsAProblem() {
    String fails = "var t = new Thread(() -> { throw new IllegalStateException(\"no\"); });\n";
    Outcome outcome = session.run(fails + "t.start();\nt.join();", 7);
    Outcome.Threw threw = assertInstanceOf(Outcome.Threw.class, outcome);
    assertEquals("no", threw.exception().getMessage());
    assertEquals(7, threw.line());
    assertEquals("2", String.valueOf(done("1 + 1").orElseThrow()));
  }

  @ParameterizedTest
  @CsvSource({"while (true) {}", "Thread.sleep(100_000)", "'int x; while (true) {} x;'"})
  @Timeout(30)
  void whatDoesNotEndIsEnded(String code) {
    CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS).execute(session::interrupt);
    assertEquals(new Outcome.Stopped(1), session.run(code, 1));
    assertEquals("2", String.valueOf(done("1 + 1").orElseThrow()));
  }
}
