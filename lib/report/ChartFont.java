//SOURCES ../project/Launcher.java
package report;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import project.Launcher;

/** The font of the pictures. A server may have none at all, and Java then fails in many ways. */
public final class ChartFont {

  /** No text can be drawn on this machine; the message says what to install. */
  public static final class Missing extends RuntimeException {
    Missing(String what, String alias, Throwable cause) {
      super(
          ("%s was not written: Java finds no font on this machine. Install one (Debian: apt-get"
                  + " install fontconfig fonts-dejavu-core), then run: %s")
              .formatted(what, Launcher.command(alias)),
          cause);
    }
  }

  private ChartFont() {}

  /**
   * Checks that text can be drawn.
   *
   * @param what is going to be drawn
   * @param alias of the command that draws it
   * @throws Missing when it cannot
   */
  public static void require(String what, String alias) {
    System.setProperty("java.awt.headless", "true");
    try {
      plain(12).getStringBounds("p95", new FontRenderContext(null, true, true));
    } catch (RuntimeException | LinkageError | InternalError e) {
      throw new Missing(what, alias, e);
    }
  }

  /** The font for text. */
  public static Font plain(int size) {
    return new Font(Font.SANS_SERIF, Font.PLAIN, size);
  }

  /** The font for what is to be seen first. */
  public static Font bold(int size) {
    return new Font(Font.SANS_SERIF, Font.BOLD, size);
  }
}
