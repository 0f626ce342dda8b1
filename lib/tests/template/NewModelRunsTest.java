//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ScratchCheckout.java
//SOURCES ../spark/LocalSession.java
//SOURCES ../../spark/RowFingerprint.java
//SOURCES ../../spark/TableSpec.java
package tests.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import operate.contract.Contract;
import operate.contract.ContractColumn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spark.TableSpec;

/** What is written compiles, and its own test passes. */
@Tag("spark")
class NewModelRunsTest {
  @TempDir Path temp;

  @Test
  void theCodeOfTwoModelsCompilesAndItsTestsPass() throws Exception {
    ScratchCheckout scratch = ScratchCheckout.in(temp.resolve("checkout"));
    scratch.changes(scratch.model("buyers_daily", "raw.transactions", "raw.customers")).apply();
    scratch
        .changes(scratch.model("buyers_trend", "gold.buyers_daily", "silver.daily_sales"))
        .apply();
    scratch.changes(scratch.model("signups", "raw.customers")).apply();
    List<String> sources = new ArrayList<>();
    for (String type : List.of("BuyersDaily", "BuyersTrend", "Signups")) {
      sources.add("lib/models/%s.java".formatted(type));
      sources.add("lib/tests/models/%sTest.java".formatted(type));
    }
    for (String name : List.of("buyers_daily", "buyers_trend", "signups")) {
      sources.add("scripts/%s.java".formatted(name));
    }
    try (URLClassLoader compiled = compile(scratch.root(), sources)) {
      for (String type : List.of("BuyersDaily", "BuyersTrend", "Signups")) {
        pass(compiled.loadClass("tests.models.%sTest".formatted(type)));
        TableSpec table =
            (TableSpec) compiled.loadClass("models." + type).getField("TABLE").get(null);
        Path contract =
            scratch.root().resolve("ops/contracts/gold.%s.odcs.yaml".formatted(table.name()));
        assertEquals(
            List.of(table.schema().fieldNames()),
            Contract.read(contract).columns().stream().map(ContractColumn::name).toList());
      }
    }
  }

  private URLClassLoader compile(Path root, List<String> sources) throws IOException {
    Path classes = Files.createDirectory(temp.resolve("classes"));
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString()));
    sources.forEach(source -> arguments.add(root.resolve(source).toString()));
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertEquals(0, exit, "javac " + arguments);
    for (String source : sources) {
      assertTrue(
          Files.readAllLines(root.resolve(source)).stream().allMatch(l -> l.length() <= 120),
          source);
    }
    return new URLClassLoader(
        new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
  }

  /** The test that does not look for the contract in the checkout it runs in. */
  private static void pass(Class<?> test) throws Exception {
    Constructor<?> constructor = test.getDeclaredConstructor();
    constructor.setAccessible(true);
    Method byHand = test.getDeclaredMethod("aTableComputedByHand");
    assertTrue(byHand.isAnnotationPresent(Test.class));
    byHand.setAccessible(true);
    byHand.invoke(constructor.newInstance());
  }
}
