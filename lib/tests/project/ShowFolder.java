package tests.project;

import project.Workspace;

/** A process that says where it thinks it works, and where something lies: {@code [path]}. */
public final class ShowFolder {
  private ShowFolder() {}

  /** Prints the workspace of the current folder, or a path as it is typed there. */
  public static void main(String... args) {
    Workspace here = Workspace.here();
    System.out.print(args.length == 0 ? here : here.fromHere(here.root().resolve(args[0])));
  }
}
