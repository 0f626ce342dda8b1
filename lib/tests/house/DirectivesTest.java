package tests.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tests.house.Tree.assertNone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** JBang's directives at the top of scripts and library files. */
class DirectivesTest {

  private static Stream<String> directives(Path file, String name) {
    String prefix = "//" + name + " ";
    return Tree.lines(file).stream()
        .filter(line -> line.startsWith(prefix))
        .map(line -> line.substring(prefix.length()).strip());
  }

  /** Files that a file's own {@code //SOURCES} name; a glob names none. */
  private static List<Path> sources(Path file) {
    return directives(file, "SOURCES")
        .filter(source -> !source.contains("*"))
        .map(source -> file.getParent().resolve(source).normalize())
        .toList();
  }

  @Test
  void everyScriptSaysWhatItDoesAndWhichJavaItNeeds() {
    List<Path> scripts = Tree.scripts();
    assertTrue(scripts.size() >= 2, scripts.toString());
    for (Path script : scripts) {
      List<String> lines = Tree.lines(script);
      String name = script.toString();
      assertEquals("///usr/bin/env jbang \"$0\" \"$@\" ; exit $?", lines.get(0), name);
      assertEquals(1, directives(script, "DESCRIPTION").count(), name);
      assertEquals(List.of("17"), directives(script, "JAVA").toList(), name);
    }
  }

  @Test
  void onlyTheTestsGlob() {
    for (JavaFile file : JavaFile.parse(Tree.java())) {
      boolean globs = directives(file.path(), "SOURCES").anyMatch(s -> s.contains("*"));
      assertEquals(file.path().endsWith("run_tests.java"), globs, file.path().toString());
    }
  }

  @Test
  void everySourceExists() {
    Set<String> missing = new TreeSet<>();
    for (Path file : Tree.java()) {
      sources(file).stream()
          .filter(source -> !Files.isRegularFile(Tree.ROOT.resolve(source)))
          .forEach(source -> missing.add(file + " names " + source));
    }
    assertNone(missing, "missing sources");
  }

  @Test
  void everyFileOnTheClassPathExists() {
    Set<String> missing = new TreeSet<>();
    for (Path file : Tree.java()) {
      directives(file, "FILES")
          .map(target -> target.substring(target.indexOf('=') + 1))
          .map(target -> file.getParent().resolve(target).normalize())
          .filter(target -> !Files.isRegularFile(Tree.ROOT.resolve(target)))
          .forEach(target -> missing.add(file + " names " + target));
    }
    assertNone(missing, "missing files");
  }

  /** So that a script may list any file of lib and get whatever that file needs. */
  @Test
  void sourcesBringEverythingThatIsImported() {
    Set<String> missing = new TreeSet<>();
    for (JavaFile file : JavaFile.parse(Tree.java())) {
      if (file.path().startsWith("lib/tests") || file.path().endsWith("run_tests.java")) {
        continue;
      }
      Set<Path> reached = reached(file.path());
      file.uses().stream()
          .map(name -> Path.of("lib/" + name.replace('.', '/') + ".java"))
          .filter(used -> Files.isRegularFile(Tree.ROOT.resolve(used)))
          .filter(used -> !reached.contains(used))
          .forEach(used -> missing.add(file.path() + " does not list " + used));
    }
    assertNone(missing, "missing sources");
  }

  private static Set<Path> reached(Path file) {
    Set<Path> reached = new LinkedHashSet<>();
    Deque<Path> open = new ArrayDeque<>(List.of(file));
    while (!open.isEmpty()) {
      Path next = open.pop();
      if (Files.isRegularFile(Tree.ROOT.resolve(next)) && reached.add(next)) {
        open.addAll(sources(next));
      }
    }
    return reached;
  }

  /** What the commands, the shell and the kernel have for cells is what Lab lists. */
  @Test
  void theLabBringsEverythingThatNotebooksImport() {
    Set<Path> reached = reached(Path.of("lib/lesson/Lab.java"));
    Set<String> missing = new TreeSet<>();
    int found = 0;
    for (Path notebook : Tree.notebooks()) {
      for (Path used : imported(cells(notebook))) {
        found++;
        if (reached.stream().noneMatch(file -> file.startsWith(used))) {
          missing.add(notebook + " needs " + used + ", which lib/lesson/Lab.java does not list");
        }
      }
    }
    assertTrue(found > 50, "what notebooks import: " + found);
    assertNone(missing, "missing sources");
  }

  /** The Java of a notebook without its strings. */
  private static String cells(Path notebook) {
    return Pattern.compile("(?ms)^```java$(.*?)^```$")
        .matcher(String.join("\n", Tree.lines(notebook)))
        .results()
        .map(cell -> cell.group(1).replaceAll("\"(\\\\.|[^\"\\\\\n])*\"", "text"))
        .collect(Collectors.joining("\n"));
  }

  /** Packages that cells import, and files of the types they use from them. */
  private static Set<Path> imported(String cells) {
    Set<String> words = new TreeSet<>(List.of(cells.split("\\W+")));
    Pattern.compile("\\b(?:record|class|interface|enum) (\\w+)")
        .matcher(cells)
        .results()
        .forEach(own -> words.remove(own.group(1)));
    Set<Path> imported = new LinkedHashSet<>();
    Pattern.compile("(?m)^import (?:static )?([\\w.]+?)\\.(\\*|[A-Z]\\w*)[.;]")
        .matcher(cells)
        .results()
        .forEach(
            found -> {
              Path room = Path.of("lib", found.group(1).split("\\."));
              boolean all = found.group(2).equals("*");
              (all ? words.stream() : Stream.of(found.group(2)))
                  .map(type -> room.resolve(type + ".java"))
                  .filter(file -> Files.isRegularFile(Tree.ROOT.resolve(file)))
                  .forEach(imported::add);
              if (Files.isDirectory(Tree.ROOT.resolve(room))) {
                imported.add(room);
              }
            });
    return imported;
  }

  @Test
  void aDependencyHasOneVersion() {
    Set<String> versions = new TreeSet<>();
    Set<String> artifacts = new TreeSet<>();
    for (Path file : Tree.java()) {
      directives(file, "DEPS")
          .forEach(
              dependency -> {
                versions.add(dependency);
                artifacts.add(dependency.substring(0, dependency.lastIndexOf(':')));
              });
    }
    assertEquals(artifacts.size(), versions.size(), versions.toString());
  }
}
