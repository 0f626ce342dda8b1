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

  @Test
  void pathsAreShownAsTyped() {
    Workspace workspace = Workspace.at(checkout);
    assertEquals("ops/job_runs.csv", workspace.show(workspace.runs()));
    assertEquals(
        "data/silver/daily_sales/tuned",
        workspace.show(workspace.table("silver", "daily_sales", "tuned")));
    assertEquals(outside.toString(), workspace.show(outside));
  }

  @Test
  void aCommandThatNeedsTheCheckoutSaysWhereItIsAndWhatToType() {
    assertEquals(Workspace.at(checkout), Workspace.at(checkout).requireCheckout("test"));
    LabException e =
        assertThrows(LabException.class, () -> Workspace.at(outside).requireCheckout("test"));
    assertEquals(LabException.FAILED, e.exitCode());
    assertTrue(e.getMessage().contains(outside.toString()), e.getMessage());
    assertTrue(e.getMessage().endsWith(" test"), e.getMessage());
  }
}
