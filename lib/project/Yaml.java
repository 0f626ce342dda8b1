//DEPS org.yaml:snakeyaml:2.5
//SOURCES LabException.java
package project;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * A value in a YAML file that people write by hand: every mistake in it is named by file, line and
 * what was wanted. Values are read by asking for them, so that the reader of a file says what it
 * knows; {@link #only(String...)} refuses the rest.
 *
 * @param file as error messages name it
 * @param path of the value inside the file, {@code slos[0].freshness}; empty for the whole file
 * @param node the value with its place
 */
public record Yaml(Path file, String path, Node node) {

  /**
   * The whole file, a mapping.
   *
   * @throws LabException when it is missing, is not YAML, or is not a mapping
   */
  public static Yaml read(Path file) {
    try {
      return parse(file, Files.readString(file));
    } catch (NoSuchFileException e) {
      throw LabException.failed("No file %s, wanted a YAML file".formatted(file), e);
    } catch (CharacterCodingException e) {
      throw LabException.failed("%s is not UTF-8 text, wanted YAML".formatted(file), e);
    } catch (IOException e) {
      throw LabException.failed("Cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** The same from text at hand; {@code file} is for messages. */
  public static Yaml parse(Path file, String text) {
    try {
      Node root = new org.yaml.snakeyaml.Yaml(options()).compose(new StringReader(text));
      if (root == null) {
        throw LabException.failed("%s is empty, wanted keys and values".formatted(file));
      }
      Yaml yaml = new Yaml(file, "", root);
      yaml.entries();
      return yaml;
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
      throw LabException.failed(
          "%s line %d: %s%s"
              .formatted(
                  file,
                  mark.getLine() + 1,
                  e.getProblem(),
                  e.getContext() == null ? "" : " " + e.getContext()),
          e);
    } catch (ReaderException e) {
      long line = text.codePoints().limit(e.getPosition()).filter(c -> c == '\n').count() + 1;
      throw LabException.failed(
          "%s line %d: the character U+%04X is not allowed in YAML"
              .formatted(file, line, e.getCodePoint()),
          e);
    } catch (YAMLException e) {
      throw LabException.failed("%s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    return options;
  }

  /** The line the value begins on, from 1. */
  public int line() {
    return node.getStartMark().getLine() + 1;
  }

  /** A failure at this value: {@code ops/slo.yaml line 7: models[0].target is 150, wanted ...}. */
  public LabException wrong(String wanted) {
    return failure("is %s, wanted %s".formatted(shown(), wanted));
  }

  /** A failure at this value, the sentence as it is. */
  public LabException failure(String sentence) {
    return LabException.failed(
        "%s line %d: %s %s".formatted(file, line(), path.isEmpty() ? "it" : path, sentence));
  }

  private String shown() {
    if (node instanceof ScalarNode scalar) {
      return isNull() ? "empty" : "'" + scalar.getValue() + "'";
    }
    return node instanceof SequenceNode ? "a list" : "a mapping";
  }

  private boolean isNull() {
    return node.getTag().equals(Tag.NULL);
  }

  /**
   * The entries of a mapping, in file order.
   *
   * @throws LabException when this is none, or a key stands in it twice
   */
  public Map<String, Yaml> entries() {
    if (!(node instanceof MappingNode mapping)) {
      throw wrong("keys with values");
    }
    Map<String, Yaml> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw new Yaml(file, path, tuple.getKeyNode()).failure("has a key that is no text");
      }
      String name = key.getValue();
      Yaml value = new Yaml(file, path.isEmpty() ? name : path + "." + name, tuple.getValueNode());
      if (entries.put(name, value) != null) {
        throw new Yaml(file, value.path, key).failure("stands here a second time");
      }
    }
    return entries;
  }

  /**
   * Refuses keys that nobody will read: a typo would be passed over in silence.
   *
   * @throws LabException naming the first unknown key and the known ones
   */
  public Yaml only(String... keys) {
    List<String> known = List.of(keys);
    entries()
        .forEach(
            (name, value) -> {
              if (!known.contains(name)) {
                throw value.failure("is not a known key, wanted one of " + String.join(", ", known));
              }
            });
    return this;
  }

  /** The value of a key; empty when it is missing or has no value. */
  public Optional<Yaml> find(String key) {
    return Optional.ofNullable(entries().get(key)).filter(value -> !value.isNull());
  }

  /**
   * The value of a key.
   *
   * @throws LabException when it is missing or has no value
   */
  public Yaml get(String key) {
    return find(key)
        .orElseThrow(
            () ->
                failure(
                    "has no %s (found: %s)".formatted(key, String.join(", ", entries().keySet()))));
  }

  /**
   * The items of a list, in file order.
   *
   * @throws LabException when this is none
   */
  public List<Yaml> items() {
    if (!(node instanceof SequenceNode sequence)) {
      throw wrong("a list");
    }
    List<Node> nodes = sequence.getValue();
    return IntStream.range(0, nodes.size())
        .mapToObj(i -> new Yaml(file, "%s[%d]".formatted(path, i), nodes.get(i)))
        .toList();
  }

  /**
   * A single value as it is written, without its quotes.
   *
   * @throws LabException when this is a list, a mapping, or empty
   */
  public String text() {
    if (!(node instanceof ScalarNode scalar) || isNull() || scalar.getValue().isBlank()) {
      throw wrong("a value");
    }
    return scalar.getValue();
  }

  /**
   * A number within these ends, both included.
   *
   * @param wanted what kind of number, for the message: {@code minutes, from 1}
   */
  public double number(double least, double most, String wanted) {
    double number = as(Double::parseDouble, wanted);
    if (!(number >= least && number <= most)) {
      throw wrong(wanted);
    }
    return number;
  }

  /** One of these words. */
  public String oneOf(List<String> words) {
    String text = text();
    if (!words.contains(text)) {
      throw wrong(words.stream().collect(Collectors.joining(", ", "one of ", "")));
    }
    return text;
  }

  /**
   * The text in another form.
   *
   * @param parse throws what it likes for a text that has no such form
   * @param wanted for the message: {@code a day, as 2026-11-01}
   */
  public <T> T as(Function<String, T> parse, String wanted) {
    String text = text();
    try {
      return parse.apply(text);
    } catch (RuntimeException notOne) {
      throw wrong(wanted);
    }
  }
}
