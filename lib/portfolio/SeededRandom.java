package portfolio;

import java.util.List;
import java.util.Random;

/**
 * Chance that is the same on every machine: Java specifies {@link Random} to the last bit, and
 * StrictMath as well.
 */
final class SeededRandom {
  private final Random random;

  /** A stream of its own for every pair of numbers. */
  SeededRandom(long seed, long stream) {
    // Neighbouring seeds of java.util.Random begin alike: their bits are mixed first (SplitMix64).
    long mixed = seed + (stream + 1) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    this.random = new Random(mixed ^ (mixed >>> 31));
  }

  double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** A whole number from {@code low} to {@code high}, both included. */
  int whole(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** Log-normal around a median. */
  double around(double median, double sigma) {
    return median * StrictMath.exp(sigma * random.nextGaussian());
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
