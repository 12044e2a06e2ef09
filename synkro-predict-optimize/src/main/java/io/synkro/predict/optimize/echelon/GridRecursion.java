package io.synkro.predict.optimize.echelon;

import io.synkro.predict.optimize.distribution.DemandDistribution;
import java.util.ArrayList;
import java.util.List;

/**
 * The recursion of {@link EchelonRecursion} with all functions as tables on a {@link SerialGrid}.
 */
final class GridRecursion {
  private final SerialGrid grid;
  private final SerialSystem system;
  private final List<Double> given;
  private final double lowest;
  private final double step;

  /** Prepares the recursion for given levels, or for the best ones if none are given. */
  GridRecursion(SerialGrid grid, SerialSystem system, List<Double> given) {
    this.grid = grid;
    this.system = system;
    this.given = given;
    DemandDistribution total = system.demandOver(system.leadTimeFrom(system.stages().size() - 1));
    double most = total.quantile(1 - grid.totalTails().upper());
    double highest = most;
    for (double level : given) {
      highest = Math.max(highest, level);
    }
    lowest = total.quantile(grid.totalTails().lower()) - most;
    step = (highest - lowest) / grid.positionSteps();
  }

  SerialPolicy run() {
    double stockout = system.stockoutCost();
    Tables total = run(system.totalHoldingCost() + stockout, given);
    Tables holding = run(system.totalHoldingCost(), total.levels());
    double cost = holding.cost();
    return new SerialPolicy(total.levels(), new SerialCost(cost, total.cost() - cost));
  }

  /** Levels and what they cost. */
  private record Tables(List<Double> levels, double cost) {}

  private Tables run(double penalty, List<Double> levels) {
    int points = grid.positionSteps() + 1;
    double[] carried = new double[points];
    for (int i = 0; i < points; i++) {
      carried[i] = penalty * Math.max(0, -position(i));
    }
    List<Double> chosen = new ArrayList<>();
    double cost = 0;
    for (int j = 0; j < system.stages().size(); j++) {
      double[] expected = expected(j, carried, penalty);
      int at = levels.isEmpty() ? least(expected) : nearest(levels.get(j));
      chosen.add(levels.isEmpty() ? position(at) : levels.get(j));
      cost = expected[at];
      for (int i = 0; i < points; i++) {
        carried[i] = expected[nearest(Math.min(chosen.get(j), position(i)))];
      }
    }
    return new Tables(chosen, cost);
  }

  private double[] expected(int stage, double[] carried, double penalty) {
    SerialStage own = system.stages().get(stage);
    DemandDistribution demand = system.demandOver(own.leadTime());
    double low = Math.max(0, demand.quantile(grid.leadTimeTails().lower()));
    double high = Math.max(low, demand.quantile(1 - grid.leadTimeTails().upper()));
    double width = (high - low) / grid.demandSteps();
    double[] expected = new double[carried.length];
    double below = 0;
    for (int d = 0; d <= grid.demandSteps(); d++) {
      double middle = low + d * width;
      double upTo = d == grid.demandSteps() ? 1 : demand.cdf(middle + width / 2);
      for (int i = 0; i < expected.length; i++) {
        double left = position(i) - middle;
        double cost =
            left < lowest
                ? farDown(stage, position(index(left)), penalty)
                : own.echelonHoldingCost() * position(nearest(left)) + carried[nearest(left)];
        expected[i] += (upTo - below) * cost;
      }
      below = upTo;
    }
    return expected;
  }

  /** The line that Ĉ_j approaches below: nothing reaches the customers in time. */
  private double farDown(int stage, double position, double penalty) {
    double waiting = 0;
    double sum = 0;
    for (int i = stage; i >= 0; i--) {
      if (i < stage) {
        waiting += system.demandOver(system.stages().get(i).leadTime()).mean();
      }
      sum += system.stages().get(i).echelonHoldingCost() * (position - waiting);
    }
    return sum - penalty * (position - waiting);
  }

  private double position(int index) {
    return lowest + index * step;
  }

  private int index(double position) {
    return (int) Math.floor((position - lowest) / step + 0.5);
  }

  private int nearest(double position) {
    return Math.max(0, Math.min(grid.positionSteps(), index(position)));
  }

  private static int least(double[] values) {
    int least = 0;
    for (int i = 1; i < values.length; i++) {
      least = values[i] < values[least] ? i : least;
    }
    return least;
  }
}
