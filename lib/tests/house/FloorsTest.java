package tests.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static tests.house.Tree.assertNone;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A folder is a package, a file is one type, and imports only go down. */
class FloorsTest {
  private static final Map<String, Integer> FLOORS = new TreeMap<>();

  static {
    List.of("project", "spark", "compare").forEach(room -> FLOORS.put(room, 1));
    List.of("sales", "operate", "portfolio", "runs", "models").forEach(room -> FLOORS.put(room, 2));
    List.of("report", "rehearse", "lesson", "notebook", "jupyter", "diagnose", "template", "gate")
        .forEach(room -> FLOORS.put(room, 3));
    FLOORS.put("scripts", 4);
  }

  /** Rooms that must stay usable, and quick to build, without Spark on the class path. */
  private static final Set<String> WITHOUT_SPARK = Set.of("project", "compare", "report");

  /** Plain numbers and names, though they live beside the code that fills them. */
  private static final Set<String> SPARK_FREE =
      Set.of(
          "spark.ColumnLineage",
          "spark.Distribution",
          "spark.EvidenceFiles",
          "spark.PlanFacts",
          "spark.RunEvidence",
          "spark.StageEvidence",
          "spark.TaskMetric",
          "spark.TaskTotals");

  static List<JavaFile> files;

  @BeforeAll
  static void parse() {
    files = JavaFile.parse(Tree.java());
  }

  static List<JavaFile> lib() {
    return files.stream()
        .filter(f -> f.path().startsWith("lib") && !f.path().startsWith("lib/tests"))
        .toList();
  }

  @Test
  void everyRoomHasAFloor() {
    Set<String> rooms = new TreeSet<>();
    lib().forEach(f -> rooms.add(f.path().getName(1).toString()));
    rooms.removeAll(FLOORS.keySet());
    assertNone(rooms, "rooms that no floor has");
  }

  @Test
  void theFolderIsThePackage() {
    for (JavaFile file : files) {
      Path path = file.path();
      if (path.startsWith("lib")) {
        String folder = Path.of("lib").relativize(path.getParent()).toString().replace('/', '.');
        assertEquals(folder, file.packageName(), path.toString());
      } else {
        assertEquals("", file.packageName(), path.toString());
      }
    }
  }

  @Test
  void aFileIsOneTypeOfItsName() {
    for (JavaFile file : files) {
      String name = file.path().getFileName().toString().replace(".java", "");
      assertEquals(List.of(name), file.types(), file.path().toString());
    }
  }

  @Test
  void importsOnlyGoDown() {
    Set<String> wrong = new TreeSet<>();
    for (JavaFile file : files) {
      for (String used : file.uses()) {
        String room = used.split("\\.")[0];
        if (FLOORS.containsKey(file.room())
            && FLOORS.getOrDefault(room, 0) > FLOORS.get(file.room())) {
          wrong.add(file.path() + " uses " + used);
        }
      }
    }
    assertNone(wrong, "uses that are not allowed");
  }

  @Test
  void onlyTestsUseTests() {
    Set<String> wrong = new TreeSet<>();
    for (JavaFile file : files) {
      boolean may = file.room().equals("tests") || file.path().endsWith("scripts/run_tests.java");
      if (!may && file.uses().stream().anyMatch(u -> u.startsWith("tests."))) {
        wrong.add(file.path().toString());
      }
    }
    assertNone(wrong, "uses that are not allowed");
  }

  @Test
  void roomsOfOneFloorDoNotUseEachOtherInCircles() {
    Map<String, Set<String>> uses = new TreeMap<>();
    for (JavaFile file : lib()) {
      for (String used : file.uses()) {
        String room = used.split("\\.")[0];
        if (FLOORS.containsKey(room) && !room.equals(file.room())) {
          uses.computeIfAbsent(file.room(), r -> new TreeSet<>()).add(room);
        }
      }
    }
    while (uses.values().removeIf(rooms -> rooms.stream().noneMatch(uses::containsKey))) {}
    assertNone(uses.entrySet(), "rooms that use each other");
  }

  @Test
  void theCornersOfARoomDoNotUseEachOtherInCircles() {
    Map<String, Set<String>> uses = new TreeMap<>();
    for (JavaFile file : lib()) {
      for (String used : file.uses()) {
        String corner = used.replaceAll("\\.[A-Z].*", "");
        if (file.packageName().contains(".")
            && corner.contains(".")
            && used.split("\\.")[0].equals(file.room())
            && !corner.equals(file.packageName())) {
          uses.computeIfAbsent(file.packageName(), c -> new TreeSet<>()).add(corner);
        }
      }
    }
    while (uses.values().removeIf(corners -> corners.stream().noneMatch(uses::containsKey))) {}
    assertNone(uses.entrySet(), "corners of a room that use each other");
  }

  @Test
  void someRoomsDoWithoutSpark() {
    Set<String> wrong = new TreeSet<>();
    for (JavaFile file : lib()) {
      for (String used : file.uses()) {
        boolean spark = used.startsWith("org.apache.spark.") || used.startsWith("spark.");
        if (WITHOUT_SPARK.contains(file.room()) && spark && !SPARK_FREE.contains(used)) {
          wrong.add(file.path() + " uses " + used);
        }
      }
    }
    assertNone(wrong, "uses that are not allowed");
  }
}
