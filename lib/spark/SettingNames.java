//DEPS org.apache.spark:spark-sql_2.12:3.5.9
//SOURCES ScalaValues.java
package spark;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.apache.spark.internal.config.ConfigEntry;
import org.apache.spark.internal.config.ConfigEntry$;
import org.apache.spark.sql.internal.SQLConf$;
import org.apache.spark.sql.internal.StaticSQLConf$;

/**
 * The names of settings that Spark's own registry holds. Spark passes over a name that it does not
 * know in silence, since an extension may read it; so does a run that is then measured.
 */
public final class SettingNames {
  private static final String SPARK = "spark.";
  private static final String SQL = "spark.sql.";

  /** Those of tables that an extension brings, under names that the reader makes up. */
  private static final String CATALOGS = "spark.sql.catalog.";

  /** A name this many letters away is worth asking about. */
  private static final int NEAR = 5;

  /**
   * Outside SQL many names are read without being registered, so only what looks like a slip of the
   * hand is called one.
   */
  private static final int VERY_NEAR = 2;

  private SettingNames() {}

  /** Whether an extension may read it from a session: Spark itself knows no such name. */
  public static boolean mayBeAnExtensions(String name) {
    return name.startsWith(SQL) && ConfigEntry.findEntry(name) == null;
  }

  /** A sentence for each name that seems to be misspelt, with the name that was probably meant. */
  public static List<String> warnings(Collection<String> names) {
    Set<String> known = known();
    return names.stream()
        .distinct()
        .filter(name -> !known.contains(name) && !name.startsWith(CATALOGS))
        .map(name -> warning(name, known))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> warning(String name, Set<String> known) {
    boolean sql = name.startsWith(SQL);
    Optional<String> meant =
        known.contains(SPARK + name)
            ? Optional.of(SPARK + name)
            : nearest(name, known, sql ? NEAR : VERY_NEAR);
    return sql || meant.isPresent()
        ? Optional.of(
            "Spark %s knows no setting %s: it changes nothing unless an extension reads it.%s"
                .formatted(
                    org.apache.spark.package$.MODULE$.SPARK_VERSION(),
                    name,
                    meant.map(found -> " Is %s meant?".formatted(found)).orElse("")))
        : Optional.empty();
  }

  private static Optional<String> nearest(String name, Set<String> known, int within) {
    LevenshteinDistance distance = new LevenshteinDistance(within);
    return known.stream()
        .filter(other -> distance.apply(name, other) >= 0)
        .min(Comparator.comparingInt(other -> distance.apply(name, other)));
  }

  /** An entry registers itself when the object that it stands in is loaded, as by these three. */
  private static Set<String> known() {
    SQLConf$.MODULE$.getConfigEntries();
    StaticSQLConf$.MODULE$.WAREHOUSE_PATH();
    org.apache.spark.internal.config.package$.MODULE$.DRIVER_MEMORY();
    Set<String> known = new TreeSet<>();
    for (ConfigEntry<?> entry : ConfigEntry$.MODULE$.knownConfigs().values()) {
      known.add(entry.key());
      known.addAll(ScalaValues.list(entry.alternatives()));
    }
    return known;
  }
}
