package io.synkro.predict.examples.sample;

import java.util.SplittableRandom;

/**
 * Random draws from a stream of its own for every purpose and index, so that the order in which
 * series are made does not matter. StrictMath keeps the draws equal on every platform.
 */
final class Draws {
  /** What a stream is for. */
  enum Purpose {
    PRODUCT(1),
    TERMS(2),
    CALENDAR(3),
    SERIES(4),
    CUSTOMERS(5),
    ORDERS(6);

    private final int salt;

    Purpose(int salt) {
      this.salt = salt;
    }
  }

  private static final double LARGE_MEAN = 40;

  private final SplittableRandom random;

  private Draws(SplittableRandom random) {
    this.random = random;
  }

  static Draws of(long seed, Purpose purpose, int index) {
    long mixed = mix(mix(seed + 0x9E3779B97F4A7C15L) + purpose.salt * 0x1000003L);
    return new Draws(new SplittableRandom(mix(mixed + index)));
  }

  /** Finaliser of SplitMix64 (Steele, Lea, Flood 2014): neighbouring inputs, unrelated outputs. */
  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }

  double uniform() {
    return random.nextDouble();
  }

  double uniform(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** A whole number from low to high, both included. */
  int whole(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
  }

  /** Log-normal with median 1. */
  double spread(double sigma) {
    return StrictMath.exp(sigma * normal());
  }

  /** Gamma with mean 1. Source: Marsaglia and Tsang (2000), doi:10.1145/358407.358414. */
  double gamma(double shape) {
    if (shape < 1) {
      double boost = StrictMath.pow(1 - random.nextDouble(), 1 / shape);
      return gamma(shape + 1) * (shape + 1) / shape * boost;
    }
    double d = shape - 1.0 / 3;
    double c = 1 / StrictMath.sqrt(9 * d);
    while (true) {
      double x = normal();
      double v = 1 + c * x;
      if (v > 0) {
        double cube = v * v * v;
        double u = 1 - random.nextDouble();
        if (StrictMath.log(u) < 0.5 * x * x + d - d * cube + d * StrictMath.log(cube)) {
          return d * cube / shape;
        }
      }
    }
  }

  /** Poisson: Knuth's product of uniforms, and a rounded normal where that would be slow. */
  int poisson(double mean) {
    if (mean > LARGE_MEAN) {
      return Math.max(0, (int) Math.rint(mean + StrictMath.sqrt(mean) * normal()));
    }
    double limit = StrictMath.exp(-mean);
    double product = random.nextDouble();
    int count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }

  /** Negative binomial as a Poisson with a gamma mean; a small shape means wild demand. */
  int negativeBinomial(double mean, double shape) {
    return mean <= 0 ? 0 : poisson(mean * gamma(shape));
  }
}
