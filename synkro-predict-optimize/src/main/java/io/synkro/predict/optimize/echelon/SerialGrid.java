package io.synkro.predict.optimize.echelon;

import io.synkro.predict.internal.Require;
import java.util.List;

/**
 * The recursion of serial systems on a coarse grid, as textbook figures were computed: positions
 * and demands at equal steps between quantiles, the probability of a cell of demand put on its
 * middle, and positions moved to the nearest on the grid. It repeats published digits; {@link
 * ClarkScarf} answers the question itself. Source: Snyder &amp; Shen (2019), section 6.2 and
 * problem 6.13, in the discretisation of stockpyl.
 *
 * @param positionSteps steps between the lowest and the highest inventory position, at least 1
 * @param demandSteps steps between the lowest and the highest demand over a lead time, at least 1
 * @param leadTimeTails probabilities beyond the lowest and the highest demand over a lead time
 * @param totalTails probabilities beyond the lowest and the highest demand over all lead times,
 *     which bound the positions
 */
public record SerialGrid(
    int positionSteps, int demandSteps, Tails leadTimeTails, Tails totalTails) {
  /** {@inheritDoc} */
  public SerialGrid {
    Require.atLeast("number of position steps", positionSteps, 1, "");
    Require.atLeast("number of demand steps", demandSteps, 1, "");
    Require.that(
        (double) positionSteps * demandSteps <= 1e8,
        "number of position steps times demand steps",
        (double) positionSteps * demandSteps,
        "must be at most 1e8",
        "use ClarkScarf for accuracy");
  }

  /**
   * Probabilities outside a range.
   *
   * @param lower probability below it, above 0 and below 0.5
   * @param upper probability above it, above 0 and below 0.5
   */
  public record Tails(double lower, double upper) {
    /** {@inheritDoc} */
    public Tails {
      Require.between("lower tail", lower, 0, 0.5, "");
      Require.between("upper tail", upper, 0, 0.5, "");
    }
  }

  /**
   * Finds the cheapest levels on the grid.
   *
   * @param system the system, whose demand is not whole and whose lead times are positive; waiting
   *     customers must cost something
   * @return the levels and what they cost on the grid
   */
  public SerialPolicy optimize(SerialSystem system) {
    system.requireStockoutCost();
    return new GridRecursion(this, checked(system), List.of()).run();
  }

  /**
   * Computes what levels cost on the grid.
   *
   * @param system the system, whose demand is not whole and whose lead times are positive
   * @param echelonLevels echelon base-stock levels in units, the stage of the customers first
   * @return expected cost of the levels, each moved to the nearest position of the grid
   */
  public SerialCost cost(SerialSystem system, List<Double> echelonLevels) {
    List<Double> levels = system.requireLevels(echelonLevels);
    return new GridRecursion(this, checked(system), levels).run().cost();
  }

  private static SerialSystem checked(SerialSystem system) {
    for (SerialStage stage : system.stages()) {
      Require.positive("lead time on a grid", stage.leadTime(), "use ClarkScarf");
    }
    Require.that(
        !system.isDiscrete(), "demand on a grid", "whole", "must not be whole", "use ClarkScarf");
    return system;
  }
}
