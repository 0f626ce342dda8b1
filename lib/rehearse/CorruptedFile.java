//SOURCES Fault.java
package rehearse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The second half of an input file is gone, its size is not: only reading it shows. */
record CorruptedFile() implements Fault {
  @Override
  public String kind() {
    return "input_corrupted";
  }

  @Override
  public String entry() {
    return "input_corrupted";
  }

  @Override
  public String what() {
    return "the second half of an input file is overwritten with zeros";
  }

  @Override
  public String inject(Site site) throws IOException {
    Path file = site.data().filesOfTheDay().get(0);
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 0);
    Files.write(file, bytes);
    return "zeros over the second half of " + site.shown(file);
  }
}
