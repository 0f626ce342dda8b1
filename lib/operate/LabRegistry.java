//FILES ops/models_registry.csv=../../ops/models_registry.csv
//SOURCES RegistryFile.java
package operate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The lab's own registry, which travels with the command to wherever it is started. */
public final class LabRegistry {
  private static final String NAME = "ops/models_registry.csv";

  private LabRegistry() {}

  /** The registry as it was when the command was built. */
  public static RegistryFile read() {
    try (InputStream in = LabRegistry.class.getResourceAsStream("/" + NAME)) {
      return RegistryFile.parse(
          Path.of(NAME), new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
