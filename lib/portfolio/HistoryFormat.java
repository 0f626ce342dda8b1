//SOURCES StatusWords.java
package portfolio;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/**
 * How to understand a log of runs that another tool wrote.
 *
 * @param columns the log's own name of a column by the name this lab uses
 * @param status what the words in its status column mean
 * @param zone of times that do not say theirs
 * @param eurPerHour the price of an hour where the log has none, EUR
 * @param until runs that start later are left out
 */
public record HistoryFormat(
    Map<String, String> columns,
    StatusWords status,
    ZoneId zone,
    double eurPerHour,
    Instant until) {}
