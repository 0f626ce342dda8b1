package tests.project;

import project.Terminal;

/** A process that says on standard output whether its standard error is a terminal. */
public final class ShowTerminal {
  private ShowTerminal() {}

  /** Prints true or false. */
  public static void main(String... args) {
    System.out.print(Terminal.isStandardError());
  }
}
