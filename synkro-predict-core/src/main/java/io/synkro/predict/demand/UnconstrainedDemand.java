package io.synkro.predict.demand;

import io.synkro.predict.demand.internal.SeriesSales;
import io.synkro.predict.demand.internal.SharedSpikes;
import io.synkro.predict.internal.DoubleArray;
import io.synkro.predict.internal.IntArray;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.TimeSeries;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What customers wanted, as far as sales, stock and events tell: the demand that forecasts learn
 * from, and the steps where it differs from sales, for planners to check. The rules, in this order:
 *
 * <ul>
 *   <li><b>Returns.</b> A negative value becomes zero. It is taken off the sale that it most likely
 *       undoes: the latest of exactly as many units within the 30 days before it (at least one
 *       step), else the latest of more. Without one, as when the sale lies before the history, it
 *       lowers nothing.
 *   <li><b>Mistakes.</b> A lone value over a thousand times the next largest, in a series with
 *       eight sales or more, becomes missing.
 *   <li><b>Before the first sale</b> nothing was on offer: missing. These steps are not listed.
 *   <li><b>One-off events</b>, steps on which the covariate {@link
 *       io.synkro.predict.series.CovariateNames#ONE_OFF} is above zero, become missing.
 *   <li><b>Stock-outs</b>, by the covariate {@link
 *       io.synkro.predict.series.CovariateNames#IN_STOCK}. A step at zero without sales becomes
 *       missing. A step in stock for a share a of its time that sold s is expected to have had a
 *       demand of s + (1 - a) m (r + s) / (r + a m), where m is its usual demand and r the size of
 *       a negative binomial, which is demand of a Poisson process whose rate varies from step to
 *       step. A step at zero that sold s nevertheless sold out at an unknown time; its demand is
 *       E[D | D &ge; s], or s if fewer than eight steps of full stock show how far demand goes.
 *       Both are found with m and r together by expectation and maximisation.
 *   <li><b>Lone spikes.</b> See {@link ChangeReason#SPIKE}: in series that sell in three of four
 *       steps or more, the one to three largest values, if each lies eight or more robust standard
 *       deviations above the median of its like and well above all others, no promotion, price cut
 *       or rare 0/1 covariate coincides, none is next to another or a whole number of years away
 *       from it, normal demand followed, and few series of the panel have one at the same step. It
 *       is lowered to three deviations. Intermittent demand is never touched.
 * </ul>
 *
 * <p>Sources: Talluri &amp; van Ryzin (2004), The Theory and Practice of Revenue Management,
 * section 9.4 (unconstraining by EM, <a
 * href="https://doi.org/10.1007/b139000">doi:10.1007/b139000</a>); Wecker (1978), Predicting demand
 * from sales data in the presence of stockouts, <a
 * href="https://doi.org/10.1287/mnsc.24.10.1043">doi:10.1287/mnsc.24.10.1043</a>; Hampel (1974),
 * The influence curve and its role in robust estimation, <a
 * href="https://doi.org/10.1080/01621459.1974.10482962">doi:10.1080/01621459.1974.10482962</a>.
 *
 * <p>A panel without stock flags below one, negative values and outliers keeps its values to the
 * bit. Immutable; safe for use by many threads.
 */
public final class UnconstrainedDemand {
  private final SeriesPanel panel;
  private final int[] changedSeries;
  private final int[] changedSteps;
  private final List<ChangeReason> reasons;
  private final double[] recorded;

  private UnconstrainedDemand(SeriesPanel panel, Changes changes) {
    this.panel = panel;
    this.changedSeries = changes.series.toArray();
    this.changedSteps = changes.steps.toArray();
    this.reasons = List.copyOf(changes.reasons);
    this.recorded = changes.recorded.toArray();
  }

  /**
   * Estimates demand.
   *
   * @param sales recorded sales
   * @return demand and what was changed
   */
  public static UnconstrainedDemand of(SeriesPanel sales) {
    SharedSpikes shared = new SharedSpikes(sales.size());
    List<SeriesSales> spiky = new ArrayList<>();
    double[] demand = new double[sales.observations()];
    Changes changes = new Changes();
    int[] offsets = offsets(sales);
    for (int i = 0; i < sales.size(); i++) {
      SeriesSales series = new SeriesSales(sales, i);
      series.clean();
      if (series.findSpikes(shared)) {
        series.store(demand, offsets[i]); // until the spikes of all series are known
        spiky.add(series);
      } else {
        series.finish(shared);
        series.copyTo(demand, offsets[i]);
        changes.add(series);
      }
    }
    for (SeriesSales series : spiky) {
      series.restore(demand, offsets[series.position()]);
      series.finish(shared);
      series.copyTo(demand, offsets[series.position()]);
      changes.add(series);
    }
    for (int k = 0; k < demand.length; k++) { // no estimate is larger than a sale may be
      demand[k] = Math.min(TimeSeries.MAX_VALUE, demand[k]);
    }
    return new UnconstrainedDemand(sales.withValues(demand), changes);
  }

  private static int[] offsets(SeriesPanel panel) {
    int[] offsets = new int[panel.size()];
    for (int i = 1; i < offsets.length; i++) {
      offsets[i] = offsets[i - 1] + panel.length(i - 1);
    }
    return offsets;
  }

  /**
   * Returns demand.
   *
   * @return the panel of sales with demand in their place: NaN where it is not known, otherwise
   *     zero or more
   */
  public SeriesPanel panel() {
    return panel;
  }

  /**
   * Returns demand without estimates, by which forecasts can be judged.
   *
   * @return the panel of demand, NaN where the reason of a change {@link
   *     ChangeReason#isUnobserved()}
   */
  public SeriesPanel observed() {
    BitSet hidden = new BitSet();
    int[] offsets = offsets(panel);
    for (int k = 0; k < reasons.size(); k++) {
      if (reasons.get(k).isUnobserved()) {
        hidden.set(offsets[changedSeries[k]] + changedSteps[k]);
      }
    }
    if (hidden.isEmpty()) {
      return panel;
    }
    double[] values = new double[panel.observations()];
    int position = 0;
    for (int i = 0; i < panel.size(); i++) {
      for (double value : panel.values(i)) {
        values[position] = hidden.get(position) ? Double.NaN : value;
        position++;
      }
    }
    return panel.withValues(values);
  }

  /**
   * Returns the steps whose demand differs from sales.
   *
   * @return changes; those of one series lie together, in the order of time
   */
  public List<DemandChange> changes() {
    List<DemandChange> changes = new ArrayList<>(reasons.size());
    for (int k = 0; k < reasons.size(); k++) {
      int i = changedSeries[k];
      int t = changedSteps[k];
      changes.add(
          new DemandChange(
              panel.id(i),
              panel.axis().at((long) panel.start(i) + t),
              reasons.get(k),
              recorded[k],
              panel.value(i, t)));
    }
    return changes;
  }

  /** Columns, since a panel may have very many stock-outs. */
  private static final class Changes {
    final IntArray series = new IntArray();
    final IntArray steps = new IntArray();
    final List<ChangeReason> reasons = new ArrayList<>();
    final DoubleArray recorded = new DoubleArray();

    void add(SeriesSales sales) {
      sales.forEachChange(
          (t, reason, units) -> {
            series.add(sales.position());
            steps.add(t);
            reasons.add(reason);
            recorded.add(units);
          });
    }
  }
}
