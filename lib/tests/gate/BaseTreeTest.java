//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../Command.java
//SOURCES ../../gate/BaseTree.java
package tests.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gate.BaseTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import project.LabException;
import project.Workspace;
import tests.Command;

/** The version before a change, laid out beside it from git or from a folder. */
class BaseTreeTest {
  @TempDir Path temp;
  private Path root;
  private Path baseline;
  private Workspace workspace;

  @BeforeEach
  void aSmallCheckout() throws IOException {
    root = Files.createDirectory(temp.toRealPath().resolve("lab"));
    baseline = root.resolve("ops/gate/daily_sales.json");
    Files.createDirectories(root.resolve("conf"));
    Files.createDirectories(root.resolve("scripts"));
    Files.createDirectories(root.resolve("data/raw"));
    Files.createDirectories(baseline.getParent());
    Files.writeString(root.resolve("jbang-catalog.json"), "{}");
    Files.writeString(root.resolve("conf/spark_local.conf"), "");
    Files.writeString(root.resolve("scripts/job.java"), "first");
    Files.writeString(root.resolve(".gitignore"), "data/\n");
    Files.writeString(baseline, "{}");
    workspace = new Workspace(root, true);
    git("init", "-q");
    commit("first");
    Files.writeString(root.resolve("scripts/job.java"), "second");
    commit("second");
    Files.writeString(root.resolve("scripts/job.java"), "now");
  }

  private String git(String... words) {
    String[] all = new String[words.length + 1];
    all[0] = "git";
    System.arraycopy(words, 0, all, 1, words.length);
    Command.Result result = Command.of(all).in(root).run();
    assertEquals(0, result.exitCode(), result.err());
    return result.out().strip();
  }

  private void commit(String message) {
    git("add", "-A");
    git("-c", "user.name=n", "-c", "user.email=n@example.org", "commit", "-q", "-m", message);
  }

  private String job(String wanted) throws IOException {
    BaseTree tree = BaseTree.of(workspace, wanted, baseline);
    assertEquals(root.resolve("data/raw").toRealPath(), tree.root().resolve("data/raw").toRealPath());
    assertEquals(tree.root(), Workspace.at(tree.root()).root());
    return Files.readString(tree.root().resolve("scripts/job.java"));
  }

  @Test
  void aCommitABranchTheBaselinesOwnAndAFolder() throws IOException {
    String before = git("status", "--porcelain");
    assertEquals("second", job("HEAD"));
    assertEquals("first", job("HEAD~1"));
    assertEquals("first", job(""), "the commit that stored the baseline");
    assertEquals("first", job(git("rev-parse", "HEAD~1")));
    Path other = temp.resolve("other");
    Files.createDirectories(other.resolve("conf"));
    Files.createDirectories(other.resolve("scripts"));
    Files.writeString(other.resolve("jbang-catalog.json"), "{}");
    Files.writeString(other.resolve("conf/spark_local.conf"), "");
    Files.writeString(other.resolve("scripts/job.java"), "other");
    assertEquals("other", job(other.toString()));
    assertEquals("other", job(other.toString()), "a second time");
    assertFalse(Files.exists(other.resolve("data")), "nothing of the reader's is touched");
    assertEquals("now", Files.readString(root.resolve("scripts/job.java")));
    assertEquals(before, git("status", "--porcelain"));
    assertEquals(1, Files.list(root.resolve("data/gate")).count(), "older ones go");
  }

  @Test
  void aBaselineThatIsNotCommittedHasNoVersion() throws IOException {
    assertTrue(BaseTree.storedWith(workspace, baseline).isPresent());
    Files.writeString(baseline, "{ }");
    assertEquals(Optional.empty(), BaseTree.storedWith(workspace, baseline));
    String said = refusal("");
    assertTrue(said.contains(" as it is now is in no commit, so there is no version"), said);
    assertTrue(said.endsWith(" gate --against HEAD"), said);
  }

  @Test
  void whatIsNoVersionIsRefused() throws IOException {
    assertTrue(refusal("no-such").startsWith("--against no-such is neither a folder nor a commit"));
    assertTrue(refusal("--all").startsWith("--against --all is neither a folder nor a commit"));
    String folder = temp.resolve("empty").toString();
    Files.createDirectory(Path.of(folder));
    assertTrue(refusal(folder).startsWith("--against " + folder + " is no checkout of the lab"));
  }

  private String refusal(String wanted) {
    return assertThrows(LabException.class, () -> BaseTree.of(workspace, wanted, baseline))
        .getMessage();
  }
}
