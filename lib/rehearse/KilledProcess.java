//SOURCES Fault.java
package rehearse;

import java.io.IOException;

/** The JVM of the job is killed while it writes its output, as Linux does when memory runs out. */
record KilledProcess() implements Fault {
  @Override
  public String kind() {
    return "process_killed";
  }

  @Override
  public String entry() {
    return "process_killed";
  }

  @Override
  public String what() {
    return "the JVM of the job gets kill -9 while the job runs";
  }

  @Override
  public String inject(Site site) {
    return what();
  }

  @Override
  public Said show(Site site) throws IOException {
    return site.labKilled("optimized");
  }
}
