package tests.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import project.CsvLog;
import project.LabException;

class CsvLogTest {
  @TempDir Path temp;
  Path file;
  CsvLog log;

  @BeforeEach
  void open() {
    file = temp.resolve("ops/log.csv");
    log = new CsvLog(file, List.of("id", "text"));
  }

  void append(String id, String text) {
    log.append(Map.of("id", id, "text", text));
  }

  void write(String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  List<String> texts() {
    return log.read().lines().stream().map(l -> l.get("text")).toList();
  }

  @Test
  void aMissingFileIsAnEmptyLog() {
    assertEquals(new CsvLog.Content(List.of("id", "text"), List.of(), List.of()), log.read());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "  \n \n"})
  void anEmptyFileIsAnEmptyLogThatGetsItsHeader(String nothing) throws IOException {
    write(nothing);
    assertEquals(List.of(), log.read().lines());
    append("1", "a");
    assertEquals("id,text\n1,a\n", Files.readString(file).stripTrailing() + "\n");
    append("2", "b");
    assertEquals(List.of("a", "b"), texts());
    assertEquals(List.of(), log.read().warnings());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        " both ends ",
        "comma, comma",
        "a \"quoted\" word",
        "\"",
        "'",
        "#",
        "\\",
        "ä€\uD83D\uDE00",
        "=1+1",
        "tab\there",
        "semi;colon"
      })
  void everyValueComesBack(String value) {
    append("1", value);
    append(value, "2");
    assertEquals(List.of(value, "2"), texts());
    assertEquals(value, log.read().lines().get(1).get("id"));
    assertEquals(List.of(), log.read().warnings());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\r\nb", "a\rb", "a\u2028b"})
  void lineBreaksBecomeSpacesSoThatARecordIsOneLine(String value) throws IOException {
    append("1", value);
    assertEquals(List.of("a b"), texts());
    assertEquals(2, Files.readAllLines(file).size());
  }

  @Test
  void missingValuesAreEmpty() {
    log.append(Map.of("text", "a"));
    assertEquals("", log.read().lines().get(0).get("id"));
    assertEquals("", log.read().lines().get(0).get("no such column"));
  }

  @Test
  void aTornLastLineIsNamedAndDoesNotSwallowTheNext() throws IOException {
    append("1", "a");
    append("2", "b");
    Files.writeString(file, "3", StandardOpenOption.APPEND);
    append("4", "d");
    assertEquals("id,text\n1,a\n2,b\n3\n4,d\n", Files.readString(file));
    assertEquals(List.of("a", "b", "d"), texts());
    assertEquals(
        List.of(file + " line 4 left out: 1 value where the header has 2 (torn or edited)"),
        log.read().warnings());
  }

  @Test
  void severalRecordsStandTogetherAfterATornLine() throws IOException {
    write("id,text\n1");
    log.append(List.of(Map.of("id", "2", "text", "b"), Map.of("text", "c"), Map.of("id", "4")));
    assertEquals("id,text\n1\n2,b\n,c\n4,\n", Files.readString(file).replace("\"\"", ""));
    assertEquals(List.of("b", "c", ""), texts());
  }

  @Test
  void aLineTornInsideQuotesDoesNotSwallowTheNext() throws IOException {
    write("id,text\n1,a\n2,\"torn, in the mid\n3,c\n");
    append("4", "d");
    assertEquals(List.of("a", "c", "d"), texts());
    assertEquals(
        List.of(file + " line 3 left out: its quotes are broken (torn or edited)"),
        log.read().warnings());
  }

  @Test
  void aLineTornInsideACharacterLeavesTheOthersReadable() throws IOException {
    append("1", "a");
    byte[] euro = "€".getBytes(StandardCharsets.UTF_8);
    Files.write(file, new byte[] {euro[0], euro[1]}, StandardOpenOption.APPEND);
    append("2", "b");
    assertEquals(List.of("a", "b"), texts());
    assertEquals(1, log.read().warnings().size());
  }

  @Test
  void lineNumbersAreThoseOfTheFile() throws IOException {
    write("id,text\n\n1,a\ntorn\n2,b\n");
    assertEquals(List.of(3, 5), log.read().lines().stream().map(CsvLog.Line::number).toList());
  }

  @Test
  void aReadersOwnColumnsAndTheirOrderAreKept() throws IOException {
    write("note,text,id\nkeep me,a,1\n");
    append("2", "b");
    assertEquals("note,text,id\nkeep me,a,1\n\"\",b,2\n", Files.readString(file));
    assertEquals("keep me", log.read().lines().get(0).get("note"));
  }

  @Test
  void whatASpreadsheetSavedIsRead() throws IOException {
    write("\uFEFFid,text\r\n1,a\r\n");
    append("2", "b");
    assertEquals(List.of("a", "b"), texts());
    assertEquals(List.of("id", "text"), log.read().header());
  }

  @Test
  void aMissingColumnIsNamedAndTheFileIsLeftAlone() throws IOException {
    write("id,txt\n1,a\n");
    for (LabException e :
        List.of(
            assertThrows(LabException.class, () -> log.read()),
            assertThrows(LabException.class, () -> append("2", "b")))) {
      assertTrue(e.getMessage().startsWith(file + " has no column text (found: id, txt)."));
      assertTrue(e.getMessage().endsWith("mv %s %s.old".formatted(file, file)), e.getMessage());
    }
    assertEquals("id,txt\n1,a\n", Files.readString(file));
  }

  @Test
  void aHeaderWithBrokenQuotesIsNamed() throws IOException {
    write("id,\"text\n1,a\n");
    for (Executable use : List.<Executable>of(() -> log.read(), () -> append("2", "b"))) {
      LabException e = assertThrows(LabException.class, use);
      assertTrue(e.getMessage().startsWith(file + " has no column id, text (found: none)."));
    }
  }

  /** The hole takes no space on the disk, and is longer than any array. */
  @Test
  void appendingReadsTheHeaderAndTheLastByteOnly() throws IOException {
    append("1", "a");
    long before = 3L << 30;
    try (RandomAccessFile hole = new RandomAccessFile(file.toFile(), "rw")) {
      hole.setLength(before);
    }
    append("2", "b");
    append("3", "c");
    try (RandomAccessFile end = new RandomAccessFile(file.toFile(), "r")) {
      end.seek(before);
      byte[] appended = new byte[(int) (end.length() - before)];
      end.readFully(appended);
      assertEquals("\n2,b\n3,c\n", new String(appended, StandardCharsets.UTF_8));
    }
  }

  @Test
  void aHeaderLongerThanABlockIsReadWhole() {
    List<String> columns = IntStream.range(0, 2_000).mapToObj(i -> "column" + i).toList();
    CsvLog wide = new CsvLog(file, columns);
    wide.append(Map.of("column0", "first"));
    wide.append(Map.of("column1999", "last"));
    assertEquals(columns, wide.read().header());
    assertEquals("first", wide.read().lines().get(0).get("column0"));
    assertEquals("last", wide.read().lines().get(1).get("column1999"));
  }

  @Test
  void appendUnlessLooksAtTheFileFirst() {
    assertTrue(log.appendUnless(c -> !c.lines().isEmpty(), Map.of("id", "1", "text", "a")));
    assertFalse(log.appendUnless(c -> !c.lines().isEmpty(), Map.of("id", "2", "text", "b")));
    assertEquals(List.of("a"), texts());
  }

  @Test
  void theFolderMayBeASymbolicLink() throws IOException {
    Path disk = Files.createDirectories(temp.resolve("disk"));
    Files.createSymbolicLink(temp.resolve("ops"), disk);
    append("1", "a");
    assertTrue(Files.exists(disk.resolve("log.csv")));
  }

  @Test
  void aFolderInTheWayIsOneSentence() throws IOException {
    Files.createDirectories(file);
    assertTrue(
        assertThrows(LabException.class, () -> append("1", "a"))
            .getMessage()
            .startsWith("Cannot write " + file));
    assertTrue(
        assertThrows(LabException.class, () -> log.read())
            .getMessage()
            .startsWith("Cannot read " + file));
  }
}
