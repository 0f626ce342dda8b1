//SOURCES RunFolder.java
//SOURCES ../project/FileTree.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Launcher.java
//SOURCES ../project/Workspace.java
//SOURCES ../sales/OutputLayout.java
//SOURCES ../sales/RawData.java
//SOURCES ../spark/ParquetColumns.java
//SOURCES ../spark/TableSpec.java
package runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import project.FileTree;
import project.LabException;
import project.Launcher;
import project.Workspace;
import sales.OutputLayout;
import sales.RawData;
import spark.ParquetColumns;
import spark.TableSpec;

/**
 * The published output of a job, of which a new run computes some days and carries the others over.
 * A day is carried over only when the data have the same rows of it, and the same customers, as
 * when it was computed.
 *
 * @param target where readers find it
 * @param output the version there is now; empty when there is none
 * @param workspace in whose terms it is named
 * @param alias of the command that makes it
 */
record PreviousOutput(Path target, Optional<RunFolder> output, Workspace workspace, String alias) {
  /** More days than this, with gaps between them, are counted instead of named. */
  private static final int NAMED = 3;

  /**
   * Checks, by its files and the notes beside them, that it gives what is wanted of it.
   *
   * @param raw the data of the new run
   * @param anew the days that the new run computes
   * @param carried all other days of the data, at least one
   * @throws LabException when it is missing, was made from other data, or lacks a day
   */
  void require(RawData raw, SortedSet<LocalDate> anew, SortedSet<LocalDate> carried) {
    RunFolder found =
        output.orElseThrow(
            () ->
                LabException.failed(
                    "There is no output in %s to carry %s over from. Run first: %s"
                        .formatted(shown(), named(carried), whole())));
    boolean same = found.data().all().equals(raw.fingerprint());
    SortedSet<LocalDate> changed = raw.version().changedSince(found.data());
    if (!same && (!found.data().knowsDays() || changed.containsAll(raw.days().keySet()))) {
      throw cannot(
          "run %s made it from other data (fingerprint %s instead of %s)"
              .formatted(found.runId(), found.data().all(), raw.fingerprint()),
          whole());
    }
    changed.removeAll(anew);
    if (!changed.isEmpty()) {
      throw cannot(
          "%s changed since run %s made it".formatted(named(changed), found.runId()),
          commandFor(raw, anew, changed));
    }
    for (LocalDate day : carried) {
      if (!Files.isDirectory(found.folder().resolve(OutputLayout.folder(day)))) {
        throw cannot("it has no folder " + OutputLayout.folder(day), whole());
      }
    }
  }

  private LabException cannot(String why, String command) {
    return LabException.failed(
        "%s cannot be carried over: %s. Run: %s".formatted(shown(), why, command));
  }

  /** How readers type where it is. */
  String shown() {
    return workspace.fromHere(target);
  }

  /** The command that computes all days. */
  String whole() {
    return Launcher.command(alias);
  }

  /** For what changed besides; a day that the data no longer have leaves only the whole. */
  private String commandFor(RawData raw, SortedSet<LocalDate> anew, SortedSet<LocalDate> changed) {
    if (!raw.days().keySet().containsAll(changed)) {
      return whole();
    }
    TreeSet<LocalDate> all = new TreeSet<>(anew);
    all.addAll(changed);
    return command(all);
  }

  /** The command that computes the range of these days. */
  String command(SortedSet<LocalDate> days) {
    return whole() + " --from %s --to %s".formatted(days.first(), days.last());
  }

  /**
   * {@code 2025-10-03}, {@code 2025-10-03 to 2025-10-14}; with gaps {@code 2025-10-03 and
   * 2025-10-05}, {@code 5 days between 2025-10-03 and 2025-10-14}.
   */
  static String named(SortedSet<LocalDate> days) {
    if (days.size() > 1 && days.first().plusDays(days.size() - 1L).equals(days.last())) {
      return "%s to %s".formatted(days.first(), days.last());
    }
    return days.size() > NAMED
        ? "%d days between %s and %s".formatted(days.size(), days.first(), days.last())
        : days.stream().map(LocalDate::toString).collect(Collectors.joining(" and "));
  }

  /**
   * Checks the columns in every file of the days that are carried over.
   *
   * @throws LabException when they are not those of the table
   */
  void requireColumns(TableSpec table, SortedSet<LocalDate> carried) {
    List<String> wanted =
        ParquetColumns.describe(table.schema()).stream()
            .filter(column -> !column.startsWith(OutputLayout.DATE + " "))
            .toList();
    for (LocalDate day : carried) {
      for (List<String> found : ParquetColumns.in(folder(day))) {
        if (!found.equals(wanted)) {
          throw cannot(
              "%s has the columns %s, wanted %s"
                  .formatted(
                      OutputLayout.folder(day),
                      String.join(", ", found),
                      String.join(", ", wanted)),
              whole());
        }
      }
    }
  }

  private Path folder(LocalDate day) {
    return output.orElseThrow().folder().resolve(OutputLayout.folder(day));
  }

  /**
   * Puts the same files into another folder, as hard links; nothing here is changed.
   *
   * @throws LabException when other runs have meanwhile replaced this version, and removed it
   */
  void carry(SortedSet<LocalDate> carried, Path into) throws IOException {
    for (LocalDate day : carried) {
      try {
        FileTree.link(folder(day), into.resolve(OutputLayout.folder(day)));
      } catch (NoSuchFileException replaced) {
        throw LabException.failed(
            "%s was replaced by other runs while this one worked. Run it again: %s"
                .formatted(shown(), whole()),
            replaced);
      }
    }
  }
}
