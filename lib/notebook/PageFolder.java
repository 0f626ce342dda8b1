//SOURCES Notebook.java
package notebook;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the pages of notebooks lie.
 *
 * @param folder the pages are written to
 * @param course files of the course, in its order
 * @param written files that get a page now; other pages may be there from before
 * @param withIndex whether the page of the course is written, too
 */
record PageFolder(Path folder, List<Path> course, List<Path> written, boolean withIndex) {
  private static final String INDEX = "index.html";

  PageFolder {
    course = course.stream().map(PageFolder::normal).toList();
    written = written.stream().map(PageFolder::normal).toList();
  }

  private static Path normal(Path file) {
    return file.toAbsolutePath().normalize();
  }

  /** {@code C3_broadcast.html} of {@code notebooks/C3_broadcast.md}. */
  static String name(Path notebook) {
    return notebook.getFileName().toString().replaceFirst("\\.md$", "") + ".html";
  }

  Path page(Path notebook) {
    return folder.resolve(name(notebook));
  }

  Path index() {
    return folder.resolve(INDEX);
  }

  /** The address of the page of the course, if there is one. */
  Optional<String> linkToIndex() {
    return Optional.of(INDEX)
        .filter(name -> withIndex || Files.isRegularFile(folder.resolve(name)));
  }

  /**
   * The notebook before (-1) or after (1) another one in the course, if it has a page.
   *
   * @param notebook may be outside the course
   */
  Optional<Path> neighbour(Path notebook, int step) {
    int place = course.indexOf(normal(notebook));
    int other = place + step;
    return place < 0 || other < 0 || other >= course.size()
        ? Optional.empty()
        : Optional.of(course.get(other)).filter(this::hasPage);
  }

  private boolean hasPage(Path notebook) {
    return written.contains(notebook)
        || course.contains(notebook) && Files.isRegularFile(page(notebook));
  }

  /**
   * Where a link of a notebook leads from its page: to the page of another notebook, or to the same
   * file as in the Markdown.
   *
   * @param target as it stands there, without a protocol
   */
  String link(Path notebook, String target) {
    String[] parts = target.split("#", 2);
    if (parts[0].isEmpty()) {
      return target;
    }
    Path file = normal(notebook).resolveSibling(parts[0]).normalize();
    String path =
        hasPage(file) ? name(file) : normal(folder).relativize(file).toString().replace('\\', '/');
    return path + (parts.length == 2 ? "#" + parts[1] : "");
  }
}
