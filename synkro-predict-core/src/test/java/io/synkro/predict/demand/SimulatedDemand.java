package io.synkro.predict.demand;

import java.util.SplittableRandom;

/** Draws demand of known distributions. */
public final class SimulatedDemand {
  private final SplittableRandom random;

  /**
   * Starts a sequence of draws.
   *
   * @param seed equal seeds give equal draws
   */
  public SimulatedDemand(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /**
   * Draws evenly.
   *
   * @return from 0 to below 1
   */
  public double uniform() {
    return random.nextDouble();
  }

  /**
   * Draws an exponential waiting time.
   *
   * @param rate events in a unit of time
   * @return time
   */
  public double exponential(double rate) {
    return -Math.log(1 - random.nextDouble()) / rate;
  }

  /**
   * Draws by Box and Muller.
   *
   * @return standard normal
   */
  public double normal() {
    return Math.sqrt(2 * exponential(1)) * Math.cos(2 * Math.PI * random.nextDouble());
  }

  /**
   * Draws by Marsaglia and Tsang (2000).
   *
   * @param shape above 0
   * @return gamma with this shape and scale 1
   */
  public double gamma(double shape) {
    if (shape < 1) {
      return gamma(shape + 1) * Math.pow(1 - random.nextDouble(), 1 / shape);
    }
    double d = shape - 1 / 3.0;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = normal();
      double v = (1 + c * x) * (1 + c * x) * (1 + c * x);
      double u = 1 - random.nextDouble();
      if (v > 0 && Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }

  /**
   * Draws a count.
   *
   * @param mean expected count
   * @return Poisson
   */
  public int poisson(double mean) {
    int count = 0;
    double time = exponential(1);
    while (time < mean) {
      count++;
      time += exponential(1);
    }
    return count;
  }

  /**
   * Draws a count that varies more.
   *
   * @param mean expected count
   * @param size the variance is mean + mean² / size
   * @return negative binomial
   */
  public int negativeBinomial(double mean, double size) {
    return poisson(mean / size * gamma(size));
  }
}
