//DEPS org.apache.spark:spark-sql_2.12:3.5.9
// Some commands bring newer ones of these two: with the same everywhere, Spark runs on the same jars
// whichever command starts it, and one class-data archive fits all.
//DEPS com.google.guava:guava:33.0.0-jre
//DEPS commons-io:commons-io:2.20.0
//JAVA_OPTIONS --add-opens=java.base/java.lang=ALL-UNNAMED
//JAVA_OPTIONS --add-opens=java.base/java.lang.invoke=ALL-UNNAMED
//JAVA_OPTIONS --add-opens=java.base/java.lang.reflect=ALL-UNNAMED
//JAVA_OPTIONS --add-opens=java.base/java.io=ALL-UNNAMED
//JAVA_OPTIONS --add-opens=java.base/java.net=ALL-UNNAMED
//JAVA_OPTIONS --add-opens=java.base/java.nio=ALL-UNNAMED
//JAVA_OPTIONS --add-opens=java.base/java.util=ALL-UNNAMED
//JAVA_OPTIONS --add-opens=java.base/java.util.concurrent=ALL-UNNAMED
//JAVA_OPTIONS --add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED
//JAVA_OPTIONS --add-opens=java.base/jdk.internal.ref=ALL-UNNAMED
//JAVA_OPTIONS --add-opens=java.base/sun.nio.ch=ALL-UNNAMED
//JAVA_OPTIONS --add-opens=java.base/sun.nio.cs=ALL-UNNAMED
//JAVA_OPTIONS --add-opens=java.base/sun.security.action=ALL-UNNAMED
//JAVA_OPTIONS --add-opens=java.base/sun.util.calendar=ALL-UNNAMED
//JAVA_OPTIONS --add-opens=java.security.jgss/sun.security.krb5=ALL-UNNAMED
//JAVA_OPTIONS -Djdk.reflect.useDirectMethodHandle=false
//JAVA_OPTIONS -Djava.awt.headless=true
// Spark's sessions compute in UTC, but timestamps are shown, also in plans, in the JVM's time zone.
//JAVA_OPTIONS -Duser.timezone=UTC
//FILES log4j2.properties=../../conf/log4j2.properties
//SOURCES ForklessLocalFileSystem.java
//SOURCES SessionSpec.java
package spark;

import org.apache.spark.sql.SparkSession;

/**
 * Opens Spark sessions. Spark's version, the JVM options it needs on Java 17 and its log settings
 * stand once, at the top of this file: every script that lists it as a source inherits them.
 */
public final class Sessions {
  private Sessions() {}

  /** Opens the session that {@code spec} describes; the caller stops it. */
  public static SparkSession open(SessionSpec spec) {
    SparkSession.Builder builder =
        SparkSession.builder().appName(spec.appName()).master(spec.master());
    spec.conf().forEach(builder::config);
    return builder.getOrCreate();
  }
}
