package io.synkro.predict.optimize.problem;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.Require;
import io.synkro.predict.optimize.distribution.DemandDistribution;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * What it costs to end a period with some net stock: a convex, piecewise linear function. Stock
 * below zero is demand that waits. Immutable; safe for use by many threads.
 */
public final class StockCost {
  private static final double ROUNDING = 1e-9;
  private static final double[] PIECES = {
    0.0005, 0.01, 0.05, 0.15, 0.3, 0.5, 0.7, 0.85, 0.95, 0.99, 0.9995
  };

  private final double[] levels;
  private final double[] values;

  /** Before the first corner, and after each; those between near corners are no differences. */
  private final double[] slopes;

  private StockCost(double[] levels, double[] values, double[] slopes) {
    this.levels = levels;
    this.values = values;
    this.slopes = slopes;
  }

  /**
   * Creates a cost from its corners.
   *
   * @param levels stock of each corner, units, at least one, strictly increasing, finite
   * @param values cost at each corner, finite
   * @param slopeBefore cost of a unit more below the first corner, usually negative
   * @param slopeAfter cost of a unit more above the last corner; at least zero, so that stock
   *     without end is never free
   * @return the cost
   * @throws io.synkro.predict.InvalidInputException if the function is not convex
   */
  public static StockCost of(
      double[] levels, double[] values, double slopeBefore, double slopeAfter) {
    Require.atLeast("levels.length", levels.length, 1, "give at least one corner");
    Require.that(
        levels.length == values.length,
        "values.length",
        values.length,
        "must be that of levels, " + levels.length,
        "");
    Require.finite("slopeBefore", slopeBefore, "");
    Require.nonNegative("slopeAfter", slopeAfter, "value what is left at the end by less");
    requireRising(levels, values);
    int last = levels.length;
    double[] slopes = new double[last + 1];
    slopes[0] = slopeBefore;
    slopes[last] = slopeAfter;
    for (int i = 1; i < last; i++) {
      slopes[i] = (values[i] - values[i - 1]) / (levels[i] - levels[i - 1]);
    }
    StockCost cost = new StockCost(levels.clone(), values.clone(), slopes);
    cost.requireConvex();
    return cost;
  }

  private void requireConvex() {
    for (int i = 0; i < levels.length; i++) {
      double slope = slopes[i];
      double next = slopes[i + 1];
      if (!(next >= slope - ROUNDING * (Math.abs(slope) + Math.abs(next)))) {
        throw new InvalidInputException(
            "slope above level " + levels[i],
            Double.toString(next),
            "must not be below the slope before it, " + slope,
            "a unit more must never save more than the unit before");
      }
    }
  }

  private static void requireRising(double[] levels, double[] values) {
    for (int i = 0; i < levels.length; i++) {
      Require.finite("levels[%d]".formatted(i), levels[i], "");
      Require.finite("values[%d]".formatted(i), values[i], "");
      Require.that(
          i == 0 || levels[i] > levels[i - 1],
          "levels",
          Arrays.toString(levels),
          "must be strictly increasing",
          "sort the corners");
    }
  }

  /**
   * Returns the cost of stock that is known.
   *
   * @param holding cost of a unit on hand for a period, zero or more
   * @param backorder cost of a unit that waits for a period, zero or more
   * @return holding · max(0, I) + backorder · max(0, −I)
   */
  public static StockCost linear(double holding, double backorder) {
    Require.nonNegative("holding", holding, "");
    Require.nonNegative("backorder", backorder, "");
    return new StockCost(new double[] {0}, new double[] {0}, new double[] {-backorder, holding});
  }

  /**
   * Returns the expected cost of stock that is planned by mean demand: I is what is left of the
   * plan if demand is as forecast, and the error of the forecast is taken from it. The function
   * holding · E[(I − X)⁺] + backorder · E[(X − I)⁺] is interpolated between eleven quantiles of X.
   *
   * @param holding cost of a unit on hand for a period, zero or more
   * @param backorder cost of a unit short, zero or more
   * @param error distribution of demand minus forecast over the time that an order has to last
   * @return the cost, exact at the corners and at most a few per cent too high between them
   */
  public static StockCost expected(double holding, double backorder, DemandDistribution error) {
    Require.nonNegative("holding", holding, "");
    Require.nonNegative("backorder", backorder, "");
    double[] levels = apart(Arrays.stream(PIECES).map(error::quantile).sorted().toArray());
    double[] values = new double[levels.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = holding * error.complementaryLoss(levels[i]) + backorder * error.loss(levels[i]);
    }
    return of(levels, values, -backorder, holding);
  }

