//SOURCES ../../runs/Scratch.java
package tests.runs;

import java.io.IOException;
import java.nio.file.Files;
import runs.Scratch;

/** A process with a scratch folder. */
public final class ScratchHolder {
  private ScratchHolder() {}

  /** Makes it, and waits. */
  public static void main(String... args) throws IOException, InterruptedException {
    Files.createFile(Scratch.folder().resolve("ready"));
    Thread.sleep(60_000);
  }
}
