//SOURCES Fault.java
package rehearse;

import java.io.IOException;

/** Transactions of a day arrive after it was computed; the job of the next day notices. */
record LateData() implements Fault {
  @Override
  public String kind() {
    return "late_data";
  }

  @Override
  public String entry() {
    return "late_data";
  }

  @Override
  public String what() {
    return "1,000 transactions of a day arrive after it was computed";
  }

  @Override
  public Answer answer() {
    return Answer.OF_THE_NAIVE_JOB;
  }

  @Override
  public String inject(Site site) throws IOException {
    site.generate("--late", site.data().day() + "=1k");
    return what() + ": day=" + site.data().day();
  }

  @Override
  public Said show(Site site) throws IOException {
    String next = site.data().day().plusDays(1).toString();
    return site.lab("optimized", "--from", next, "--to", next);
  }
}