  /** Leaves out levels so near to the one before that the slope between them would be rounding. */
  private static double[] apart(double[] sorted) {
    double least = ROUNDING * (sorted[sorted.length - 1] - sorted[0]);
    double[] kept = new double[sorted.length];
    int count = 0;
    for (double level : sorted) {
      if (count == 0 || level - kept[count - 1] > least) {
        kept[count++] = level;
      }
    }
    return Arrays.copyOf(kept, count);
  }

  /**
   * Adds a price of falling short of a service level's stock.
   *
   * @param floor stock below which the price is due, units
   * @param price of each unit below it, for a period, zero or more
   * @return the sum
   */
  public StockCost withFloor(double floor, double price) {
    Require.finite("floor", floor, "");
    Require.nonNegative("price", price, "");
    return plus(floor, x -> price * Math.max(0, floor - x), -price);
  }

  /**
   * Subtracts what the stock left at the end is worth.
   *
   * @param value of a unit, zero or more; at most what it costs to buy, or buying to hold would pay
   * @param most units that count
   * @return the difference
   */
  public StockCost withTerminalValue(double value, double most) {
    Require.nonNegative("value", value, "");
    Require.finite("most", most, "");
    return plus(most, x -> -value * Math.min(x, most), -value);
  }

  /** Adds a function that has a slope before a corner and none after it. */
  private StockCost plus(double corner, DoubleUnaryOperator other, double before) {
    double[] joint =
        Arrays.stream(Arrays.copyOf(levels, levels.length + 1), 0, levels.length + 1).toArray();
    joint[levels.length] = corner + 0.0; // no -0.0
    Arrays.sort(joint);
    joint = Arrays.stream(joint).distinct().toArray();
    double[] sums = Arrays.stream(joint).map(x -> at(x) + other.applyAsDouble(x)).toArray();
    double[] sloping = new double[joint.length + 1];
    int piece = 0;
    for (int i = 0; i < sloping.length; i++) {
      while (i > 0 && piece < levels.length && levels[piece] <= joint[i - 1]) {
        piece++;
      }
      sloping[i] = slopes[piece] + (i == 0 || joint[i - 1] < corner ? before : 0);
    }
    return new StockCost(joint, sums, sloping);
  }

  /**
   * Returns the cost of some stock.
   *
   * @param stock net stock at the end of the period, units
   * @return money
   */
  public double at(double stock) {
    int last = levels.length - 1;
    if (stock >= levels[last]) {
      return values[last] + slopes[last + 1] * (stock - levels[last]);
    }
    if (stock <= levels[0]) {
      return values[0] + slopes[0] * (stock - levels[0]);
    }
    int i = 0;
    while (stock > levels[i + 1]) {
      i++;
    }
    double share = (stock - levels[i]) / (levels[i + 1] - levels[i]);
    return values[i] + (values[i + 1] - values[i]) * share;
  }

  /**
   * Returns the number of corners.
   *
   * @return at least 1
   */
  public int corners() {
    return levels.length;
  }

  /**
   * Returns the stock of a corner.
   *
   * @param corner from 0 to {@link #corners()}
   * @return units
   */
  public double level(int corner) {
    return levels[corner];
  }

  /**
   * Returns the cost at a corner.
   *
   * @param corner from 0 to {@link #corners()}
   * @return money
   */
  public double value(int corner) {
    return values[corner];
  }

  /**
   * Returns the cost of a unit more between two corners.
   *
   * @param piece 0 for what is below the first corner, {@link #corners()} for what is above the
   *     last
   * @return money a unit
   */
  public double slope(int piece) {
    return slopes[piece];
  }

  /**
   * Returns from which stock on a unit more never saves more than it costs.
   *
   * @param unitCost what a unit more costs at least, zero or more
   * @return units; the least corner above which no slope is below {@code −unitCost}
   */
  public double sufficient(double unitCost) {
    int corner = 0;
    while (slopes[corner + 1] < -unitCost) { // ends: the last slope is not negative
      corner++;
    }
    return levels[corner];
  }
}
