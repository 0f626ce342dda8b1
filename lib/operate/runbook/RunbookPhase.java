package operate.runbook;

/** What a runbook says about one failure, in the order in which it is needed. */
public enum RunbookPhase {
  /** What is seen, quoted. */
  SYMPTOM("Symptom"),
  /** How to know that it is this failure. */
  CONFIRM("Confirm"),
  /** What to do. */
  FIX("Fix"),
  /** How to know that it helped. */
  VERIFY("Verify"),
  /** Whom to call when it did not, or when it comes back. */
  ESCALATE("Escalate");

  private final String label;

  RunbookPhase(String label) {
    this.label = label;
  }

  /** As it stands in the file, {@code **Symptom:**}. */
  String label() {
    return label;
  }
}
