package runs;

/** Runs an arm of an experiment once. */
@FunctionalInterface
public interface ArmRunner {
  /** Whether the run succeeded; either way it is in the run log. */
  boolean run(int round, Arm arm);
}
