//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../sales/Steps.java
//SOURCES ../../spark/SparkConfFile.java
package tests.sales;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import project.LabException;
import sales.Step;
import sales.Steps;
import spark.SparkConfFile;

class StepsTest {
  private static final String ALL = "native,pruning,broadcast,aqe,skewjoin,partitions,output";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "none                    | none                        | none",
        "all                     | " + ALL + "                 | all",
        "broadcast, native       | native,broadcast            | native+broadcast",
        "salting                 | salting                     | salting",
        "all,compacted           | " + ALL + ",compacted       | all+compacted",
        "all,-aqe,-skewjoin      | native,pruning,broadcast,partitions,output | all-aqe-skewjoin",
        "all,-broadcast,salting  | native,pruning,aqe,skewjoin,partitions,output,salting"
            + " | all-broadcast+salting",
        "none,cache              | cache                       | cache",
      })
  void whatPeopleTypeIsReadAndNamed(String typed, String steps, String label) {
    assertEquals(steps, Steps.parse(typed).toString());
    assertEquals(label, Steps.parse(typed).label());
    assertEquals(Steps.parse(typed), Steps.parse(Steps.parse(typed).toString()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"bogus", "native,brodcast", "all,-none", "''", "native,,aqe"})
  void anUnknownStepNamesTheSteps(String typed) {
    LabException e = assertThrows(LabException.class, () -> Steps.parse(typed));
    assertEquals(LabException.USAGE, e.exitCode());
    for (Step step : Step.values()) {
      assertTrue(e.getMessage().contains(step.id()), e.getMessage());
    }
  }

  @Test
  void noTwoSubsetsHaveTheSameLabel() {
    Set<String> labels = new HashSet<>();
    Step[] all = Step.values();
    for (int bits = 0; bits < 1 << all.length; bits++) {
      Steps steps = Steps.NONE;
      for (Step step : all) {
        steps = (bits & 1 << step.ordinal()) != 0 ? steps.with(step) : steps;
      }
      assertTrue(labels.add(steps.label()), steps + " is named like another: " + steps.label());
      assertEquals(steps, Steps.parse(steps.toString()));
    }
  }

  /** Where it visibly acts and where it does not help: {@code NativeStepTest} for "native". */
  @ParameterizedTest
  @EnumSource
  void everyStepHasItsScenarios(Step step) {
    String name = step.name().charAt(0) + step.id().substring(1) + "StepTest";
    ClassLoader loader = getClass().getClassLoader();
    assertDoesNotThrow(() -> Class.forName("tests.sales." + name, false, loader));
  }

  @Test
  void oneIsAddedAndTakenAway() {
    assertEquals(Steps.ALL, Steps.ALL.without(Step.AQE).with(Step.AQE));
    assertEquals(Steps.parse("aqe"), Steps.NONE.with(Step.AQE));
    assertEquals(Steps.NONE, Steps.NONE.without(Step.AQE));
  }

  @Test
  void theSettingsAreThoseOfTheTwoJobs() {
    assertEquals(new TreeMap<>(SparkConfFile.read("baseline")), Steps.NONE.settings());
    assertEquals(new TreeMap<>(SparkConfFile.read("optimized")), Steps.ALL.settings());
  }

  @Test
  void theOrderThatIsTypedIsKeptAndALaterMinusTakesAway() {
    assertEquals(
        List.of(Step.BROADCAST, Step.NATIVE),
        List.copyOf(Steps.typed("broadcast,aqe,native,broadcast,-aqe")));
    assertEquals(
        List.of(Step.COMPACTED, Step.NATIVE, Step.PRUNING, Step.BROADCAST),
        List.copyOf(Steps.typed("compacted,all,-aqe,-skewjoin,-partitions,-output")));
    assertTrue(Steps.typed("none").isEmpty());
  }
}
