///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Runs the lab's tests, lib/tests/<room>/*Test.java, and ends with the totals
//JAVA 17
// The first compiler alone halves the processor time; with it the code cache is 48 MB, which
// a dozen notebooks fill, and then nothing is compiled any more.
//JAVA_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseParallelGC -XX:ReservedCodeCacheSize=240m
//DEPS info.picocli:picocli:4.7.7
//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//DEPS org.junit.platform:junit-platform-launcher:6.1.3
//SOURCES ../lib/**/*.java

import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import project.Cli;
import project.LabException;
import project.Launcher;
import project.Workspace;
import tests.Progress;

@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = "Runs the lab's tests. The last line is: N passed, N failed, N skipped.")
public class run_tests implements Callable<Integer> {
  /** The tag of tests that start commands in processes of their own. */
  private static final String COMMANDS = "cli";

  @Option(names = "--fast", description = "Leave out tests that need Spark, a browser or commands.")
  boolean fast;

  @Option(
      names = "--only",
      paramLabel = "PATTERN",
      description = "Only tests whose class.method matches this regular expression somewhere.")
  Pattern only;

  @Option(names = "--list", description = "Print the tests instead of running them.")
  boolean list;

  public static void main(String... args) {
    System.exit(Cli.run(new run_tests(), args));
  }

  @Override
  public Integer call() {
    Workspace.here().requireCheckout("test");
    TestPlan plan =
        LauncherFactory.create().discover(request(selectClasspathRoots(Set.of(jar()))));
    if (plan.countTestIdentifiers(id -> id.getSource().isPresent() && !isClass(id)) == 0) {
      throw LabException.failed(
          "No test matches, wanted at least one. See them all: " + Launcher.command("test --list"));
    }
    if (list) {
      print(plan);
      return 0;
    }
    Queue<UniqueId> commands = new ConcurrentLinkedQueue<>(commands(plan));
    // Tests of commands often wait for a process that uses one core: the others run meanwhile, and
    // when those are through, two tests of commands at a time.
    CompletableFuture<Progress> besides =
        CompletableFuture.supplyAsync(
            () -> run(commands, new Progress(System.out)),
            lane -> new Thread(lane, "commands").start());
    Progress progress = new Progress(System.out);
    execute(progress, selectClasspathRoots(Set.of(jar())), TagFilter.excludeTags(COMMANDS));
    run(commands, progress);
    progress.add(besides.join());
    progress.summarize();
    return progress.tally().good() ? 0 : LabException.FAILED;
  }

  /** The classes of tests that start commands. */
  private static List<UniqueId> commands(TestPlan plan) {
    return plan.getRoots().stream()
        .flatMap(root -> plan.getChildren(root).stream())
        .filter(id -> id.getTags().contains(TestTag.create(COMMANDS)))
        .map(TestIdentifier::getUniqueIdObject)
        .toList();
  }

  private Progress run(Queue<UniqueId> classes, Progress progress) {
    for (UniqueId next = classes.poll(); next != null; next = classes.poll()) {
      execute(progress, List.of(selectUniqueId(next)));
    }
    return progress;
  }

  private void execute(
      Progress progress, List<? extends DiscoverySelector> what, PostDiscoveryFilter... lane) {
    LauncherFactory.create().execute(request(what, lane), progress);
  }

  private LauncherDiscoveryRequest request(
      List<? extends DiscoverySelector> what, PostDiscoveryFilter... lane) {
    LauncherDiscoveryRequestBuilder request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(what)
            .filters(includeClassNamePatterns("tests\\..*Test"))
            .filters(lane)
            .configurationParameter(
                "junit.jupiter.testclass.order.default", ClassOrderer.ClassName.class.getName());
    if (fast) {
      request.filters(TagFilter.excludeTags("spark", "browser", COMMANDS));
    }
    if (only != null) {
      request.filters((PostDiscoveryFilter) this::matches);
    }
    return request.build();
  }

  private Path jar() {
    try {
      return Path.of(getClass().getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private FilterResult matches(TestDescriptor test) {
    return FilterResult.includedIf(
        !test.getChildren().isEmpty() || only.matcher(name(test.getUniqueId())).find());
  }

  private static void print(TestPlan plan) {
    plan.getRoots().stream()
        .flatMap(root -> plan.getDescendants(root).stream())
        .filter(id -> id.getSource().isPresent() && !isClass(id))
        .map(id -> name(id.getUniqueIdObject()) + (id.getTags().isEmpty() ? "" : "  " + tags(id)))
        .sorted()
        .forEach(System.out::println);
  }

  private static String tags(TestIdentifier id) {
    return id.getTags().stream().map(Object::toString).sorted().toList().toString();
  }

  private static boolean isClass(TestIdentifier id) {
    return id.getUniqueIdObject().getLastSegment().getType().endsWith("class");
  }

  /** For example {@code project.CsvLogTest.tornLine()}. */
  private static String name(UniqueId id) {
    return id.getSegments().stream()
        .skip(1)
        .map(UniqueId.Segment::getValue)
        .reduce((a, b) -> a + "." + b)
        .orElse("")
        .replaceFirst("^tests\\.", "");
  }
}
