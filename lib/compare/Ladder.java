//SOURCES Pair.java
package compare;

import java.util.List;
import java.util.stream.IntStream;

/**
 * An experiment that adds one step after the other: the first rung has none of them, each further
 * rung one more, the last rung all. Every round runs each rung once, so that a step is compared
 * within its round; rounds that go up and down in turn cancel a drift.
 *
 * @param steps names, in the order they are added; at least one
 * @param roundsSec for each round the time of each rung, one more than steps; above 0
 */
public record Ladder(List<String> steps, List<List<Double>> roundsSec) {

  /** Checks that every rung of every round is there. */
  public Ladder {
    steps = List.copyOf(steps);
    roundsSec = roundsSec.stream().map(List::copyOf).toList();
    if (steps.isEmpty() || roundsSec.isEmpty()) {
      throw new IllegalArgumentException("a ladder needs at least one step and one round");
    }
    int rungs = steps.size() + 1;
    for (List<Double> round : roundsSec) {
      if (round.size() != rungs) {
        throw new IllegalArgumentException(
            "a round has %d times, wanted %d: one without any step, one after each of %s"
                .formatted(round.size(), rungs, steps));
      }
    }
  }

  /** The rungs before and after step {@code index}, a pair from each round. */
  List<Pair> step(int index) {
    return pairs(index, index + 1);
  }

  /** The first and the last rung, a pair from each round. */
  List<Pair> total() {
    return pairs(0, steps.size());
  }

  private List<Pair> pairs(int before, int after) {
    return IntStream.range(0, roundsSec.size())
        .mapToObj(r -> new Pair(roundsSec.get(r).get(before), roundsSec.get(r).get(after)))
        .toList();
  }
}
