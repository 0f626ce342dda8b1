//DEPS org.apache.commons:commons-csv:1.14.1
//DEPS commons-io:commons-io:2.20.0
// What commons-csv needs, named because Spark brings an older one that may otherwise win.
//SOURCES LabException.java
package project;

import java.io.ByteArrayOutputStream;
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
import java.util.Optional;
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

  /** More than a log's header takes. */
  private static final int HEADER_BYTES = 4096;

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

  /**
   * Appends one record; columns missing from {@code values} are left empty. Of what is there only
   * the header and the last byte are read, however long the file is.
   */
  public void append(Map<String, String> values) {
    append(List.of(values));
  }

  /** Appends several records with one call under one lock, so that they stand together. */
  public void append(List<Map<String, String>> records) {
    locked(
        channel -> {
          String first = firstLine(channel);
          // After an empty first line the file is either empty or no log: only all of it tells.
          boolean empty = first.isBlank();
          write(channel, empty, empty ? content(channel).header() : header(first), records);
          return true;
        });
  }

  /**
   * Appends one record unless the file already satisfies {@code present}, both under one lock.
   *
   * @return whether the record was appended
   */
  public boolean appendUnless(Predicate<Content> present, Map<String, String> values) {
    return locked(
        channel -> {
          Content content = content(channel);
          if (present.test(content)) {
            return false;
          }
          write(channel, firstLine(channel).isBlank(), content.header(), List.of(values));
          return true;
        });
  }

  /** What is done with the locked file. */
  @FunctionalInterface
  private interface Access {
    boolean to(FileChannel channel) throws IOException;
  }

  private boolean locked(Access access) {
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
          return access.to(channel);
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
      return content(Files.readAllBytes(file));
    } catch (IOException e) {
      throw LabException.failed("Cannot read %s: %s".formatted(file, reason(e)), e);
    }
  }

  private Content content(FileChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) channel.size());
    while (buffer.hasRemaining() && channel.read(buffer, buffer.position()) > 0) {}
    return content(buffer.array());
  }

  private Content content(byte[] bytes) {
    // Not a strict decoder: it refuses the whole file for one character torn in half.
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.isBlank()) {
      return new Content(columns, List.of(), List.of());
    }
    List<String> physical = text.lines().toList();
    return parse(physical, header(physical.get(0)));
  }

  private List<String> header(String line) {
    // A spreadsheet saves a byte order mark, which would become part of the first column's name.
    List<String> header = fields(line.replaceFirst("^\uFEFF", "")).orElse(List.of());
    List<String> missing = columns.stream().filter(c -> !header.contains(c)).toList();
    if (missing.isEmpty()) {
      return header;
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
      Optional<List<String>> fields = fields(physical.get(i));
      int found = fields.map(List::size).orElse(0);
      if (found == header.size()) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int c = 0; c < header.size(); c++) {
          values.put(header.get(c), fields.get().get(c));
        }
        lines.add(new Line(i + 1, values));
      } else {
        String wrong =
            fields.isEmpty()
                ? "its quotes are broken"
                : "%d %s where the header has %d"
                    .formatted(found, found == 1 ? "value" : "values", header.size());
        warnings.add("%s line %d left out: %s (torn or edited)".formatted(file, i + 1, wrong));
      }
    }
    return new Content(header, List.copyOf(lines), List.copyOf(warnings));
  }

  /** The fields of one physical line; empty when its quoting is broken. */
  private static Optional<List<String>> fields(String line) {
    try (CSVParser parser = CSVParser.parse(line, FORMAT)) {
      return parser.getRecords().stream().findFirst().map(r -> r.stream().toList());
    } catch (IOException | RuntimeException torn) {
      return Optional.empty();
    }
  }

  /** A log has some 50 columns: three of them tell a reader what kind of file it is. */
  private static String few(List<String> columns) {
    if (columns.isEmpty()) {
      return "none";
    }
    String first = String.join(", ", columns.subList(0, Math.min(3, columns.size())));
    return columns.size() > 3 ? first + " and %d more".formatted(columns.size() - 3) : first;
  }

  private static String line(List<String> values) {
    return FORMAT.format(values.stream().map(v -> v.replaceAll("\\R", " ")).toArray()) + "\n";
  }

  private static void write(
      FileChannel channel, boolean empty, List<String> header, List<Map<String, String>> records)
      throws IOException {
    StringBuilder text =
        new StringBuilder(empty ? line(header) : endsWithLineBreak(channel) ? "" : "\n");
    for (Map<String, String> values : records) {
      text.append(line(header.stream().map(c -> values.getOrDefault(c, "")).toList()));
    }
    write(channel, empty ? 0 : channel.size(), text.toString());
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

  /** Without its line break; as much of the file as that takes is read, and no more. */
  private static String firstLine(FileChannel channel) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    ByteBuffer block = ByteBuffer.allocate(HEADER_BYTES);
    for (long at = 0; channel.read(block.clear(), at) > 0; at += block.limit()) {
      block.flip();
      while (block.hasRemaining()) {
        byte next = block.get();
        if (next == '\n' || next == '\r') {
          return line.toString(StandardCharsets.UTF_8);
        }
        line.write(next);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private static boolean endsWithLineBreak(FileChannel channel) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    channel.read(last, channel.size() - 1);
    return last.get(0) == '\n';
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }
}
