//SOURCES Fault.java
//SOURCES Rehearsed.java
//SOURCES Site.java
//SOURCES ../operate/runbook/Runbook.java
//SOURCES ../project/FileTree.java
//SOURCES ../runs/FolderDigest.java
//SOURCES ../sales/DailySales.java
package rehearse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import operate.runbook.KnownFailure;
import operate.runbook.Runbook;
import operate.runbook.RunbookCommand;
import operate.runbook.RunbookPhase;
import operate.slo.IncidentRecord;
import project.FileTree;
import runs.FolderDigest;
import runs.Run;
import runs.Status;
import sales.DailySales;

/**
 * One rehearsal: a healthy run, the fault, the run that meets it, the runbook's entry, its fix, and
 * the proof that the output is the right one again. The runbook is taken at its word: what it says
 * is what is typed, and what is not in it is not done.
 *
 * @param site where it takes place
 * @param runbook of daily_sales
 * @param id of the incident
 */
record Rehearsal(Site site, Runbook runbook, String id) {
  private static final String JOB = "optimized";

  private static final String NAIVE = "baseline";

  /** The healthy output is kept here, byte by byte. */
  private static final String HEALTHY = "healthy";

  /**
   * Rehearses a fault.
   *
   * @param progress told what is done next, a few words
   * @return how it went; a fault that is not noticed, or not repaired, is an answer, too
   * @throws project.LabException when something failed that had nothing to do with the fault
   */
  Rehearsed of(Fault fault, Consumer<String> progress) throws IOException {
    KnownFailure entry = runbook.failure(fault.entry());
    progress.accept("healthy run");
    Run healthy = healthy();
    fault.before(site);
    progress.accept("fault: " + fault.what());
    final String done = fault.inject(site);
    final int logged = site.runs().size();
    final Instant began = Instant.now();
    final long clock = System.nanoTime();
    Said shown = fault.show(site);
    final Instant detected = Instant.now();
    List<Run> since = site.runs().subList(logged, site.runs().size());
    Optional<Run> showingRun = since.stream().reduce((a, b) -> b);
    final boolean kept = FolderDigest.of(output(JOB)).equals(FolderDigest.of(site.path(HEALTHY)));
    List<Said> confirmed = typed(entry, RunbookPhase.CONFIRM, () -> false);
    progress.accept("fix: " + entry.title());
    int failed = site.runs().size();
    List<Said> fixed = typed(entry, RunbookPhase.FIX, () -> repairing(failed).isPresent());
    Optional<Run> repairing = repairing(failed);
    final double seconds = (System.nanoTime() - clock) / 1e9;
    final Instant repaired = Instant.now();
    progress.accept("verify");
    List<Said> verified = new ArrayList<>(typed(entry, RunbookPhase.VERIFY, () -> false));
    if (fault.answer() == Answer.AS_BEFORE) {
      verified.add(parity(HEALTHY));
    } else if (verified.stream().noneMatch(Rehearsal::comparesTheOutputs)) {
      site.mustSucceed(site.lab(NAIVE));
      verified.add(parity(site.shown(output(NAIVE))));
    }
    String evidence = fault.evidence(site);
    fault.undo(site);
    final boolean equal =
        verified.stream()
            .filter(Rehearsal::comparesTheOutputs)
            .reduce((a, b) -> b)
            .map(Said::succeeded)
            .orElse(false);
    final boolean isRepaired = repairing.isPresent() && equal;
    IncidentRecord incident =
        new IncidentRecord(
            id,
            runbook.model(),
            fault.kind(),
            began,
            detected,
            isRepaired ? Optional.of(repaired) : Optional.empty(),
            isRepaired ? OptionalDouble.of(seconds) : OptionalDouble.empty(),
            fixed.stream().map(Said::typed).reduce((a, b) -> a + "; " + b).orElse(""),
            showingRun.map(Run::runId).orElse(""),
            repairing.map(Run::runId).orElse(""),
            equal ? "equal" : "different",
            true);
    return new Rehearsed(
        fault,
        done,
        healthy,
        shown,
        showingRun,
        kept,
        entry,
        confirmed,
        fixed,
        verified,
        repairing,
        evidence,
        explaining(shown, confirmed),
        incident);
  }

  /** Makes the data again unless they are the usual ones, runs the job, and keeps its answer. */
  private Run healthy() throws IOException {
    Path description = site.path("data/raw/dataset.properties");
    Path usual = site.path("usual.properties");
    boolean asUsual =
        Files.exists(usual) && Files.readString(usual).equals(Files.readString(description));
    if (!asUsual) {
      site.generate("--overwrite");
      Files.writeString(usual, Files.readString(description));
    }
    site.mustSucceed(site.lab(JOB));
    Path kept = site.path(HEALTHY);
    FileTree.delete(kept);
    FileTree.copy(output(JOB).toRealPath(), kept);
    List<Run> runs = site.runs();
    return runs.get(runs.size() - 1);
  }

  private Path output(String variant) {
    return site.workspace().table("silver", runbook.model(), variant);
  }

  /** Types the commands of a phase, in their order, until there is no need for more of them. */
  private List<Said> typed(KnownFailure entry, RunbookPhase phase, BooleanSupplier enough) {
    List<Said> said = new ArrayList<>();
    for (RunbookCommand command : entry.commands().getOrDefault(phase, List.of())) {
      if (command.runs() && !enough.getAsBoolean()) {
        said.add(site.run(command.words(site.values()), command.isOfTheLab()));
      }
    }
    return List.copyOf(said);
  }

  /** The first run of the job that succeeded after so many in the log. */
  private Optional<Run> repairing(int logged) {
    return site.runs().stream()
        .skip(logged)
        .filter(run -> run.variant().equals(JOB) && run.status() == Status.SUCCESS)
        .findFirst();
  }

  /** The runbook's own comparison with the naive job, which reads the data as they are now. */
  private static boolean comparesTheOutputs(Said said) {
    return said.ofTheLab() && said.words().get(0).equals("parity");
  }

  private Said parity(String wanted) {
    String key = String.join(",", DailySales.TABLE.key());
    return site.lab("parity", wanted, site.shown(output(JOB)), "--key", key);
  }

  /** The entry that what was said leads to: by the run's own words, else by the confirmation's. */
  private Optional<KnownFailure> explaining(Said shown, List<Said> confirmed) {
    return Stream.concat(Stream.of(shown), confirmed.stream())
        .flatMap(said -> runbook.explaining(said.all()).stream())
        .findFirst();
  }
}
