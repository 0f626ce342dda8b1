//SOURCES ../project/LabException.java
package template;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import project.LabException;

/**
 * The name of a model: a command, a Java class, a file and a value in several formats at once.
 *
 * @param text {@code churn_daily}
 */
public record ModelName(String text) {
  private static final String FORM = "[a-z][a-z0-9]*(_[a-z0-9]+)*";

  /** Longer ones make lines that are too long to read. */
  private static final int MOST = 40;

  /** JBang takes these as its own before it looks for an alias. */
  private static final Set<String> JBANGS_OWN =
      Set.of(
          "ai", "alias", "app", "build", "cache", "catalog", "completion", "config", "deps", "edit",
          "exec", "export", "help", "info", "init", "jdk", "plugin", "run", "template", "trust",
          "version", "wrapper");

  /** Packages whose classes a job uses: a class of the same name would hide them. */
  private static final Set<String> PACKAGES =
      Set.of("java", "javax", "models", "org", "picocli", "scala", "tests");

  /** Classes that a model, its job or its test works with. */
  private static final Set<String> CLASSES =
      Set.of(
          "Callable", "Cli", "Command", "Contract", "ContractColumn", "DataTypes", "Dataset", "Job",
          "JobOptions", "JobRun", "JobSpec", "List", "LocalSession", "Mixin", "Row",
          "RowFingerprint", "SaveMode", "SparkConfFile", "SparkSession", "StructType", "TableSpec",
          "Tag", "Test");

  /**
   * A name.
   *
   * @throws LabException when a command, a class or a file cannot have it
   */
  public static ModelName of(String text) {
    if (!text.matches(FORM) || text.length() > MOST) {
      throw LabException.usage(
          ("'%s' is no name for a model (wanted lower case words with underscores, as churn_daily,"
                  + " at most %d characters)")
              .formatted(text, MOST));
    }
    if (SourceVersion.isKeyword(text) || PACKAGES.contains(text)) {
      throw taken(text, "means something else in Java");
    }
    if (JBANGS_OWN.contains(text)) {
      throw taken(text, "is a command of JBang itself");
    }
    ModelName name = new ModelName(text);
    if (CLASSES.contains(name.type()) || isOfJava(name.type())) {
      throw taken(text, "would make a class %s, which there is".formatted(name.type()));
    }
    return name;
  }

  private static LabException taken(String text, String why) {
    return LabException.usage(
        "%s %s (wanted another name, as %s_daily)".formatted(text, why, text));
  }

  private static boolean isOfJava(String type) {
    try {
      return Class.forName("java.lang." + type) != null;
    } catch (ClassNotFoundException none) {
      return false;
    }
  }

  /** The Java class: {@code ChurnDaily}. */
  public String type() {
    return camel(text);
  }

  /** {@code ChurnDaily} for {@code churn_daily}. */
  static String camel(String snake) {
    return Arrays.stream(snake.split("_"))
        .filter(word -> !word.isEmpty())
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining());
  }

  @Override
  public String toString() {
    return text;
  }
}
