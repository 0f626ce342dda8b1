package tests.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import project.LabException;
import project.Workspace;
import tests.Command;

class WorkspaceTest {
  @TempDir Path temp;
  Path checkout;
  Path outside;

  @BeforeEach
  void layOut() throws IOException {
    checkout = temp.resolve("lab");
    outside = Files.createDirectories(temp.resolve("elsewhere/deep"));
    Files.createDirectories(checkout.resolve("conf"));
    Files.createDirectories(checkout.resolve("lib/sales"));
    Files.writeString(checkout.resolve("conf/spark_local.conf"), "");
    Files.writeString(checkout.resolve("jbang-catalog.json"), "{}");
  }

  @Test
  void theRootIsItsOwnWorkspace() {
    assertEquals(new Workspace(checkout, true), Workspace.at(checkout));
  }

  @Test
  void aFolderBelowBelongsToTheRoot() {
    assertEquals(new Workspace(checkout, true), Workspace.at(checkout.resolve("lib/sales")));
  }

  @Test
  void elsewhereTheCurrentFolderIsTheWorkspace() {
    assertEquals(new Workspace(outside, false), Workspace.at(outside));
  }

  @Test
  void aCatalogAloneIsNotACheckout() throws IOException {
    Files.writeString(outside.resolve("jbang-catalog.json"), "{}");
    assertEquals(new Workspace(outside, false), Workspace.at(outside));
  }

  @Test
  void dotsAreResolvedBeforeLookingUp() {
    assertEquals(
        new Workspace(outside, false), Workspace.at(checkout.resolve("lib/../../elsewhere/deep")));
  }

  @Test
  void aSymlinkToTheCheckoutKeepsTheNameTheReaderTyped() throws IOException {
    Path link = Files.createSymbolicLink(temp.resolve("link"), checkout);
    assertEquals(new Workspace(link, true), Workspace.at(link.resolve("lib")));
  }

  @Test
  void aCommandStartedInASymlinkIntoTheCheckoutFindsIt() throws IOException {
    Path link = Files.createSymbolicLink(outside.resolve("sales"), checkout.resolve("lib/sales"));
    Command.Result result = Command.java(ShowFolder.class).in(link).run();
    assertEquals(new Workspace(checkout.toRealPath(), true).toString(), result.out());
  }

  @ParameterizedTest
  @CsvSource({
    "lab, data/raw, data/raw",
    "lab/lib/sales, data/raw, ../../data/raw",
    "lab/lib/sales, lib/tests, ../tests",
    "lab/lib/sales, lib/sales/x, x",
    "elsewhere/deep, data/raw, data/raw",
  })
  void aPathIsTypedFromTheFolderTheReaderIsIn(String folder, String path, String typed)
      throws IOException {
    Path here = temp.resolve(folder).toRealPath();
    assertEquals(typed, Command.java(ShowFolder.class, path).in(here).run().out());
  }

  @Test
  void whatLiesElsewhereIsTypedInFull() throws IOException {
    Path here = checkout.resolve("lib").toRealPath();
    Command.Result shown = Command.java(ShowFolder.class, outside.toString()).in(here).run();
    assertEquals(outside.toString(), shown.out());
    assertEquals(checkout.toRealPath().resolve("lib").toString(), typedAt(here));
  }

  private static String typedAt(Path folder) {
    return Command.java(ShowFolder.class, folder.toString()).in(folder).run().out();
  }

  @Test
  void recordsNamePathsFromTheRoot() {
    Workspace workspace = Workspace.at(checkout);
    assertEquals("ops/job_runs.csv", workspace.fromRoot(workspace.runs()));
    assertEquals(
        "data/silver/daily_sales/tuned",
        workspace.fromRoot(workspace.table("silver", "daily_sales", "tuned")));
    assertEquals(outside.toString(), workspace.fromRoot(outside));
  }

  @Test
  void aCommandThatNeedsTheCheckoutSaysWhereItIsAndWhatToType() {
    assertEquals(Workspace.at(checkout), Workspace.at(checkout).requireCheckout("test"));
    LabException e =
        assertThrows(LabException.class, () -> Workspace.at(outside).requireCheckout("test"));
    assertEquals(LabException.FAILED, e.exitCode());
    assertTrue(e.getMessage().contains(outside.toString()), e.getMessage());
    String command = "Clone the repository, cd into it, and run: scripts/jbangw ";
    assertTrue(e.getMessage().endsWith(command + "test"), e.getMessage());
    LabException other =
        assertThrows(
            LabException.class,
            () -> Workspace.at(outside).requireCheckout("The course", "notebook list"));
    assertTrue(other.getMessage().startsWith("The course needs "), other.getMessage());
    assertTrue(other.getMessage().endsWith(command + "notebook list"), other.getMessage());
  }
}
