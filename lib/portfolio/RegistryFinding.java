package portfolio;

/**
 * Something that is not as it should be.
 *
 * @param severity an error fails the check
 * @param line of the registry, from 1
 * @param found what is there
 * @param wanted what should be
 * @param next the command to type
 */
public record RegistryFinding(
    Severity severity, int line, String found, String wanted, String next) {

  /** How bad it is. */
  public enum Severity {
    ERROR,
    WARNING
  }

  static RegistryFinding error(int line, String found, String wanted, String next) {
    return new RegistryFinding(Severity.ERROR, line, found, wanted, next);
  }

  static RegistryFinding warning(int line, String found, String wanted, String next) {
    return new RegistryFinding(Severity.WARNING, line, found, wanted, next);
  }

  /** Whether it fails the check. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
