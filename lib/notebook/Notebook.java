package notebook;

import java.nio.file.Path;
import java.util.List;

/**
 * A notebook: a Markdown file whose Java fences are run.
 *
 * <p>It begins with {@code # C3. Title}, and the paragraph below says in its first words, set in
 * italics, how long it takes, and then what it teaches.
 *
 * @param file as it was named
 * @param id the letter and number of its title, {@code C3}
 * @param title without its id
 * @param duration as written, {@code about 20 s}
 * @param teaches one or two sentences, Markdown
 * @param blocks in the order of the file, the heading and the paragraph below it included
 */
public record Notebook(
    Path file, String id, String title, String duration, String teaches, List<Block> blocks) {

  /** Its cells, in order. */
  public List<Cell> cells() {
    return blocks.stream()
        .filter(block -> block instanceof Cell)
        .map(block -> (Cell) block)
        .toList();
  }
}
