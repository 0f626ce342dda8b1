//SOURCES Fault.java
//SOURCES SmallDisk.java
package rehearse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The disk has no room for the output, because data/experiments has taken it. The machine's own
 * disk is not filled, which would be no rehearsal for the others on it: Spark writes through a file
 * system that counts.
 */
record FullDisk() implements Fault {
  /** More than two outputs of the job need, by far. */
  private static final int TAKEN = 8 << 20;

  private static final int LEFT = 1 << 10;

  @Override
  public String kind() {
    return "disk_full";
  }

  @Override
  public String entry() {
    return "disk_full";
  }

  @Override
  public String what() {
    return "the disk that Spark writes to has 1 KiB left; 8 MiB are in data/experiments";
  }

  @Override
  public String inject(Site site) throws IOException {
    Path old = site.path("data/experiments/of-last-month/part-0.parquet");
    Files.createDirectories(old.getParent());
    Files.write(old, new byte[TAKEN]);
    Path data = site.path("data");
    site.runJobsWith(SmallDisk.settings(data, SmallDisk.used(data) + LEFT));
    return what();
  }

  @Override
  public void undo(Site site) {
    site.runJobsAsTheyAre();
  }
}
