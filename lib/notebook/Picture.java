//SOURCES Notebook.java
package notebook;

import java.nio.file.Path;

/** The file of a picture that a notebook's cell shows: {@code images/C3_1.svg} beside it. */
final class Picture {
  private static final String FOLDER = "images/";

  private Picture() {}

  /** The picture's address in the Markdown; {@code number} from 1. */
  static String address(Notebook notebook, int number) {
    return FOLDER + notebook.id() + "_" + number + ".svg";
  }

  /** Where it lies. */
  static Path file(Notebook notebook, int number) {
    return notebook.file().resolveSibling(address(notebook, number));
  }

  /** Whether an image of the Markdown is one that a cell shows. */
  static boolean isOf(Notebook notebook, String address) {
    return address.matches("(\\./)?" + FOLDER + notebook.id() + "_\\d+\\.svg");
  }
}
