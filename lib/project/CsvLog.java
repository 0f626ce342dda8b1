//DEPS org.apache.commons:commons-csv:1.14.1
//DEPS commons-io:commons-io:2.20.0
// What commons-csv needs, named because Spark brings an older one that may otherwise win.
//SOURCES LabException.java
package project;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * A CSV file that only grows, shared by any number of processes.
 *
 * <p>A record is one physical line: line breaks inside values become spaces, so that a line torn by
 * a killed writer can never swallow the lines after it. Appending takes the file's lock, ends a
 * torn last line, and writes the new line with one call. The file's own header decides the order of
 * columns, so a reader may add columns of their own.
 *
 * @param file the CSV file; created with its header by the first append
 * @param columns the columns this log writes
 */
public record CsvLog(Path file, List<String> columns) {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();

  /** Within one process file locks do not queue, so threads wait for each other here. */
  private static final Object PROCESS_LOCK = new Object();

  /**
   * What a file holds: its header, its well-formed lines, and a sentence for each line left out.
   *
   * @param lines line number (from 1) and values by column, in file order
   */
  public record Content(List<String> header, List<Line> lines, List<String> warnings) {}

  /** One well-formed line. */
  public record Line(int number, Map<String, String> values) {
    /** The value of a column, empty when the file has no such column. */
    public String get(String column) {
      return values.getOrDefault(column, "");
    }
  }

  /** Appends one record; columns missing from {@code values} are left empty. */
  public void append(Map<String, String> values) {
    appendUnless(content -> false, values);
  }

  /**
   * Appends one record unless the file already satisfies {@code present}, both under one lock.
   *
   * @return whether the record was appended
   */
  public boolean appendUnless(Predicate<Content> present, Map<String, String> values) {
    synchronized (PROCESS_LOCK) {
      try {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
          channel.lock();
          String text = readAll(channel);
          Content content =
              text.isBlank() ? new Content(columns, List.of(), List.of()) : parse(text);
          if (present.test(content)) {
            return false;
          }
          StringBuilder out = new StringBuilder();
          if (text.isBlank()) {
            out.append(line(columns));
          } else if (!text.endsWith("\n")) {
            out.append('\n');
          }
          out.append(line(content.header().stream().map(c -> values.getOrDefault(c, "")).toList()));
          write(channel, text.isBlank() ? 0 : channel.size(), out.toString());
          return true;
        }
      } catch (IOException e) {
        throw LabException.failed("Cannot write %s: %s".formatted(file, reason(e)), e);
      }
    }
  }

  /**
   * Reads the file; lines that are torn or have the wrong number of values are left out and named.
   *
   * @throws LabException when a column this log writes is missing from the header
   */
  public Content read() {
    if (!Files.exists(file)) {
      return new Content(columns, List.of(), List.of());
    }
    try {
      // Not readString: it refuses the whole file for one character torn in half.
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return text.isBlank() ? new Content(columns, List.of(), List.of()) : parse(text);
    } catch (IOException e) {
      throw LabException.failed("Cannot read %s: %s".formatted(file, reason(e)), e);
    }
  }

  private Content parse(String text) {
    List<String> physical = text.lines().toList();
    // A spreadsheet saves a byte order mark, which would become part of the first column's name.
    List<String> header = fields(physical.get(0).replaceFirst("^\uFEFF", ""));
    List<String> missing = columns.stream().filter(c -> !header.contains(c)).toList();
    if (missing.isEmpty()) {
      return parse(physical, header);
    }
    throw LabException.failed(
        ("%s has no column %s (found: %s). Move the file away, and the next run starts a new one:"
                + " mv %s %s.old")
            .formatted(file, few(missing), few(header), file, file));
  }

  private Content parse(List<String> physical, List<String> header) {
    List<Line> lines = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (int i = 1; i < physical.size(); i++) {
      if (physical.get(i).isBlank()) {
        continue;
      }
      List<String> fields = fields(physical.get(i));
      if (fields.size() == header.size()) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int c = 0; c < header.size(); c++) {
          values.put(header.get(c), fields.get(c));
        }
        lines.add(new Line(i + 1, values));
      } else {
        warnings.add(
            "%s line %d left out: %d values where the header has %d (torn or edited)"
                .formatted(file, i + 1, fields.size(), header.size()));
      }
    }
    return new Content(header, List.copyOf(lines), List.copyOf(warnings));
  }

  /** The fields of one physical line; empty when its quoting is broken. */
  private static List<String> fields(String line) {
    try (CSVParser parser = CSVParser.parse(line, FORMAT)) {
      return parser.getRecords().stream()
          .findFirst()
          .map(r -> r.stream().toList())
          .orElse(List.of());
    } catch (IOException | RuntimeException torn) {
      return List.of();
    }
  }

  /** A log has some 50 columns: three of them tell a reader what kind of file it is. */
  private static String few(List<String> columns) {
    String first = String.join(", ", columns.subList(0, Math.min(3, columns.size())));
    return columns.size() > 3 ? first + " and %d more".formatted(columns.size() - 3) : first;
  }

  private static String line(List<String> values) {
    return FORMAT.format(values.stream().map(v -> v.replaceAll("\\R", " ")).toArray()) + "\n";
  }

  /** Writes all of {@code text} or, when the disk is full, nothing. */
  private static void write(FileChannel channel, long start, String text) throws IOException {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
    try {
      for (long at = start; bytes.hasRemaining(); ) {
        at += channel.write(bytes, at);
      }
    } catch (IOException e) {
      channel.truncate(start);
      throw e;
    }
  }

  private static String readAll(FileChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) channel.size());
    while (buffer.hasRemaining() && channel.read(buffer, buffer.position()) > 0) {}
    return StandardCharsets.UTF_8.decode(buffer.flip()).toString();
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }
}
