package io.synkro.predict.search;

/**
 * Functions with known minima. Source of Branin and Hartmann: Surjanovic &amp; Bingham, Virtual
 * Library of Simulation Experiments, pages "branin" and "hart6"; of Rosenbrock's valley in n
 * dimensions the page "rosen".
 */
final class TestFunctions {
  static final SearchSpace BRANIN =
      SearchSpace.builder().uniform("x", -5, 10).uniform("y", 0, 15).build();
  static final double BRANIN_MINIMUM = 0.397887;
  static final SearchSpace HARTMANN = unit(6, 0, 1).build();
  static final double HARTMANN_MINIMUM = -3.32237;
  static final SearchSpace ROSENBROCK =
      unit(5, -2.048, 2.048).choice("floor", "ground", "first", "second", "third").build();

  private static final double[][] A = {
    {10, 3, 17, 3.5, 1.7, 8},
    {0.05, 10, 17, 0.1, 8, 14},
    {3, 3.5, 1.7, 10, 17, 8},
    {17, 8, 0.05, 10, 0.1, 14}
  };
  private static final double[][] P = {
    {1312, 1696, 5569, 124, 8283, 5886},
    {2329, 4135, 8307, 3736, 1004, 9991},
    {2348, 1451, 3522, 2883, 3047, 6650},
    {4047, 8828, 8732, 5743, 1091, 381}
  };
  private static final double[] ALPHA = {1, 1.2, 3, 3.2};

  private TestFunctions() {}

  private static SearchSpace.Builder unit(int dimensions, double low, double high) {
    SearchSpace.Builder builder = SearchSpace.builder();
    for (int d = 0; d < dimensions; d++) {
      builder.uniform("x" + d, low, high);
    }
    return builder;
  }

  static double branin(Trial trial) {
    double x = trial.parameters().real("x");
    double t =
        trial.parameters().real("y") - 5.1 / (4 * Math.PI * Math.PI) * x * x + 5 / Math.PI * x - 6;
    return t * t + 10 * (1 - 1 / (8 * Math.PI)) * StrictMath.cos(x) + 10;
  }

  static double hartmann(Trial trial) {
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      double exponent = 0;
      for (int j = 0; j < 6; j++) {
        double distance = trial.parameters().real("x" + j) - P[i][j] / 10_000;
        exponent += A[i][j] * distance * distance;
      }
      sum += ALPHA[i] * StrictMath.exp(-exponent);
    }
    return -sum;
  }

  /** ln(1 + Rosenbrock), and 1 more for each floor above the ground; the minimum is 0. */
  static double rosenbrock(Trial trial) {
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      double x = trial.parameters().real("x" + i);
      double valley = trial.parameters().real("x" + (i + 1)) - x * x;
      sum += 100 * valley * valley + (1 - x) * (1 - x);
    }
    int floor =
        ((SearchParameter.Choice) ROSENBROCK.parameters().get(5))
            .options()
            .indexOf(trial.parameters().choice("floor"));
    return StrictMath.log1p(sum) + floor;
  }
}
