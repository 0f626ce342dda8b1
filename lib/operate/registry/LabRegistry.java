//SOURCES ../../project/Packed.java
//FILES ops/models_registry.csv=../../../ops/models_registry.csv
//SOURCES RegistryFile.java
package operate.registry;

import java.nio.file.Path;
import project.Packed;

/** The lab's own registry, which travels with the command to wherever it is started. */
public final class LabRegistry {
  private static final String NAME = "ops/models_registry.csv";

  private LabRegistry() {}

  /** The registry as it was when the command was built. */
  public static RegistryFile read() {
    return RegistryFile.parse(Path.of(NAME), Packed.text("/" + NAME));
  }
}
