//DEPS org.commonmark:commonmark:0.24.0
//DEPS org.commonmark:commonmark-ext-gfm-tables:0.24.0
//SOURCES PageFolder.java
//SOURCES Picture.java
package notebook;

import java.io.IOException;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The prose of one notebook as HTML. Tags in the Markdown are shown, not obeyed, and nothing makes
 * the page ask a server for something.
 */
final class MarkdownHtml {
  /**
   * A heading below the title.
   *
   * @param id of its element
   */
  record Section(int level, String id, String title) {}

  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
  private static final Pattern PROTOCOL = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.*|//.*");

  private final Notebook notebook;
  private final PageFolder pages;
  private final List<Section> sections = new ArrayList<>();

  MarkdownHtml(Notebook notebook, PageFolder pages) {
    this.notebook = notebook;
    this.pages = pages;
  }

  /** The headings of what was rendered so far. */
  List<Section> sections() {
    return List.copyOf(sections);
  }

  /** One or two sentences. */
  static String inline(String markdown) {
    return new HtmlParts().renderer().render(PARSER.parse(markdown)).strip();
  }

  /** Text of no notebook, without pictures. */
  static String text(String markdown) {
    return withScrollingTables(inline(markdown)) + "\n";
  }

  /** The prose at the beginning of the notebook, without its title and what it teaches. */
  String first(Prose prose) {
    Node document = PARSER.parse(prose.markdown());
    document.getFirstChild().unlink();
    document.getFirstChild().unlink();
    return render(document);
  }

  String html(Prose prose) {
    return render(PARSER.parse(prose.markdown()));
  }

  private String render(Node document) {
    HtmlParts parts = new HtmlParts();
    document.accept(new Preparation(parts));
    return withScrollingTables(parts.renderer().render(document));
  }

  /** Raw HTML is escaped, so the tables are the renderer's own. */
  private static String withScrollingTables(String html) {
    return html.replace("<table>", "<div class=\"scroll\" tabindex=\"0\"><table>")
        .replace("</table>", "</table></div>");
  }

  /** Attributes of elements that the renderer does not know. */
  private static final class HtmlParts {
    final Map<Node, Map<String, String>> attributes = new IdentityHashMap<>();

    HtmlRenderer renderer() {
      return HtmlRenderer.builder()
          .extensions(EXTENSIONS)
          .escapeHtml(true)
          .sanitizeUrls(true)
          .attributeProviderFactory(
              context ->
                  (node, tag, given) -> given.putAll(attributes.getOrDefault(node, Map.of())))
          .build();
    }
  }

  private final class Preparation extends AbstractVisitor {
    private final HtmlParts parts;

    Preparation(HtmlParts parts) {
      this.parts = parts;
    }

    @Override
    public void visit(Heading heading) {
      String title = text(heading);
      String words = title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", "-");
      String name = words.replaceAll("^-|-$", "");
      long before =
          sections.stream().filter(s -> s.id().matches(Pattern.quote(name) + "(-\\d+)?")).count();
      String id = before == 0 ? name : name + "-" + (before + 1);
      sections.add(new Section(heading.getLevel(), id, title));
      parts.attributes.put(heading, Map.of("id", id));
      visitChildren(heading);
    }

    @Override
    public void visit(Link link) {
      if (!PROTOCOL.matcher(link.getDestination()).matches()) {
        link.setDestination(pages.link(notebook.file(), link.getDestination()));
      }
      visitChildren(link);
    }

    @Override
    public void visit(Image image) {
      if (Picture.isOf(notebook, image.getDestination())) {
        // It stands below its cell.
        Node around = image.getParent();
        image.unlink();
        if (around instanceof Paragraph && around.getFirstChild() == null) {
          around.unlink();
        }
        return;
      }
      Optional<String> embedded = embedded(image.getDestination());
      if (embedded.isPresent()) {
        parts.attributes.put(image, Map.of("src", embedded.get()));
      } else {
        Link link = new Link(image.getDestination(), image.getTitle());
        for (Node child = image.getFirstChild(); child != null; child = image.getFirstChild()) {
          link.appendChild(child);
        }
        image.insertAfter(link);
        image.unlink();
      }
    }
  }

  /** The content of a file as an address; empty where there is none. */
  private Optional<String> embedded(String target) {
    if (PROTOCOL.matcher(target).matches()) {
      return Optional.empty();
    }
    try {
      Path file = notebook.file().resolveSibling(URI.create(target).getPath());
      String type =
          target.endsWith(".svg")
              ? "image/svg+xml"
              : URLConnection.guessContentTypeFromName(target);
      String content = Base64.getEncoder().encodeToString(Files.readAllBytes(file));
      return Optional.of("data:%s;base64,%s".formatted(type, content));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String text(Node node) {
    StringBuilder out = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            out.append(text.getLiteral());
          }

          @Override
          public void visit(Code code) {
            out.append(code.getLiteral());
          }
        });
    return out.toString();
  }
}
