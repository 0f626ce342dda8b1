//SOURCES ../project/FileTree.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Launcher.java
//SOURCES ../project/Workspace.java
package gate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import project.FileTree;
import project.LabException;
import project.Launcher;
import project.Workspace;

/**
 * The version before the change, in a folder of its own below {@code data/gate}: what it runs and
 * logs touches neither the reader's folder nor git's. Its input is that of the workspace, by a link.
 *
 * @param name as the reader named it
 * @param root of that version
 */
public record BaseTree(String name, Path root) {
  /** What a version consists of. */
  private static final List<String> PARTS =
      List.of(
          "scripts",
          "lib",
          "conf",
          "ops/contracts",
          "ops/runbooks",
          "ops/gate",
          "ops/slo.yaml",
          "ops/models_registry.csv",
          "jbang-catalog.json");

  /**
   * Lays a version out.
   *
   * @param wanted a commit, a branch, a folder, or empty for the commit that stored the baseline
   * @param baseline file of the baseline
   */
  public static BaseTree of(Workspace workspace, String wanted, Path baseline) {
    workspace.requireCheckout("gate --against");
    Path places = workspace.root().resolve("data/gate");
    try {
      Files.createDirectories(places);
      if (!wanted.isEmpty() && Files.isDirectory(Path.of(wanted))) {
        return linked(workspace, copy(workspace, Path.of(wanted), places), wanted);
      }
      String commit = wanted.isEmpty() ? lastOf(workspace, baseline) : commit(workspace, wanted);
      String name = wanted.isEmpty() ? commit.substring(0, 7) : wanted;
      return linked(workspace, unpack(workspace, commit, places), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The commit that a suspicion can be followed up with; empty when there is none. */
  public static Optional<String> storedWith(Workspace workspace, Path baseline) {
    if (!workspace.checkout()) {
      return Optional.empty();
    }
    String file = workspace.fromRoot(baseline);
    boolean committed = git(workspace, "status", "--porcelain", "--", file).isEmpty();
    return committed ? git(workspace, "log", "-1", "--format=%H", "--", file) : Optional.empty();
  }

  private static String lastOf(Workspace workspace, Path baseline) {
    return storedWith(workspace, baseline)
        .orElseThrow(
            () ->
                LabException.failed(
                    "%s as it is now is in no commit, so there is no version to run beside this one. Name one: %s"
                        .formatted(
                            workspace.fromHere(baseline),
                            Launcher.command("gate --against HEAD"))));
  }

  private static String commit(Workspace workspace, String wanted) {
    return git(
            workspace, "rev-parse", "--verify", "--quiet", "--end-of-options", wanted + "^{commit}")
        .orElseThrow(
            () ->
                LabException.failed(
                    ("--against %s is neither a folder nor a commit here (wanted a checkout of the"
                            + " lab, a commit or a branch; a shallow clone lacks older ones: git"
                            + " fetch --unshallow)")
                        .formatted(wanted)));
  }

  /** One version stays laid out, with what JBang has built of it; others go. */
  private static Path unpack(Workspace workspace, String commit, Path places) throws IOException {
    Path place = places.resolve("base-" + commit.substring(0, 12));
    removeOthers(places, place);
    if (Files.isDirectory(place)) {
      return place;
    }
    Path zip = places.resolve("base.zip");
    Path fresh = places.resolve("base-unpacking");
    FileTree.delete(fresh);
    git(workspace, "archive", "--format=zip", "-o", zip.toString(), commit);
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path file = fresh.resolve(entry.getName()).normalize();
        if (entry.isDirectory() || !file.startsWith(fresh)) {
          continue;
        }
        Files.createDirectories(file.getParent());
        Files.copy(in, file);
      }
    }
    Files.delete(zip);
    return Files.move(fresh, place);
  }

  private static Path copy(Workspace workspace, Path folder, Path places) throws IOException {
    Path from = folder.toAbsolutePath().normalize();
    Workspace other = Workspace.at(from);
    if (!other.checkout() || !other.root().equals(from)) {
      throw LabException.failed(
          "--against %s is no checkout of the lab (wanted its root, with jbang-catalog.json and conf/)"
              .formatted(folder));
    }
    Path place = places.resolve("base-folder");
    removeOthers(places, place);
    FileTree.delete(place);
    for (String part : PARTS) {
      if (Files.exists(from.resolve(part))) {
        Files.createDirectories(place.resolve(part).getParent());
        FileTree.copy(from.resolve(part), place.resolve(part));
      }
    }
    return place;
  }

  private static void removeOthers(Path places, Path keep) throws IOException {
    List<Path> old = new ArrayList<>();
    try (var found = Files.newDirectoryStream(places, "base-*")) {
      found.forEach(old::add);
    }
    old.stream().filter(p -> !p.equals(keep)).forEach(FileTree::delete);
  }

  private static BaseTree linked(Workspace workspace, Path root, String name) throws IOException {
    if (!Workspace.at(root).root().equals(root)) {
      throw LabException.failed("%s is no version of the lab that could run".formatted(name));
    }
    Path raw = root.resolve("data/raw");
    Files.createDirectories(raw.getParent());
    FileTree.delete(raw);
    Files.createSymbolicLink(raw, workspace.raw().toRealPath());
    return new BaseTree(name, root);
  }

  /** What git says, without its line break; empty when it says nothing or fails. */
  private static Optional<String> git(Workspace workspace, String... words) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    try {
      Process git =
          new ProcessBuilder(command)
              .directory(workspace.root().toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (InputStream out = git.getInputStream()) {
        String said = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
        return git.waitFor() == 0 && !said.isEmpty() ? Optional.of(said) : Optional.empty();
      }
    } catch (IOException noGit) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw LabException.failed("interrupted", e);
    }
  }
}
