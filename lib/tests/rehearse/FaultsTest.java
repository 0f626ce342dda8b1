//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../operate/runbook/Runbook.java
//SOURCES ../../rehearse/Faults.java
//SOURCES ../Command.java
package tests.rehearse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import operate.runbook.Runbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Tag;
import project.LabException;
import project.Workspace;
import rehearse.Fault;
import rehearse.Faults;
import tests.Command;

/** What can be rehearsed, and how it is chosen. */
@Tag("spark")
class FaultsTest {
  private static List<String> chosen(String... kinds) {
    return Faults.of(List.of(kinds)).stream().map(Fault::kind).toList();
  }

  @Test
  void everyFaultHasItsEntryInTheRunbook() {
    Runbook runbook = Runbook.of("daily_sales", new Workspace(Command.checkout(), true));
    assertEquals(8, Faults.all().size());
    for (Fault fault : Faults.all()) {
      assertTrue(runbook.failure(fault.entry()).fix().size() >= 1, fault.kind());
    }
  }

  @Test
  void theyAreRehearsedInOneOrderWhateverTheOrderTyped() {
    assertEquals(
        List.of("process_killed", "type_changed", "late_data"),
        chosen("late_data", "type_changed", "process_killed", "late_data"));
    assertEquals(8, chosen("late_data", "all").size());
  }

  @Test
  void anUnknownOneIsAnsweredWithThoseThereAre() {
    LabException e = assertThrows(LabException.class, () -> chosen("all", "flood"));
    assertEquals(LabException.USAGE, e.exitCode());
    assertEquals(
        "flood is nothing that can be rehearsed (wanted all, or some of process_killed, disk_full,"
            + " out_of_memory, input_corrupted, column_renamed, type_changed, late_data,"
            + " hot_key_doubled)",
        e.getMessage());
  }
}
