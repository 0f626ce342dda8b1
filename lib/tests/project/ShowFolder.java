package tests.project;

import project.Workspace;

/** A process that says where it thinks it works. */
public final class ShowFolder {
  private ShowFolder() {}

  /** Prints the workspace of the current folder. */
  public static void main(String... args) {
    System.out.print(Workspace.here());
  }
}
