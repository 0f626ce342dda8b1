//DEPS com.fasterxml.jackson.core:jackson-databind:2.15.2
//SOURCES Kernel.java
//SOURCES ../notebook/JupyterNotebook.java
//SOURCES ../project/FileTree.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Launcher.java
package jupyter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import notebook.JupyterNotebook;
import project.FileTree;
import project.LabException;
import project.Launcher;

/**
 * What tells Jupyter how to start the kernel: a folder among the user's kernels. It starts the java
 * and the libraries of this process, with a copy of the lab's own classes, so that neither JBang
 * nor its cache is needed any more.
 *
 * @param folder {@code ~/.local/share/jupyter/kernels/spark-lab-java}
 */
public record KernelSpec(Path folder) {
  private static final String NAME = JupyterNotebook.KERNEL;
  private static final String DISPLAY_NAME = JupyterNotebook.KERNEL_NAME;

  /** The kernel among those of the user, wherever Jupyter looks for them on this system. */
  public static KernelSpec ofUser() {
    return new KernelSpec(jupyterData().resolve("kernels").resolve(NAME).toAbsolutePath());
  }

  /** As Jupyter's own {@code jupyter --data-dir}. */
  private static Path jupyterData() {
    Map<String, String> env = System.getenv();
    String named = env.getOrDefault("JUPYTER_DATA_DIR", "");
    if (!named.isBlank()) {
      return Path.of(named);
    }
    String home = env.getOrDefault("HOME", System.getProperty("user.home"));
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.startsWith("mac")) {
      return Path.of(home, "Library", "Jupyter");
    }
    if (system.startsWith("windows") && env.containsKey("APPDATA")) {
      return Path.of(env.get("APPDATA"), "jupyter");
    }
    String xdg = env.getOrDefault("XDG_DATA_HOME", "");
    return (xdg.isBlank() ? Path.of(home, ".local", "share") : Path.of(xdg)).resolve("jupyter");
  }

  /**
   * Writes the folder, or replaces it as a whole.
   *
   * @return a sentence about what was done
   * @throws LabException when the folder cannot be written
   */
  public String install() {
    boolean replaced = Files.exists(folder);
    try {
      Files.createDirectories(folder.getParent());
      Path made = Files.createTempDirectory(folder.getParent(), "." + NAME);
      try {
        List<String> path =
            Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator));
        Files.copy(Path.of(path.get(0)), made.resolve("lab.jar"));
        Files.writeString(made.resolve("java.args"), javaArguments(path));
        Files.writeString(made.resolve("kernel.json"), json());
        FileTree.delete(folder);
        Files.move(made, folder);
      } finally {
        FileTree.delete(made);
      }
    } catch (IOException e) {
      throw cannotWrite(e);
    }
    String found = onPath("jupyter") ? "" : " There is no jupyter on PATH yet: install it.";
    return "%s the kernel \"%s\" in %s.%s"
        .formatted(replaced ? "Replaced" : "Installed", DISPLAY_NAME, folder, found);
  }

  /**
   * Removes the folder.
   *
   * @return a sentence about what was done
   * @throws LabException when it cannot be removed
   */
  public String remove() {
    if (!Files.exists(folder)) {
      return "There is no kernel \"%s\" in %s: nothing to remove."
          .formatted(DISPLAY_NAME, folder.getParent());
    }
    FileTree.delete(folder);
    if (Files.exists(folder)) {
      throw LabException.failed(
          "%s cannot be removed. Make it writable, then run: %s"
              .formatted(folder, Launcher.command("notebook kernel remove")));
    }
    return "Removed the kernel \"%s\" from %s.".formatted(DISPLAY_NAME, folder.getParent());
  }

  private LabException cannotWrite(IOException e) {
    String reason =
        e instanceof FileSystemException file && file.getReason() != null
            ? file.getReason()
            : e.getClass().getSimpleName();
    return LabException.failed(
        "%s cannot be written (%s). Make it writable, or name another folder: JUPYTER_DATA_DIR=FOLDER %s"
            .formatted(folder, reason, Launcher.command("notebook kernel install")),
        e);
  }

  /** The options of this JVM and its class path, as java reads them from a file. */
  private String javaArguments(List<String> path) {
    List<String> arguments =
        new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
    arguments.add("-cp");
    arguments.add(
        Stream.concat(Stream.of(folder.resolve("lab.jar").toString()), path.stream().skip(1))
            .collect(Collectors.joining(File.pathSeparator)));
    return arguments.stream()
        .map(a -> "\"" + a.replace("\\", "\\\\").replace("\"", "\\\"") + "\"\n")
        .collect(Collectors.joining());
  }

  private String json() throws JsonProcessingException {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(
        "argv",
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "@" + folder.resolve("java.args"),
            Kernel.class.getName(),
            "{connection_file}"));
    json.put("display_name", DISPLAY_NAME);
    json.put("language", "java");
    json.put("interrupt_mode", "message");
    return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
  }

  private static boolean onPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
