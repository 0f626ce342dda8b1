package tests.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sales.ProgressLines;

class ProgressLinesTest {
  private final List<String> said = new ArrayList<>();
  private long now = -7;
  private ProgressLines progress;

  @BeforeEach
  void start() {
    progress = new ProgressLines(20_000_000, said::add, () -> now);
  }

  private void after(int seconds, long rows) {
    now += seconds * 1_000_000_000L;
    progress.add(rows);
  }

  @Test
  void aShortRunSaysNothing() {
    after(2, 10_000_000);
    after(2, 10_000_000);
    assertEquals(List.of(), said);
  }

  @Test
  void aLineForEachTenthThatIsNew() {
    after(6, 1_999_999);
    after(6, 1);
    after(6, 500_000);
    after(6, 3_900_000);
    after(60, 13_600_000);
    assertEquals(
        List.of(
            "10 % written: 2,000,000 of 20,000,000 rows",
            "32 % written: 6,400,000 of 20,000,000 rows",
            "100 % written: 20,000,000 of 20,000,000 rows"),
        said);
  }

  @Test
  void neverTwoLinesWithinFiveSeconds() {
    for (int second = 1; second <= 20; second++) {
      after(1, 1_000_000);
    }
    assertEquals(4, said.size(), said.toString());
  }
}
