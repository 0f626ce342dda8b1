//SOURCES LabRegistry.java
//SOURCES Registry.java
//SOURCES ../../project/Workspace.java
package operate.registry;

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
    return new RegistryInUse(Registry.of(LabRegistry.read()), "the lab's own ops/" + NAME);
  }
}
