package io.synkro.predict.demand.internal;

import io.synkro.predict.demand.ChangeReason;
import io.synkro.predict.series.Covariate;
import io.synkro.predict.series.CovariateNames;
import io.synkro.predict.series.SeriesPanel;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sales of one series on their way to demand. Not safe for use by many threads. */
public final class SeriesSales {
  private static final double MISTAKE = 1000;
  private static final int LEAST_SALES = 8;
  private static final double DAYS_TO_RETURN = 30;

  /** Hears of changes. */
  public interface ChangeListener {
    /**
     * Called once for each step that was changed.
     *
     * @param t position in the series
     * @param reason why
     * @param recorded sales
     */
    void changed(int t, ChangeReason reason, double recorded);
  }

  private final SeriesPanel sales;
  private final int series;
  private double[] demand;
  private final SortedMap<Integer, ChangeReason> reasons = new TreeMap<>();
  private int[] spikes = new int[0];
  private boolean censored;

  /**
   * Reads a series.
   *
   * @param sales the panel
   * @param series position of the series
   */
  public SeriesSales(SeriesPanel sales, int series) {
    this.sales = sales;
    this.series = series;
    this.demand = sales.values(series);
  }

  /**
   * Returns which series it is.
   *
   * @return position in the panel
   */
  public int position() {
    return series;
  }

  /** Applies the rules that need no estimate. */
  public void clean() {
    int first = firstSale();
    netReturns();
    double most = mostCredible();
    Arrays.fill(demand, 0, first, Double.NaN);
    reasons.headMap(first).clear();
    for (int t = first; t < demand.length; t++) {
      if (demand[t] > most) {
        missing(t, ChangeReason.MISTAKE);
      }
    }
    sales.covariate(CovariateNames.ONE_OFF).ifPresent(oneOff -> removeEvents(oneOff, first));
    sales.covariate(CovariateNames.IN_STOCK).ifPresent(inStock -> censor(inStock, first));
  }

  private int firstSale() {
    int first = 0;
    while (first < demand.length && !(demand[first] > 0)) {
      first++;
    }
    return first;
  }

  private void netReturns() {
    int window = Math.max(1, sales.axis().frequency().stepsCovering(DAYS_TO_RETURN));
    for (int t = 0; t < demand.length; t++) {
      if (demand[t] < 0) {
        int undone = Returns.undone(demand, t, window);
        if (undone >= 0) {
          demand[undone] += demand[t];
          reasons.put(undone, ChangeReason.RETURNED);
        }
        reasons.put(t, ChangeReason.RETURN);
      }
      demand[t] = Math.max(0, demand[t]);
    }
  }

  private void removeEvents(Covariate oneOff, int first) {
    for (int t = first; t < demand.length; t++) {
      if (oneOff.value(series, t) > 0) {
        missing(t, ChangeReason.ONE_OFF);
      }
    }
  }

  private void censor(Covariate inStock, int first) {
    for (int t = first; t < demand.length; t++) {
      double share = inStock.value(series, t);
      if (share <= 0 && demand[t] == 0) {
        missing(t, ChangeReason.OUT_OF_STOCK);
      } else if (share < 1 && !Double.isNaN(demand[t])) {
        reasons.put(t, ChangeReason.PARTLY_OUT_OF_STOCK);
        censored = true;
      }
    }
  }

  /** Largest value that is believed: with few sales a large one may well be an order in bulk. */
  private double mostCredible() {
    double largest = 0;
    double second = 0;
    int count = 0;
    for (double units : demand) {
      count += units > 0 ? 1 : 0;
      if (units > largest) {
        second = largest;
        largest = units;
      } else if (units > second) {
        second = units;
      }
    }
    return count >= LEAST_SALES ? MISTAKE * second : Double.POSITIVE_INFINITY;
  }

  /**
   * Looks for lone spikes and tells what it finds.
   *
   * @param shared collects the spikes of all series
   * @return whether there are any
   */
  public boolean findSpikes(SharedSpikes shared) {
    spikes = Spikes.find(demand, sales.axis().frequency(), this::mayBeSpike);
    for (int t : spikes) {
      shared.add(sales.start(series) + t);
    }
    return spikes.length > 0;
  }

  private boolean mayBeSpike(int t) {
    return !reasons.containsKey(t) && !Events.explain(sales, series, t);
  }

  /**
   * Lowers lone spikes and estimates demand that was cut.
   *
   * @param shared spikes of all series
   */
  public void finish(SharedSpikes shared) {
    int[] alone =
        Arrays.stream(spikes).filter(t -> !shared.isCommon(sales.start(series) + t)).toArray();
    if (alone.length > 0) {
      double[] most = Spikes.usualMost(demand, sales.axis().frequency(), alone);
      for (int k = 0; k < alone.length; k++) {
        demand[alone[k]] = most[k];
        reasons.put(alone[k], ChangeReason.SPIKE);
      }
    }
    if (censored) {
      CensoredDemand.estimate(demand, shares(), usual());
    }
  }

  /** Share of each step in which sales show demand; 1 where nothing is to be estimated. */
  private double[] shares() {
    Covariate inStock = sales.covariate(CovariateNames.IN_STOCK).orElseThrow();
    double[] shares = new double[demand.length];
    for (int t = 0; t < shares.length; t++) {
      boolean cut = reasons.get(t) == ChangeReason.PARTLY_OUT_OF_STOCK;
      shares[t] = cut ? Math.max(0, inStock.value(series, t)) : 1;
    }
    return shares;
  }

  private UsualDemand usual() {
    boolean[] promoted = new boolean[demand.length];
    sales
        .covariate(CovariateNames.PROMOTION)
        .ifPresent(
            promotion -> {
              for (int t = 0; t < promoted.length; t++) {
                promoted[t] = promotion.value(series, t) > 0;
              }
            });
    return new UsualDemand(sales.axis().frequency(), promoted);
  }

  /**
   * Puts demand where it is kept until {@link #restore}, so that it is not in memory twice.
   *
   * @param target takes the values
   * @param offset where they begin
   */
  public void store(double[] target, int offset) {
    copyTo(target, offset);
    demand = new double[0];
  }

  /**
   * Takes demand back.
   *
   * @param source what was given to {@link #store}
   * @param offset where the values begin
   */
  public void restore(double[] source, int offset) {
    demand = Arrays.copyOfRange(source, offset, offset + sales.length(series));
  }

  /**
   * Copies demand.
   *
   * @param target receives it
   * @param at where the first value goes
   */
  public void copyTo(double[] target, int at) {
    System.arraycopy(demand, 0, target, at, demand.length);
  }

  /**
   * Tells all changes.
   *
   * @param listener hears of them in the order of time
   */
  public void forEachChange(ChangeListener listener) {
    reasons.forEach((t, reason) -> listener.changed(t, reason, sales.value(series, t)));
  }

  private void missing(int t, ChangeReason reason) {
    if (!Double.isNaN(demand[t])) {
      demand[t] = Double.NaN;
      reasons.put(t, reason);
    }
  }
}
