//DEPS info.picocli:picocli:4.7.7
//SOURCES PortfolioView.java
//SOURCES ../portfolio/HistoryLog.java
//SOURCES ../portfolio/RegistryGaps.java
//SOURCES ../portfolio/TimeStamp.java
//SOURCES ../project/LabException.java
//SOURCES ../project/LabProperties.java
//SOURCES ../project/Launcher.java
//SOURCES ../project/Workspace.java
package report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import operate.registry.Registry;
import picocli.CommandLine.Option;
import portfolio.FixList;
import portfolio.FixRules;
import portfolio.HistoryFormat;
import portfolio.HistoryLog;
import portfolio.Portfolio;
import portfolio.RegistryGaps;
import portfolio.StatusWords;
import portfolio.TimeStamp;
import portfolio.TruthCheck;
import project.LabException;
import project.LabProperties;
import project.Launcher;
import project.Workspace;

/** The options of a report on a portfolio, and what they ask for. */
public final class PortfolioOptions {
  /** Clocks of two machines may differ; a run that starts later than this is a mistake. */
  private static final Duration CLOCKS = Duration.ofDays(1);

  @Option(
      names = "--runs",
      paramLabel = "FILE",
      description = "The log of runs, CSV (default: ops/job_runs.csv).")
  Path runs;

  @Option(
      names = "--registry",
      paramLabel = "FILE",
      description =
          "Owners, tiers, schedules, inputs and outputs (default: <log>_registry.csv or"
              + " models_registry.csv beside the log, if there is one).")
  Path registry;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where portfolio.html and portfolio.md go (default: ops/portfolio).")
  Path out;

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      description =
          "Look at it as of this moment, as 2026-03-31T12:00:00Z (default: the end of the last"
              + " run).")
  String asOf;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      defaultValue = "UTC",
      description =
          "Zone of times that name none, and of calendar days, as Europe/Berlin (default:"
              + " ${DEFAULT-VALUE}).")
  String zone;

  @Option(
      names = "--column",
      paramLabel = "OWN=THEIRS",
      description = "A column has another name in this log: status=state. May be repeated.")
  Map<String, String> columns = new LinkedHashMap<>();

  @Option(
      names = "--status",
      paramLabel = "WORD=MEANING",
      description =
          "What a status word means: success, failed, aborted, or none for no outcome. May be"
              + " repeated.")
  Map<String, String> status = new LinkedHashMap<>();

  @Option(
      names = "--rate",
      paramLabel = "EUR",
      description =
          "Price of an hour where the log has none (default: rate.eur_per_hour of"
              + " conf/lab.properties, 2.50).")
  Double rate;

  @Option(
      names = "--truth",
      paramLabel = "FILE",
      description =
          "Of a simulated log: say what was found, what was missed, what was a false alarm.")
  Path truth;

  @Option(
      names = "--hog-times",
      paramLabel = "FACTOR",
      defaultValue = "" + FixRules.HOG_TIMES,
      description =
          "A cost hog costs this many times what its tier and schedule do (default:"
              + " ${DEFAULT-VALUE}; twice that in T1).")
  double hogTimes;

  @Option(
      names = "--drift-percent",
      paramLabel = "PERCENT",
      defaultValue = "25",
      description =
          "A drifting model takes this much longer than at first (default: ${DEFAULT-VALUE}).")
  double driftPercent;

  @Option(
      names = "--flaky-percent",
      paramLabel = "PERCENT",
      defaultValue = "2",
      description =
          "More than this share of a flaky model's runs begin an outage (default:"
              + " ${DEFAULT-VALUE}).")
  double flakyPercent;

  @Option(
      names = "--month-end-times",
      paramLabel = "FACTOR",
      defaultValue = "" + FixRules.MONTH_END_TIMES,
      description =
          "At a month end a run takes this many times a usual one (default: ${DEFAULT-VALUE}).")
  double monthEndTimes;

  /** Where the report goes. */
  public Path out(Workspace workspace) {
    return out != null ? out : workspace.ops("portfolio");
  }

  /**
   * Reads and judges.
   *
   * @throws LabException when there is no log, or it cannot be read
   */
  public PortfolioView view(Workspace workspace) {
    FixRules rules = new FixRules(hogTimes, driftPercent / 100, flakyPercent / 100, monthEndTimes);
    Path log = runs != null ? runs : workspace.runs();
    if (!Files.isRegularFile(log)) {
      throw LabException.failed(
          "No runs yet in %s, wanted a log of runs. Make some: %s; or make a history up: %s"
              .formatted(
                  workspace.fromHere(log),
                  Launcher.command("demo"),
                  Launcher.command("portfolio simulate")));
    }
    ZoneId calendar = zone();
    Optional<Instant> moment = Optional.ofNullable(asOf).map(text -> moment(text, calendar));
    HistoryFormat format =
        new HistoryFormat(
            columns,
            StatusWords.with(status),
            calendar,
            eurPerHour(),
            moment.orElse(Instant.now().plus(CLOCKS).truncatedTo(ChronoUnit.SECONDS)));
    HistoryLog.Content content = HistoryLog.read(log, format);
    Optional<Registry> registered = registry(log).map(Registry::read);
    Portfolio portfolio = Portfolio.of(content.models(), registered, moment, calendar);
    FixList fixes = FixList.of(portfolio, rules);
    List<String> notes = new ArrayList<>(content.notes());
    registered.ifPresent(r -> notes.addAll(RegistryGaps.between(r, content.models())));
    return new PortfolioView(
        portfolio,
        fixes,
        rules,
        workspace.fromHere(log),
        content.lines(),
        content.linesLeftOut(),
        notes,
        Optional.ofNullable(truth).map(t -> TruthCheck.of(t, fixes)));
  }

  private ZoneId zone() {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException none) {
      throw LabException.usage(
          "--zone '%s' is no zone (wanted UTC, +01:00, or as Europe/Berlin)".formatted(zone));
    }
  }

  private static Instant moment(String text, ZoneId zone) {
    return TimeStamp.parse(text, zone)
        .map(TimeStamp::instant)
        .orElseThrow(
            () ->
                LabException.usage(
                    "--as-of '%s' is no time (wanted %s)".formatted(text, TimeStamp.WANTED)));
  }

  private double eurPerHour() {
    double eur = rate != null ? rate : LabProperties.load().rateEurPerHour();
    if (!(eur >= 0) || Double.isInfinite(eur)) {
      throw LabException.usage(
          "--rate %s is out of range (wanted EUR per hour, from 0)".formatted(rate));
    }
    return eur;
  }

  private Optional<Path> registry(Path log) {
    if (registry != null) {
      return Optional.of(registry);
    }
    Path own =
        log.resolveSibling(
            log.getFileName().toString().replaceFirst("\\.csv$", "") + "_registry.csv");
    Path general = log.resolveSibling("models_registry.csv");
    return Files.exists(own) ? Optional.of(own) : Optional.of(general).filter(Files::exists);
  }
}
