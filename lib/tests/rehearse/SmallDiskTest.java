//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../rehearse/SmallDisk.java
package tests.rehearse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rehearse.SmallDisk;

/** A disk that is full says so as the kernel does, and is not when something was removed. */
@Tag("spark")
class SmallDiskTest {
  @TempDir Path temp;

  private SmallDisk disk(long bytes) throws IOException {
    Configuration conf = new Configuration(false);
    SmallDisk.settings(temp, bytes)
        .forEach((key, value) -> conf.set(key.replaceFirst("^spark\\.hadoop\\.", ""), value));
    SmallDisk disk = new SmallDisk();
    disk.initialize(URI.create("file:///"), conf);
    return disk;
  }

  private void write(SmallDisk disk, String name, int bytes) throws IOException {
    org.apache.hadoop.fs.Path file = new org.apache.hadoop.fs.Path(temp.resolve(name).toString());
    try (OutputStream out = disk.create(file, true)) {
      out.write(new byte[bytes - 1]);
      out.write(7);
    }
  }

  @Test
  void whatFitsIsWrittenAndWhatDoesNotIsRefused() throws IOException {
    Files.write(temp.resolve("old"), new byte[1000]);
    SmallDisk disk = disk(1500);
    write(disk, "fits", 300);
    assertEquals(300, Files.size(temp.resolve("fits")));
    write(disk, "just", 200);
    IOException full = assertThrows(IOException.class, () -> write(disk, "more", 2));
    assertEquals("No space left on device", full.getMessage());

    Files.delete(temp.resolve("old"));
    write(disk(1500), "more", 900);
    assertEquals(1400, SmallDisk.used(temp) - Files.size(temp.resolve("just")) + 200);
  }
}
