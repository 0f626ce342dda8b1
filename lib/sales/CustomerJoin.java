//SOURCES DatasetSpec.java
//SOURCES ../spark/Sessions.java
package sales;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Step "join": every transaction gets its customer's segment; a transaction of a customer that does
 * not exist keeps a null segment.
 */
public enum CustomerJoin {
  /**
   * Naive form: both tables are shuffled by customer_id; one task gets the whole hot key. The hint
   * keeps it so where Spark would see that the customers are few and broadcast them.
   */
  SHUFFLED {
    @Override
    public Dataset<Row> apply(Dataset<Row> transactions, Dataset<Row> customers) {
      return transactions.join(segments(customers).hint("merge"), "customer_id", "left");
    }
  },

  /** Tuned form for a small dimension: it is sent to every task, the fact table is not shuffled. */
  BROADCAST {
    @Override
    public Dataset<Row> apply(Dataset<Row> transactions, Dataset<Row> customers) {
      return transactions.join(broadcast(segments(customers)), "customer_id", "left");
    }
  },

  /**
   * Tuned form for a dimension too large to broadcast: the hot key's rows are spread over {@link
   * #SALT_N} partitions. Only the hot customer is replicated, once for each salt; every other row
   * has salt 0. The salt is a hash of the row, not a random number, so a retried task gives every
   * row the same salt again.
   */
  SALTED {
    @Override
    public Dataset<Row> apply(Dataset<Row> transactions, Dataset<Row> customers) {
      return salted(transactions, replicated(customers).hint("merge"));
    }
  };

  /** Into how many partitions the hot key is split; 8 to 32 are usual. */
  public static final int SALT_N = 16;

  /** The joined rows: those of {@code transactions}, with a column {@code segment}. */
  public abstract Dataset<Row> apply(Dataset<Row> transactions, Dataset<Row> customers);

  /**
   * Both at once, which nobody needs: what is broadcast is not shuffled, so there is no skewed
   * partition to spread, and the salt costs. It is here to show that.
   */
  static Dataset<Row> saltedBroadcast(Dataset<Row> transactions, Dataset<Row> customers) {
    return salted(transactions, broadcast(replicated(customers)));
  }

  /** Naive form: no table is ever small enough to broadcast; tuned: Spark's own 10 MiB. */
  static Map<String, String> settings(boolean tuned) {
    return tuned ? Map.of() : Map.of("spark.sql.autoBroadcastJoinThreshold", "-1");
  }

  private static Dataset<Row> salted(Dataset<Row> transactions, Dataset<Row> replicated) {
    return transactions
        .withColumn("salt", when(isHot(), saltOfRow()).otherwise(lit(0)))
        .join(replicated, new String[] {"customer_id", "salt"}, "left")
        .drop("salt");
  }

  private static Dataset<Row> replicated(Dataset<Row> customers) {
    Column salts = when(isHot(), sequence(lit(0), lit(SALT_N - 1))).otherwise(array(lit(0)));
    return segments(customers).withColumn("salt", explode(salts));
  }

  private static Dataset<Row> segments(Dataset<Row> customers) {
    return customers.select("customer_id", "segment");
  }

  private static Column isHot() {
    return col("customer_id").equalTo(lit(DatasetSpec.HOT_CUSTOMER));
  }

  private static Column saltOfRow() {
    return pmod(xxhash64(col("id")), lit(SALT_N)).cast("int");
  }
}
