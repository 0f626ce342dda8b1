//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Yamls.java
//SOURCES ../Command.java
//SOURCES ../../operate/contract/Contracts.java
package tests.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import operate.contract.Contract;
import operate.contract.Contracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import project.LabException;
import project.Workspace;
import tests.Command;

class ContractsTest {
  @TempDir Path temp;

  private Contracts contracts() {
    return new Contracts(new Workspace(temp, false));
  }

  private Path own(String table, String text) throws IOException {
    Path folder = Files.createDirectories(temp.resolve("ops/contracts"));
    return Files.writeString(folder.resolve(table + Contract.ENDING), text);
  }

  @Test
  void withoutAnyOfItsOwnAWorkspaceHasTheLabs() throws IOException {
    try (Stream<Path> files = Files.list(Command.checkout().resolve("ops/contracts"))) {
      assertEquals(
          files
              .map(f -> f.getFileName().toString())
              .filter(f -> f.endsWith(Contract.ENDING))
              .map(f -> f.replace(Contract.ENDING, ""))
              .sorted()
              .toList(),
          contracts().tables());
    }
    assertTrue(Contracts.ofLab().contains("silver.daily_sales"));
    for (String table : Contracts.ofLab()) {
      Path file = Command.checkout().resolve("ops/contracts").resolve(table + Contract.ENDING);
      Contract inJar = contracts().of(table).orElseThrow();
      assertEquals(Contract.parse(inJar.file(), Files.readString(file)), inJar);
      assertEquals(Path.of("the lab's ops/contracts", table + Contract.ENDING), inJar.file());
    }
    assertEquals(Optional.empty(), contracts().of("raw.orders"));
  }

  @Test
  void aContractOfTheWorkspaceWinsAndMayBeOfAnotherTable() throws IOException {
    Path orders = own("raw.orders", Yamls.columns("{name: a}"));
    own("raw.customers", Yamls.columns("{name: mine}").replace("orders", "customers"));
    List<String> all = new ArrayList<>(Contracts.ofLab());
    all.add("raw.orders");
    assertEquals(all.stream().sorted().toList(), contracts().tables());
    assertEquals("mine", contracts().of("raw.customers").orElseThrow().columns().get(0).name());
    assertEquals(orders, contracts().of("raw.orders").orElseThrow().file());
  }

  @Test
  void aFileThatIsNotNamedLikeAContractIsNotPassedOver() throws IOException {
    own("raw.orders", Yamls.columns("{name: a}"));
    Path typo = temp.resolve("ops/contracts/silver.daily_sales.yaml");
    Files.writeString(typo, Yamls.columns("{name: a}"));
    Files.writeString(temp.resolve("ops/contracts/notes.md"), "x");
    String failure =
        assertThrows(LabException.class, () -> contracts().of("silver.daily_sales")).getMessage();
    assertTrue(failure.startsWith(typo + " is not named after a table, wanted LAYER."), failure);
    assertThrows(LabException.class, () -> contracts().tables());
  }
}
