package tests.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import project.Launcher;
import sales.DatasetSpec;
import sales.KeyCount;
import sales.KeySkew;
import sales.SmallFiles;

/** When inspect warns, at the edges of its rules. */
class InspectRulesTest {
  private static final long MIB = 1 << 20;

  @ParameterizedTest
  @CsvSource({
    // files, KiB, warned
    "1680, 390000, true",
    "101,  101000, true",
    "101,  310272, false", // mean exactly 3 MiB
    "101,  310271, true",
    "100,  1000, false", // as many as are no problem
    "14,   100, false",
    "1,    0, false",
  })
  void smallFilesAreManyAndSmall(long files, long kib, boolean warned) {
    SmallFiles small = new SmallFiles(files, kib * 1024, 14);
    assertEquals(warned, small.found());
    assertEquals(warned, small.sentence().startsWith("Warning, small files: "));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "134217728, 1", "134217729, 2", "398983168, 3"})
  void enoughFilesOf128MebibytesEach(long bytes, long files) {
    assertEquals(files, new SmallFiles(1_680, bytes, 14).enough());
  }

  @Test
  void theSentenceSaysHowManyFilesWouldDo() {
    String sentence = new SmallFiles(1_680, 380 * MIB, 14).sentence();
    assertTrue(sentence.contains("1,680 of 232 KiB on average"), sentence);
    assertTrue(sentence.contains("a file 3 would do; one for each folder makes 14."), sentence);
  }

  /** Remade with fewer files, the data stay those that the reader has. */
  @Test
  void theAnswerToSmallFilesKeepsTheRows() {
    DatasetSpec spec =
        new DatasetSpec(500_000, 100_000, 14, 120, 0.4, 0.001, 42, LocalDate.of(2025, 10, 1));
    assertTrue(
        SmallFiles.answers(spec)
            .containsKey(
                Launcher.command(
                    "generate_data --rows 500k --files-per-day 1 --hot-share 0.4 --overwrite")),
        SmallFiles.answers(spec).toString());
  }

  @ParameterizedTest
  @CsvSource({
    // rows, median, key, hot
    "20000000, 160, 4000000, true",
    "20000000, 160, 200000, true", // exactly 1 %
    "20000000, 160, 199999, false",
    "20000000, 160, 250, false",
    "1000, 100, 999, false", // few keys: a large share is no skew
    "1000, 99.9, 999, true",
    "14, 1, 3, false",
    "100, 0, 100, false", // no key has a customer
  })
  void aHotKeyIsLargeAgainstTheRowsAndAgainstTheMedian(
      long rows, double median, long key, boolean hot) {
    KeySkew skew = new KeySkew(rows, 100, median, median);
    assertEquals(hot, skew.isHot(key));
    String sentence = skew.sentence(new KeyCount(7L, key, true), hot ? 1 : 0);
    assertEquals(hot, sentence.startsWith("Warning, hot key: customer_id 7 has "), sentence);
    assertEquals(!hot, sentence.startsWith("No hot key: the largest, customer_id 7, "), sentence);
  }

  @Test
  void theSentenceCountsAndAnswers() {
    KeySkew skew = new KeySkew(20_000_000, 100_000, 160, 200);
    String sentence = skew.sentence(new KeyCount(0L, 4_000_000, true), 2);
    assertTrue(sentence.contains("4,000,000 of 20,000,000 rows (20.00 %)"), sentence);
    assertTrue(sentence.contains("25,000 times the median key (160 rows)"), sentence);
    assertTrue(sentence.contains("20,000 times the mean (200 rows)"), sentence);
    assertTrue(sentence.contains("Hot keys in all: 2."), sentence);
    assertTrue(sentence.contains("beyond about 5 cores"), sentence);
    String answers = KeySkew.answers().toString();
    assertTrue(answers.contains("optimized --join broadcast"), answers);
    assertTrue(answers.contains("optimized --join salted"), answers);
  }

  @Test
  void rowsWithoutAKeyCanBeHot() {
    KeySkew skew = new KeySkew(1_000, 100, 5, 5);
    String sentence = skew.sentence(new KeyCount(null, 500, false), 1);
    assertTrue(sentence.contains("customer_id null has 500 of 1,000 rows"), sentence);
    assertFalse(sentence.contains("Hot keys in all"), sentence);
  }
}
