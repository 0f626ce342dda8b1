//SOURCES Registry.java
//SOURCES ../project/Workspace.java
//FILES ops/models_registry.csv=../../ops/models_registry.csv
package operate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import project.LabException;
import project.Workspace;

/**
 * The registry that holds in a workspace: its own, else the lab's, which travels inside the
 * script's jar.
 *
 * @param shown as messages name it
 */
public record RegistryInUse(Registry registry, String shown) {
  private static final String NAME = "models_registry.csv";

  /**
   * The registry of a workspace.
   *
   * @throws LabException naming line and mistake of a file that is none
   */
  public static RegistryInUse of(Workspace workspace) {
    Path own = workspace.ops(NAME);
    if (Files.exists(own)) {
      String shown = workspace.fromHere(own);
      return new RegistryInUse(Registry.read(Path.of(shown)), shown);
    }
    try (InputStream in = RegistryInUse.class.getResourceAsStream("/ops/" + NAME)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new RegistryInUse(
          Registry.parse(Path.of("ops", NAME), text), "the lab's own ops/" + NAME);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
