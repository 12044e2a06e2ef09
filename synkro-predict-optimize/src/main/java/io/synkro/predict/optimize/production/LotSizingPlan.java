package io.synkro.predict.optimize.production;

import io.synkro.predict.internal.Require;
import java.util.Arrays;

/**
 * What is made when. An item is set up where it is made. Immutable; safe for use by many threads.
 */
public final class LotSizingPlan {
  private final double[][] quantities;
  private final double[][] stock;

  private LotSizingPlan(double[][] quantities, double[][] stock) {
    this.quantities = quantities;
    this.stock = stock;
  }

  /**
   * Describes a plan. Whether it is any good is for {@link LotSizingCheck} to say.
   *
   * @param problem what is planned
   * @param quantities units made, shape {@code [items][periods]}, each zero or more
   * @return the plan
   */
  public static LotSizingPlan of(CapacitatedLotSizing problem, double[][] quantities) {
    int items = problem.items().size();
    Require.that(
        quantities.length == items, "items of a plan", quantities.length, "must be " + items, "");
    double[][] made = new double[items][];
    double[][] stock = new double[items][problem.periods()];
    for (int i = 0; i < items; i++) {
      ProductionItem item = problem.items().get(i);
      made[i] = quantities[i].clone();
      Require.that(
          made[i].length == problem.periods(),
          "periods of the plan of " + item,
          made[i].length,
          "must be " + problem.periods(),
          "");
      double left = 0;
      for (int t = 0; t < made[i].length; t++) {
        Require.nonNegative("quantity of %s in period %d".formatted(item, t), made[i][t], "");
        left += made[i][t] - item.demand(t);
        stock[i][t] = left;
      }
    }
    return new LotSizingPlan(made, stock);
  }

  /**
   * Returns what is made.
   *
   * @param item position of the item
   * @param period from 0
   * @return units, zero or more
   */
  public double quantity(int item, int period) {
    return cell(quantities, item, period);
  }

  /**
   * Returns whether an item is set up.
   *
   * @param item position of the item
   * @param period from 0
   * @return true if any of it is made
   */
  public boolean isSetUp(int item, int period) {
    return quantity(item, period) > 0;
  }

  /**
   * Returns what is in stock at the end of a period.
   *
   * @param item position of the item
   * @param period from 0
   * @return units; zero or more, but for rounding errors, if demand is met
   */
  public double stock(int item, int period) {
    return cell(stock, item, period);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LotSizingPlan plan
        && Arrays.deepEquals(plan.quantities, quantities)
        && Arrays.deepEquals(plan.stock, stock);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(quantities);
  }

  private static double cell(double[][] table, int item, int period) {
    double[] row = table[Require.index("item", item, table.length)];
    return row[Require.index("period", period, row.length)];
  }
}
