//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Histories.java
//SOURCES ../../portfolio/HistoryLog.java
package tests.portfolio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import compare.SuccessRate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import portfolio.HistoryLog;
import portfolio.ModelHistory;
import portfolio.Outage;
import portfolio.Portfolio;

/** Runs of the lab that were started with {@code --from} or {@code --to}. */
class SomeDaysTest {
  @TempDir Path temp;

  /** As slo has it: such a run repairs, and is in no rate and no time. */
  @Test
  void aRunOverSomeDaysRepairsAndIsInNoRate() throws IOException {
    Path file = temp.resolve("runs.csv");
    String header = "job_name,start_time,duration_sec,status,settings\n";
    String day = "join=broadcast event_date=2025-10-02..2025-10-02";
    Files.writeString(
        file,
        header
            + "a,2026-01-31T09:00:00Z,60,FAILED,join=broadcast\n"
            + "a,2026-01-31T10:00:00Z,60,SUCCESS,%s\n".formatted(day)
            + "a,2026-01-31T11:00:00Z,60,FAILED,%s\n".formatted(day)
            + "a,2026-01-31T12:00:00Z,90,SUCCESS,join=broadcast\n");
    HistoryLog.Content content =
        HistoryLog.read(file, Histories.format(2.5, Instant.parse("2026-06-01T00:00:00Z")));
    ModelHistory model = content.models().get(0);
    List<Outage> outages = Outage.of(model.runs());
    assertEquals(1, outages.size());
    assertEquals(Optional.of(Duration.ofMinutes(61)), outages.get(0).repairTime());
    assertArrayEquals(new double[] {90}, model.durations());
    Portfolio portfolio = Histories.portfolio(31, model);
    assertEquals(new SuccessRate(1, 2), portfolio.models().get(0).success());
    assertEquals(
        List.of(
            "2 lines over some days only: they repair and renew, and count in no rate and no time"
                + " (first: line 3)"),
        content.notes().stream().filter(n -> n.contains("days")).toList());
  }
}
