//SOURCES ../project/Quantity.java
//SOURCES DatasetSpec.java
//SOURCES DayFiles.java
//SOURCES KeySkew.java
//SOURCES ParquetFolder.java
//SOURCES Readable.java
//SOURCES SmallFiles.java
//SOURCES TableSample.java
//SOURCES TopKeys.java
//SOURCES TransactionCounts.java
package sales;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import project.Quantity;

/**
 * What {@code inspect} prints: both tables, the keys, the files, the orphans.
 *
 * @param transactions their columns and first rows
 * @param customers their columns and first rows
 * @param transactionFiles the files of the transactions
 * @param customerFiles the files of the customers
 * @param topKeys the largest keys of transactions.customer_id
 * @param spec what the data were generated from
 */
record InspectionText(
    TableSample transactions,
    TableSample customers,
    ParquetFolder transactionFiles,
    ParquetFolder customerFiles,
    TopKeys topKeys,
    DatasetSpec spec) {

  /** The page as text, without a line break at the end. */
  @Override
  public String toString() {
    return String.join(
        "\n\n",
        table("Transactions", transactions, transactionFiles),
        table("Customers", customers, customerFiles),
        keys(),
        files(),
        orphans());
  }

  private static String table(String title, TableSample sample, ParquetFolder folder) {
    return "%s: %s, %s rows in %s, %s%n%s%n%n%s"
        .formatted(
            title,
            sample.folder(),
            Quantity.count(folder.rows()),
            files(folder.files().size()),
            Quantity.bytes(folder.bytes()),
            sample.columns(folder.rows()),
            sample.sample());
  }

  private static String files(int count) {
    return Quantity.count(count, "file");
  }

  private String keys() {
    return "Top keys of transactions.customer_id%n%s%n%n%s%s"
        .formatted(
            topKeys.table(),
            Readable.paragraph(topKeys.sentence()),
            topKeys.counts().hotKeys() == 0 ? "" : answers(KeySkew.answers()));
  }

  private String files() {
    List<DayFiles> days = DayFiles.of(transactionFiles);
    SmallFiles small =
        new SmallFiles(transactionFiles.files().size(), transactionFiles.bytes(), days.size());
    return "Files of the transactions%n%s%n%n%s%s"
        .formatted(
            DayFiles.table(days),
            Readable.paragraph(small.sentence()),
            small.found() ? answers(SmallFiles.answers(spec)) : "");
  }

  /** A command and why, each on a line of its own, so that it can be copied. */
  private static String answers(Map<String, String> commands) {
    return commands.entrySet().stream()
        .map(a -> "%n    %s%n      %s".formatted(a.getKey(), a.getValue()))
        .collect(Collectors.joining());
  }

  private String orphans() {
    TransactionCounts counts = topKeys.counts();
    String found =
        counts.orphans() == 0
            ? "None: every customer_id of the transactions is in customers."
            : ("%s transactions (%s) are of %s customers that do not exist; a left join keeps"
                    + " them, without a segment.")
                .formatted(
                    Quantity.count(counts.orphans()),
                    Readable.share(counts.orphans(), transactionFiles.rows()),
                    Quantity.count(counts.orphanKeys()));
    return "Orphans%n%s".formatted(Readable.paragraph(found));
  }
}
