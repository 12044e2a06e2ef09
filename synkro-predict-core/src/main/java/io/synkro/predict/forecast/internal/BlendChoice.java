package io.synkro.predict.forecast.internal;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Chooses for each kind of demand how members are blended, by their losses in the backtest. Global
 * members are one voice, local ones another, each of those that do about as well as its best. Both
 * have half a say, since estimated weights are seldom better than equal ones on new data (Claeskens
 * et al. 2016, <a
 * href="https://doi.org/10.1016/j.ijforecast.2015.12.005">doi:10.1016/j.ijforecast.2015.12.005</a>);
 * one has more, or the only one, where that is better by more than chance.
 */
public final class BlendChoice {
  /** A member does about as well as the best if its loss is at most so many times that. */
  private static final double WELL = 1.1;

  /** Shares of the global members, in the order in which they are tried. */
  private static final double[] SHARES = {0.5, 0.75, 0.25, 1, 0};

  /** Losses must be lower by so many standard errors, of series and origins, to be believed. */
  private static final double LEAST_EVIDENCE = 2;

  private static final int LEAST_RUNS = 5;

  /** Seasonal naive is there to be beaten and takes part only where nothing beats it. */
  private static final int REFERENCE = 0;

  private final BacktestErrors errors;
  private final boolean[] isGlobal;
  private final double[] all;

  private BlendChoice(BacktestErrors errors, boolean[] isGlobal) {
    this.errors = errors;
    this.isGlobal = isGlobal;
    this.all = new double[errors.members()];
  }

  /**
   * Chooses.
   *
   * @param errors of all members, at least one observation
   * @param isGlobal which members are global; the first is not
   * @return a blend for each kind of demand; those that were not seen take that of the most
   *     frequent
   */
  public static Map<Segment, Blend> of(BacktestErrors errors, boolean[] isGlobal) {
    BlendChoice choice = new BlendChoice(errors, isGlobal);
    Map<Segment, Blend> blends = new EnumMap<>(Segment.class);
    Segment frequent = Segment.REGULAR;
    int most = 0;
    for (Segment segment : Segment.values()) {
      int[] observations = choice.observations(segment);
      if (observations.length > 0) {
        blends.put(segment, choice.best(observations));
      }
      if (observations.length > most) {
        most = observations.length;
        frequent = segment;
      }
    }
    for (Segment segment : Segment.values()) {
      blends.putIfAbsent(segment, blends.get(frequent));
    }
    return blends;
  }

  private int[] observations(Segment segment) {
    int[] found = new int[errors.size()];
    int count = 0;
    for (int k = 0; k < found.length; k++) {
      if (errors.run(k).segment() == segment) {
        found[count++] = k;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private Blend best(int[] observations) {
    double[] losses = new double[errors.members()];
    for (int k : observations) {
      errors.copyForecasts(k, all);
      for (int m = 0; m < losses.length; m++) {
        losses[m] += errors.loss(k, all[m]);
      }
    }
    boolean[] local = well(losses, false);
    boolean[] global = well(losses, true);
    boolean both = any(global);
    Blend best = new Blend(local, global, both ? SHARES[0] : 0);
    for (int s = 1; both && s < SHARES.length; s++) {
      Blend other = new Blend(local, global, SHARES[s]);
      best = isBetter(observations, other, best) ? other : best;
    }
    return best;
  }

  private static boolean any(boolean[] members) {
    for (boolean member : members) {
      if (member) {
        return true;
      }
    }
    return false;
  }

  /** Members of one family whose losses are about as low as its least. */
  private boolean[] well(double[] losses, boolean global) {
    double least = Double.POSITIVE_INFINITY;
    for (int m = 0; m < losses.length; m++) {
      least = isGlobal[m] == global ? Math.min(least, losses[m]) : least;
    }
    boolean[] well = new boolean[losses.length];
    for (int m = 0; m < well.length; m++) {
      double limit = m == REFERENCE ? least : WELL * least;
      well[m] = isGlobal[m] == global && losses[m] <= limit;
    }
    return well;
  }

  private boolean isBetter(int[] observations, Blend blend, Blend other) {
    double sum = 0;
    double squares = 0;
    int runs = 0;
    int k = 0;
    while (k < observations.length) {
      int run = errors.runNumber(observations[k]);
      double change = 0;
      for (; k < observations.length && errors.runNumber(observations[k]) == run; k++) {
        change += loss(observations[k], blend) - loss(observations[k], other);
      }
      sum += change;
      squares += change * change;
      runs++;
    }
    double mean = sum / runs;
    double variance = (squares - runs * mean * mean) / Math.max(1, runs - 1);
    double error = Math.sqrt(Math.max(0, variance) / runs);
    return runs >= LEAST_RUNS && mean < 0 && mean <= -LEAST_EVIDENCE * error;
  }

  private double loss(int observation, Blend blend) {
    errors.copyForecasts(observation, all);
    return errors.loss(observation, blend.of(all));
  }
}
