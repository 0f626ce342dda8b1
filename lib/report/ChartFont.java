//SOURCES ../project/Launcher.java
package report;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.nio.file.Path;
import project.Launcher;

/** The font of the pictures. A server may have none at all, and Java then fails in many ways. */
final class ChartFont {

  /** No text can be drawn on this machine; the message says what to install. */
  static final class Missing extends RuntimeException {
    Missing(Path file, Throwable cause) {
      super(
          ("%s was not written: Java finds no font on this machine. Install one (Debian: apt-get"
                  + " install fontconfig fonts-dejavu-core), then run: %s")
              .formatted(file.getFileName(), Launcher.command("report")),
          cause);
    }
  }

  private ChartFont() {}

  /**
   * Checks that text can be drawn.
   *
   * @param file what is going to be drawn
   * @throws Missing when it cannot
   */
  static void require(Path file) {
    System.setProperty("java.awt.headless", "true");
    try {
      plain(12).getStringBounds("p95", new FontRenderContext(null, true, true));
    } catch (RuntimeException | LinkageError | InternalError e) {
      throw new Missing(file, e);
    }
  }

  static Font plain(int size) {
    return new Font(Font.SANS_SERIF, Font.PLAIN, size);
  }

  static Font bold(int size) {
    return new Font(Font.SANS_SERIF, Font.BOLD, size);
  }
}
