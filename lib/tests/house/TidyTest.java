package tests.house;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static tests.house.Tree.assertNone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a stranger sees before reading any code. */
class TidyTest {
  private static final Set<String> TOP_LEVEL =
      Set.of(
          "scripts", "lib", "conf", "notebooks", "ops", "jbang-catalog.json", "README.md",
          ".gitignore");

  /** Continuous integration: what it installs and runs, and the workflow that a forge looks for. */
  private static final Set<String> HIDDEN = Set.of(".ci", ".github");

  /** Published by others, kept unchanged. */
  private static final Path OTHERS = Path.of("lib/tests/operate/openlineage");

  private static final int MAX_LINES = 300;
  private static final int MAX_COLUMNS = 120;

  /** Which repository, registry or mirror serves a file is the machine's business. */
  private static final Pattern REPOSITORY_HOST =
      Pattern.compile(
          "(?i)https?://(repo\\d?|maven|registry|mirrors?|nexus|artifactory|cdn)[.-]"
              + "|repo1?\\.maven|maven\\.apache\\.org/maven2|sonatype\\.org|jcente[r]|jitpack\\.io"
              + "|jsdelivr\\.net|unpkg\\.com|cdnjs\\.|cdn\\.plot|npmjs\\.(org|com)|pypi\\.org"
              + "|deb\\.debian\\.org|proxy\\.golang");

  /** A place that only exists on the machine of whoever wrote it down. */
  private static final Pattern MACHINE_PATH =
      Pattern.compile(
          "(?<![\\w.$}/*-])/(root|work|mnt|(home|Users)/\\w[\\w.-]*|usr/lib/jvm)/\\w"
              + "|[A-Z]:\\\\Users");

  private static final Pattern EMOJI = Pattern.compile("[\\x{1F300}-\\x{1FAFF}\\x{2705}\\x{274C}]");

  private static Set<String> linesWith(Pattern pattern, List<Path> files) {
    Set<String> found = new TreeSet<>();
    for (Path file : files) {
      List<String> lines = Tree.lines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (pattern.matcher(lines.get(i)).find()) {
          found.add("%s:%d: %s".formatted(file, i + 1, lines.get(i).strip()));
        }
      }
    }
    return found;
  }

  @Test
  void theTopLevelIsWhatTheReadmeSays() {
    Set<String> found = new TreeSet<>();
    Tree.files().forEach(f -> found.add(f.getName(0).toString()));
    found.removeIf(name -> HIDDEN.contains(name) || TOP_LEVEL.contains(name));
    assertNone(found, "unexpected at the top level");

    Set<String> missing = new TreeSet<>(TOP_LEVEL);
    missing.removeIf(name -> Files.exists(Tree.ROOT.resolve(name)));
    assertNone(missing, "missing at the top level");
  }

  @Test
  void nothingGeneratedIsCommitted() {
    Pattern generated = Pattern.compile("data/.*|.*\\.(class|jar)");
    assertNone(
        Tree.files().stream().filter(f -> generated.matcher(f.toString()).matches()).toList(),
        "generated files");
  }

  @Test
  void noFileIsTooLongToRead() {
    Set<String> wrong = new TreeSet<>();
    for (Path file : Tree.text()) {
      boolean code = List.of("lib", "scripts", "conf").contains(file.getName(0).toString());
      if (code && !file.startsWith(OTHERS) && Tree.lines(file).size() > MAX_LINES) {
        wrong.add(file + ": " + Tree.lines(file).size());
      }
    }
    assertNone(wrong, "files over %d lines".formatted(MAX_LINES));
  }

  @Test
  void noLineOfCodeIsTooLong() {
    // A directive of JBang cannot go on in another line.
    Pattern tooLong = Pattern.compile("^(?!//FILES ).{" + (MAX_COLUMNS + 1) + "}");
    assertNone(linesWith(tooLong, Tree.java()), "lines over %d columns".formatted(MAX_COLUMNS));
  }

  @Test
  void noTabsAndNoTrailingSpaceInJava() {
    assertNone(linesWith(Pattern.compile("\t| $"), Tree.java()), "lines with stray blanks");
  }

  @Test
  void noRepositoryHostIsNamed() {
    assertNone(linesWith(REPOSITORY_HOST, Tree.text()), "repository hosts");
  }

  @Test
  void noMachinePathIsNamed() {
    assertNone(linesWith(MACHINE_PATH, Tree.text()), "paths of one machine");
  }

  @Test
  void noEmojiInText() {
    assertNone(linesWith(EMOJI, Tree.text()), "lines with emojis");
  }

  @Test
  void theStartersCanBeStarted() {
    for (String starter : List.of("scripts/jbangw", ".ci/run")) {
      assertTrue(Files.isExecutable(Tree.ROOT.resolve(starter)), starter);
    }
  }

  @Test
  void namesSayWhatAFileIsFor() {
    Pattern vague = Pattern.compile(".*(Utils?|Helpers?|Common|Manager)\\.java");
    assertNone(
        Tree.java().stream().filter(f -> vague.matcher(f.toString()).matches()).toList(),
        "vague names");
  }
}
