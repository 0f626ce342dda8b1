//SOURCES ../../spark/ForklessLocalFileSystem.java
package tests.spark;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;

/** Creates a folder and a file in it through Hadoop: {@code file-system-class folder}. */
public final class FolderOfFiles {
  private FolderOfFiles() {}

  /** Prints {@code written}, or what went wrong, without a stack trace. */
  public static void main(String... args) {
    Configuration conf = new Configuration();
    conf.set("fs.file.impl", args[0]);
    try (FileSystem files = FileSystem.newInstance(URI.create("file:///"), conf)) {
      Path folder = new Path("file://" + args[1]);
      files.mkdirs(folder, FsPermission.getDirDefault());
      try (FSDataOutputStream out = files.create(new Path(folder, "part"))) {
        out.writeUTF("hello");
      }
      System.out.println("written");
    } catch (IOException e) {
      System.out.println(e.getMessage());
    }
  }
}
