//SOURCES Faults.java
//SOURCES Rehearsal.java
//SOURCES RehearsalText.java
//SOURCES ../operate/slo/IncidentLog.java
//SOURCES ../project/AtomicFile.java
//SOURCES ../project/Launcher.java
//SOURCES ../project/TextTable.java
//SOURCES ../runs/ExperimentLock.java
//SOURCES ../runs/RunIds.java
package rehearse;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import operate.runbook.Runbook;
import operate.slo.IncidentLog;
import project.AtomicFile;
import project.LabException;
import project.Launcher;
import project.TextTable;
import project.Workspace;
import runs.ExperimentLock;
import runs.RunIds;

/**
 * Rehearses faults of daily_sales one after the other and writes down how it went: a line each in
 * {@code ops/incidents.csv}, and {@code ops/incidents/<id>/} with all that was said and the run log
 * of the place where it happened.
 *
 * @param workspace the reader's, of which only these files are written
 * @param scripts the lab's commands by their alias
 * @param rows transactions, from 10,000
 */
public record Rehearsals(Workspace workspace, Map<String, Class<?>> scripts, long rows) {
  private static final String MODEL = "daily_sales";

  /** Fewer, and a day's files hold so little that half of one may hold no rows. */
  public static final long FEWEST_ROWS = 10_000;

  /** Checks the range. */
  public Rehearsals {
    if (rows < FEWEST_ROWS) {
      throw LabException.usage(
          "--rows %,d is out of range (wanted at least %,d)".formatted(rows, FEWEST_ROWS));
    }
  }

  /** The kinds there are, with the runbook's entry and when that was rehearsed last. */
  public static String list(Workspace workspace) {
    Runbook runbook = Runbook.of(MODEL, workspace);
    return new TextTable(
            "llll",
            List.of("incident", "what happens", "runbook entry", "last rehearsed"),
            Faults.all().stream()
                .map(
                    f ->
                        List.of(
                            f.kind(),
                            f.what(),
                            f.entry(),
                            runbook.failure(f.entry()).lastRehearsed()))
                .toList())
        .plain("");
  }

  /**
   * Rehearses.
   *
   * @param kinds names, or {@code all}
   * @param out where each is told as soon as it is over
   * @param progress where is said what is done
   * @param note whether the runbook gets the day and the repair times of entries that went well
   * @return whether all went as they should
   * @throws LabException for an unknown kind, when an experiment or another rehearsal runs, or when
   *     something failed that had nothing to do with a fault
   */
  public boolean run(List<String> kinds, PrintStream out, PrintStream progress, boolean note) {
    List<Fault> faults = Faults.of(kinds);
    Runbook runbook = Runbook.of(MODEL, workspace);
    Path file = Runbook.place(MODEL, workspace);
    if (note && !Files.isRegularFile(file)) {
      throw LabException.failed(
          "No %s to note the rehearsal in: --note wants a runbook in this workspace. Run: %s"
              .formatted(
                  workspace.fromHere(file),
                  Launcher.command("incident " + String.join(" ", kinds))));
    }
    List<Rehearsed> all = new ArrayList<>();
    try (ExperimentLock alone =
            ExperimentLock.ofRehearsal(workspace, "incident " + String.join(" ", kinds));
        Places places = new Places(scripts, data())) {
      for (Fault fault : faults) {
        String position = "[%d/%d] %s: ".formatted(all.size() + 1, faults.size(), fault.kind());
        Site site = places.healthyOne();
        int before = site.transcript().size();
        Rehearsal rehearsal = new Rehearsal(site, runbook, id(fault));
        Rehearsed one = rehearsal.of(fault, step -> progress.println(position + step));
        keep(one, site, before);
        out.println((all.isEmpty() ? "" : "\n") + RehearsalText.of(one));
        all.add(one);
        if (!one.succeeded()) {
          places.leave();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (note) {
      note(all, file);
    }
    out.println("\n" + RehearsalText.summary(all));
    out.printf(
        "Written down in %s; what was said: %s%n",
        workspace.fromHere(workspace.ops("incidents.csv")),
        workspace.fromHere(workspace.ops("incidents")));
    return all.stream().allMatch(Rehearsed::succeeded);
  }

  private List<String> data() {
    return List.of(
        "--rows", "" + rows, "--customers", "20k", "--days", "3", "--files-per-day", "4");
  }

  private static String id(Fault fault) {
    return "%s-%s".formatted(RunIds.next(), fault.kind());
  }

  /** The line last: where it stands, the files it speaks of are there. */
  private void keep(Rehearsed one, Site site, int before) throws IOException {
    Path folder = workspace.ops("incidents").resolve(one.incident().incidentId());
    Files.createDirectories(folder);
    List<Said> said = site.transcript();
    AtomicFile.write(
        folder.resolve("transcript.txt"),
        RehearsalText.of(one)
            + "\n\n"
            + RehearsalText.transcript(said.subList(before, said.size())));
    AtomicFile.write(
        folder.resolve("job_runs.csv"), Files.readString(site.workspace().runs()));
    new IncidentLog(workspace.ops("incidents.csv")).append(one.incident());
  }

  /** An entry that several faults lead to is noted once, when all of them went well. */
  private static void note(List<Rehearsed> all, Path file) {
    Map<String, List<Rehearsed>> byEntry =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    r -> r.entry().id(), LinkedHashMap::new, Collectors.toList()));
    byEntry.forEach(
        (entry, ofIt) -> {
          if (ofIt.stream().allMatch(Rehearsed::succeeded)) {
            String how =
                ofIt.stream()
                    .map(r -> "%s repaired in %s".formatted(r.fault().kind(), r.repairTime()))
                    .collect(Collectors.joining(", "));
            Runbook.rehearsed(file, entry, LocalDate.now(ZoneOffset.UTC), how);
          }
        });
  }

  /** The place where rehearsals happen: a new one after one that did not get healthy again. */
  private static final class Places implements AutoCloseable {
    private final Map<String, Class<?>> scripts;
    private final List<String> rows;
    private Optional<Site> site = Optional.empty();

    Places(Map<String, Class<?>> scripts, List<String> rows) {
      this.scripts = scripts;
      this.rows = rows;
    }

    Site healthyOne() {
      if (site.isEmpty()) {
        site = Optional.of(Site.make(scripts, rows));
      }
      return site.get();
    }

    void leave() {
      site.ifPresent(Site::close);
      site = Optional.empty();
    }

    @Override
    public void close() {
      leave();
    }
  }
}
