//DEPS org.commonmark:commonmark:0.24.0
//SOURCES Block.java
//SOURCES Cell.java
//SOURCES ExpectedOutput.java
//SOURCES Notebook.java
//SOURCES Prose.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Launcher.java
package notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import project.LabException;
import project.Launcher;

/** Reads notebooks. */
public final class NotebookReader {
  private static final Pattern TITLE = Pattern.compile("# ([A-Z]\\d*)\\. (\\S.*)");
  private static final Pattern INTRODUCTION = Pattern.compile("\\*([^*]+?)\\.?\\*\\s+(.+)");
  private static final String WANTED =
      "wanted a first line `# C3. Title` and a paragraph `*About 20 s.* What it teaches.` below it";

  /** Some editors on Windows begin a file with it; Java reads it as a letter. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** Characters of a line that a message shows. */
  private static final int SHOWN = 40;

  private final Path file;
  private final List<String> lines;
  private final List<Block> blocks = new ArrayList<>();
  private final Set<FencedCodeBlock> used = new HashSet<>();

  /** First line that is in no block yet, from 0. */
  private int next;

  private NotebookReader(Path file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  /**
   * Reads {@code file}.
   *
   * @throws LabException when it cannot be read, or is not a notebook
   */
  public static Notebook read(Path file) {
    try {
      return parse(file, Files.readString(file));
    } catch (CharacterCodingException e) {
      throw LabException.failed(
          "%s: found bytes that are not UTF-8 text, wanted a notebook. Save it as UTF-8, then run: %s"
              .formatted(file, again(file)),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads {@code text} as if it stood in {@code file}.
   *
   * @throws LabException when it is not a notebook
   */
  public static Notebook parse(Path file, String text) {
    String shown = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    return new NotebookReader(file, shown.lines().toList()).notebook();
  }

  private Notebook notebook() {
    Matcher title = TITLE.matcher(lines.isEmpty() ? "" : lines.get(0));
    if (!title.matches()) {
      throw noNotebook(1, lines.isEmpty() ? "" : lines.get(0));
    }
    Matcher introduction = INTRODUCTION.matcher(paragraph());
    if (!introduction.matches()) {
      throw noNotebook(2, paragraph());
    }
    Node document =
        Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build()
            .parse(String.join("\n", lines));
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof FencedCodeBlock fence && language(fence).equals("java")) {
        cell(fence);
      }
    }
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(FencedCodeBlock fence) {
            requireUsed(fence);
          }
        });
    proseUntil(lines.size());
    return new Notebook(
        file,
        title.group(1),
        title.group(2).strip(),
        introduction.group(1).strip(),
        introduction.group(2).strip(),
        List.copyOf(blocks));
  }

  private LabException noNotebook(int line, String text) {
    String start = text.length() > SHOWN ? text.substring(0, SHOWN - 1) + "…" : text;
    String found = text.isBlank() ? "nothing" : "`" + start + "`";
    return LabException.failed(
        "%s:%d: found %s, %s. Write them, then run: %s"
            .formatted(file, line, found, WANTED, again(file)));
  }

  private static String again(Path file) {
    return Launcher.command("notebook", "run", file.toString());
  }

  /** What stands below the title, in one line. */
  private String paragraph() {
    return String.join(
        " ",
        lines.stream()
            .skip(1)
            .dropWhile(String::isBlank)
            .takeWhile(line -> !line.isBlank())
            .map(String::strip)
            .toList());
  }

  private void cell(FencedCodeBlock fence) {
    List<SourceSpan> spans = fence.getSourceSpans();
    requireClosed(fence, "java");
    requireCode(fence);
    proseUntil(spans.get(0).getLineIndex());
    next = spans.get(spans.size() - 1).getLineIndex() + 1;
    Optional<ExpectedOutput> expected = Optional.empty();
    if (fence.getNext() instanceof FencedCodeBlock output && language(output).equals("output")) {
      requireClosed(output, "output");
      List<SourceSpan> lines = output.getSourceSpans();
      expected =
          Optional.of(new ExpectedOutput(lines.get(0).getLineIndex() + 2, output.getLiteral()));
      next = lines.get(lines.size() - 1).getLineIndex() + 1;
      used.add(output);
    }
    used.add(fence);
    blocks.add(new Cell(spans.get(0).getLineIndex() + 2, fence.getLiteral(), expected));
  }

  /** A fence that is not closed would take the rest of the file for code. */
  private void requireClosed(FencedCodeBlock fence, String language) {
    if (fence.getClosingFenceLength() == null) {
      throw LabException.failed(
          "%s:%d: the fence ```%s is not closed, wanted a line ``` after its code"
              .formatted(file, fence.getSourceSpans().get(0).getLineIndex() + 1, language));
    }
  }

  /** A cell without code would pass, and nothing would have been looked at. */
  private void requireCode(FencedCodeBlock fence) {
    if (fence.getLiteral().isBlank()) {
      throw LabException.failed(
          "%s:%d: found a fence ```java with nothing in it, wanted code. Write it, or remove the fence"
              .formatted(file, fence.getSourceSpans().get(0).getLineIndex() + 1));
    }
  }

  /** Code that looks as if it were run, and is not, would be a claim that nobody looks at. */
  private void requireUsed(FencedCodeBlock fence) {
    String first = language(fence).split("[\\s{,]", 2)[0];
    if (used.contains(fence)
        || !first.equalsIgnoreCase("java") && !first.equalsIgnoreCase("output")) {
      return;
    }
    throw LabException.failed(
        "%s:%d: the fence ```%s would not be looked at, wanted %s, outside of lists and quotes"
            .formatted(
                file,
                fence.getSourceSpans().get(0).getLineIndex() + 1,
                language(fence),
                first.equalsIgnoreCase("java")
                    ? "```java and nothing behind it"
                    : "```output right below the ```java whose output it is"));
  }

  private static String language(FencedCodeBlock fence) {
    return fence.getInfo() == null ? "" : fence.getInfo().strip();
  }

  private void proseUntil(int end) {
    String markdown = String.join("\n", lines.subList(next, end)).strip();
    if (!markdown.isEmpty()) {
      blocks.add(new Prose(markdown));
    }
    next = end;
  }
}
