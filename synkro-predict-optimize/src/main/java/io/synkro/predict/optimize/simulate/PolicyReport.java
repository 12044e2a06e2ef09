package io.synkro.predict.optimize.simulate;

import io.synkro.predict.internal.Require;
import io.synkro.predict.univariate.DemandClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * What a policy comes to over many products, all together and by class of demand, with bootstrap
 * intervals, and beside another policy. Immutable; safe for use by many threads.
 */
public final class PolicyReport {
  private final List<SimulatedItem> items;
  private final Bootstrap bootstrap;

  /**
   * Creates a report.
   *
   * @param items the products simulated, at least one
   * @param bootstrap how intervals are worked out
   */
  public PolicyReport(List<SimulatedItem> items, Bootstrap bootstrap) {
    Require.atLeast("items.size()", items.size(), 1, "");
    this.items = List.copyOf(items);
    this.bootstrap = bootstrap;
  }

  /**
   * Returns the products.
   *
   * @return as given
   */
  public List<SimulatedItem> items() {
    return items;
  }

  /**
   * Returns the classes of demand that occur.
   *
   * @return at least one
   */
  public Set<DemandClass> classes() {
    Set<DemandClass> classes = EnumSet.noneOf(DemandClass.class);
    items.forEach(item -> classes.add(item.demandClass()));
    return classes;
  }

  /**
   * Estimates a figure over all products.
   *
   * @param kpi which figure
   * @return rates are pooled, amounts added up
   */
  public KpiEstimate of(StockKpi kpi) {
    return estimate(kpi, items);
  }

  /**
   * Estimates a figure over the products of a class.
   *
   * @param kpi which figure
   * @param demandClass one of {@link #classes()}
   * @return rates are pooled, amounts added up
   */
  public KpiEstimate of(StockKpi kpi, DemandClass demandClass) {
    return estimate(kpi, ofClass(demandClass));
  }

  /**
   * Estimates the share of products whose own fill rate is below a target. Those without demand in
   * the simulation are not below it.
   *
   * @param target fill rate, above 0 and below 1
   * @return from 0 to 1
   */
  public KpiEstimate shareBelow(double target) {
    Require.between("target", target, 0, 1, "write 95 % as 0.95");
    Predicate<StockRun> below = run -> run.fillRate() < target; // false of NaN
    return bootstrap.ratio(
        figures(items, run -> below.test(run) ? 1 : 0), figures(items, run -> 1));
  }

  /**
   * Estimates how much more this policy has of a figure than another, over all products; the
   * interval is that of the difference, in which much of what differs between products cancels.
   *
   * @param kpi which figure
   * @param current the other policy, of the same products in the same order
   * @return this less the other
   */
  public KpiEstimate moreThan(StockKpi kpi, PolicyReport current) {
    requireSame(current);
    return difference(kpi, items, current.items);
  }

  /**
   * Estimates the same over the products of a class.
   *
   * @param kpi which figure
   * @param current the other policy, of the same products in the same order
   * @param demandClass one of {@link #classes()}
   * @return this less the other
   */
  public KpiEstimate moreThan(StockKpi kpi, PolicyReport current, DemandClass demandClass) {
    requireSame(current);
    return difference(kpi, ofClass(demandClass), current.ofClass(demandClass));
  }

  private void requireSame(PolicyReport current) {
    boolean same = items.size() == current.items.size();
    for (int i = 0; same && i < items.size(); i++) {
      same = items.get(i).id().equals(current.items.get(i).id());
    }
    Require.that(same, "current", current, "must be of the same products in the same order", "");
  }

  private List<SimulatedItem> ofClass(DemandClass demandClass) {
    List<SimulatedItem> found = new ArrayList<>();
    for (SimulatedItem item : items) {
      if (item.demandClass() == demandClass) {
        found.add(item);
      }
    }
    Require.that(!found.isEmpty(), "demandClass", demandClass, "must be one of " + classes(), "");
    return found;
  }

  private KpiEstimate estimate(StockKpi kpi, List<SimulatedItem> of) {
    return bootstrap.ratio(figures(of, kpi::amount), bases(kpi, of));
  }

  private KpiEstimate difference(
      StockKpi kpi, List<SimulatedItem> mine, List<SimulatedItem> theirs) {
    return bootstrap.difference(
        figures(mine, kpi::amount),
        bases(kpi, mine),
        figures(theirs, kpi::amount),
        bases(kpi, theirs));
  }

  /** Returns what to divide by; of amounts, shares whose sum is 1 in every sample. */
  private static double[] bases(StockKpi kpi, List<SimulatedItem> of) {
    double[] bases = figures(of, kpi::base);
    if (!kpi.isRate()) {
      Arrays.fill(bases, 1.0 / of.size());
    }
    return bases;
  }

  private static double[] figures(List<SimulatedItem> of, ToDoubleFunction<StockRun> figure) {
    return of.stream().mapToDouble(item -> figure.applyAsDouble(item.run())).toArray();
  }

  /** The main figures. */
  @Override
  public String toString() {
    return "fill rate %.4f with a mean stock of %.1f over %d products"
        .formatted(of(StockKpi.FILL_RATE).value(), of(StockKpi.MEAN_STOCK).value(), items.size());
  }
}
