//SOURCES Fault.java
package rehearse;

import java.io.IOException;

/** The customers have grown: what is broadcast does not fit into the heap that was enough. */
record FullHeap() implements Fault {
  /** Just above what Spark wants before it starts. */
  private static final String HEAP = "560m";

  /** A hash table of so many needs more than {@value #HEAP}, whatever else is in there. */
  private static final long CUSTOMERS = 7_000_000;

  @Override
  public String kind() {
    return "out_of_memory";
  }

  @Override
  public String entry() {
    return "out_of_memory";
  }

  @Override
  public String what() {
    return "7,000,000 customers more, and a job with a heap of " + HEAP;
  }

  @Override
  public void before(Site site) throws IOException {
    site.mustSucceed(show(site));
  }

  @Override
  public String inject(Site site) throws IOException {
    site.data().addCustomers(CUSTOMERS);
    return what() + ", which was enough before";
  }

  @Override
  public Said show(Site site) throws IOException {
    return site.lab("optimized", "--memory", HEAP);
  }

  @Override
  public void undo(Site site) throws IOException {
    site.data().removeAddedCustomers();
  }
}
