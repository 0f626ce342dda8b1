//SOURCES SeededRandom.java
//SOURCES SimulatedBehaviours.java
//SOURCES SimulatedModel.java
//SOURCES Simulation.java
package portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Makes up the models of a platform: who they are, what they read, who of them is an offender. */
final class SimulatedModels {
  private static final List<String> SUBJECTS =
      List.of(
          "orders",
          "customers",
          "payments",
          "invoices",
          "shipments",
          "returns",
          "stock",
          "prices",
          "sessions",
          "clicks",
          "campaigns",
          "emails",
          "coupons",
          "carts",
          "suppliers",
          "tickets",
          "ratings",
          "refunds",
          "budgets",
          "forecast");

  private static final List<String> FORMS =
      List.of("clean", "totals", "features", "scores", "report", "snapshot", "joined");

  private static final List<String> OWNERS =
      List.of(
          "data-platform",
          "finance-analytics",
          "marketing-analytics",
          "logistics",
          "risk",
          "crm",
          "product-analytics");

  /** The share of models that are offenders: 12 of 65. */
  private static final double OFFENDERS = 12.0 / 65;

  /** The share of models that only look like one: 8 of 65. */
  private static final double LOOK_ALIKES = 8.0 / 65;

  private static final List<String> BY_FREQUENCY = List.of("hourly", "daily", "weekly");

  /** What has to be settled before anything else. */
  private record Draft(String schedule, String tier, int layer) {}

  private final Simulation simulation;
  private final List<Draft> drafts = new ArrayList<>();
  private final SimulatedRole[] roles;

  private SimulatedModels(Simulation simulation) {
    this.simulation = simulation;
    this.roles = new SimulatedRole[simulation.models()];
    Arrays.fill(roles, SimulatedRole.HEALTHY);
  }

  /** The models, those that others read from before those that read from them. */
  static List<SimulatedModel> of(Simulation simulation) {
    return new SimulatedModels(simulation).models();
  }

  private List<SimulatedModel> models() {
    for (int i = 0; i < simulation.models(); i++) {
      drafts.add(draft(new SeededRandom(simulation.seed(), 4L * i)));
    }
    drafts.sort((a, b) -> a.layer - b.layer);
    List<Integer> order = new ArrayList<>(IntStream.range(0, drafts.size()).boxed().toList());
    Collections.shuffle(order, new Random(simulation.seed()));
    assign(SimulatedRole.offenders(), OFFENDERS, order);
    assign(SimulatedRole.lookAlikes(), LOOK_ALIKES, order);
    List<SimulatedModel> made = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      made.add(model(i, made));
    }
    return List.copyOf(made);
  }

  private static Draft draft(SeededRandom random) {
    double frequency = random.between(0, 1);
    String schedule = BY_FREQUENCY.get(frequency < 0.4 ? 0 : frequency < 0.86 ? 1 : 2);
    double weight = random.between(0, 1) + 0.15 * BY_FREQUENCY.indexOf(schedule);
    String tier = weight < 0.25 ? "T1" : weight < 0.65 ? "T2" : "T3";
    double depth = random.between(0, 1);
    return new Draft(schedule, tier, depth < 0.3 ? 0 : depth < 0.7 ? 1 : 2);
  }

  private void assign(List<SimulatedRole> wanted, double share, List<Integer> order) {
    List<SimulatedRole> possible = wanted.stream().filter(this::canShow).toList();
    long count = Math.round(share * drafts.size());
    for (int k = 0; k < count; k++) {
      SimulatedRole role = possible.get(k % possible.size());
      order.stream()
          .filter(i -> roles[i] == SimulatedRole.HEALTHY && suits(role, drafts.get(i)))
          .findFirst()
          .ifPresent(i -> roles[i] = role);
    }
  }

  private boolean canShow(SimulatedRole role) {
    return role != SimulatedRole.MONTH_END || simulation.monthEnds() >= 2;
  }

  /** A dozen runs of a weekly job can show hardly anything. */
  private static boolean suits(SimulatedRole role, Draft draft) {
    boolean often = !draft.schedule.equals("weekly");
    return switch (role) {
      case COST_HOG -> often && !draft.tier.equals("T1");
      case WORTH_ITS_COST -> often && draft.tier.equals("T1");
      case JUST_FAILED -> draft.schedule.equals("daily");
      case SLOW_AND_STEADY, HEALTHY -> true;
      case SLOW_DRIFT, FLAKY, NOT_REPAIRED, MONTH_END, STALE, ONE_BAD_DAY -> often;
    };
  }

  private SimulatedModel model(int i, List<SimulatedModel> made) {
    SeededRandom random = new SeededRandom(simulation.seed(), 4L * i + 1);
    Draft draft = drafts.get(i);
    List<SimulatedModel> candidates =
        made.stream()
            .filter(m -> m.layer() < draft.layer)
            .filter(m -> frequency(m.schedule()) <= frequency(draft.schedule))
            .toList();
    String subject = SUBJECTS.get(i % SUBJECTS.size());
    List<SimulatedModel> read = new ArrayList<>();
    for (int k = random.whole(1, 3); k > 0 && !candidates.isEmpty(); k--) {
      SimulatedModel one = random.oneOf(candidates);
      if (!read.contains(one)) {
        read.add(one);
      }
    }
    return new SimulatedModel(
        i,
        name(i, subject),
        random.oneOf(OWNERS),
        draft.tier,
        draft.schedule,
        draft.layer,
        read.isEmpty()
            ? List.of("raw." + subject)
            : read.stream().map(SimulatedModel::output).toList(),
        read.stream().map(SimulatedModel::number).toList(),
        roles[i],
        SimulatedBehaviours.of(
            simulation,
            draft.schedule,
            draft.tier,
            draft.layer,
            roles[i],
            new SeededRandom(simulation.seed(), 4L * i + 2)));
  }

  private static int frequency(String schedule) {
    return BY_FREQUENCY.indexOf(schedule);
  }

  private static String name(int i, String subject) {
    int round = i / SUBJECTS.size();
    String form = FORMS.get(round % FORMS.size());
    String number = round < FORMS.size() ? "" : "_" + (round / FORMS.size() + 1);
    return subject + "_" + form + number;
  }
}
