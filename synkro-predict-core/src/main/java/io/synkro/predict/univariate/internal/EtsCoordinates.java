package io.synkro.predict.univariate.internal;

import io.synkro.predict.univariate.EtsModel;
import io.synkro.predict.univariate.EtsModel.SeasonType;
import io.synkro.predict.univariate.EtsModel.TrendType;
import java.util.Arrays;

/**
 * How the parameters of a model are the coordinates of a search, in this order: alpha; the places
 * of beta between its least value and alpha and of gamma between its least value and 1 − alpha,
 * both from 0 to 1, so that bounds are constant; phi; level; slope; effects of the steps of a
 * season but the last one, which follows from the others. Immutable.
 */
final class EtsCoordinates {
  /** Least smoothing parameter. */
  static final double LEAST = 1e-4;

  private static final double MOST = 0.9999;
  private static final double LEAST_FACTOR = 1e-6;
  private static final double LEAST_PHI = 0.8;
  private static final double MOST_PHI = 0.98;

  private final EtsModel model;
  private final int period;
  private final int level;
  private final int size;

  EtsCoordinates(EtsModel model, int season) {
    this.model = model;
    this.period = seasonal() ? season : 1;
    this.level = 1 + (trend() ? 1 : 0) + (seasonal() ? 1 : 0) + (damped() ? 1 : 0);
    this.size = level + 1 + (trend() ? 1 : 0) + period - 1;
  }

  boolean trend() {
    return model.trend() != TrendType.NONE;
  }

  private boolean damped() {
    return model.trend() == TrendType.DAMPED;
  }

  boolean seasonal() {
    return model.season() != SeasonType.NONE;
  }

  /** Whether the season is a factor. */
  boolean factors() {
    return model.season() == SeasonType.MULTIPLICATIVE;
  }

  /** Steps of a season, 1 without one. */
  int period() {
    return period;
  }

  /** Place of the level. */
  int level() {
    return level;
  }

  /** Place of phi, or −1. */
  int damping() {
    return damped() ? level - 1 : -1;
  }

  /** Number of coordinates, which is that of the parameters without the variance. */
  int size() {
    return size;
  }

  /** Least value of each coordinate. */
  double[] low() {
    double[] low = new double[size];
    low[0] = LEAST;
    Arrays.fill(low, level, size, Double.NEGATIVE_INFINITY);
    if (damped()) {
      low[level - 1] = LEAST_PHI;
    }
    if (factors()) {
      Arrays.fill(low, size - period + 1, size, LEAST_FACTOR);
    }
    return low;
  }

  /** Greatest value of each coordinate. */
  double[] high() {
    double[] high = new double[size];
    Arrays.fill(high, 0, level, 1);
    high[0] = MOST;
    Arrays.fill(high, level, size, Double.POSITIVE_INFINITY);
    if (damped()) {
      high[level - 1] = MOST_PHI;
    }
    return high;
  }

  EtsParameters parameters(double[] point) {
    double alpha = point[0];
    int next = 1;
    double beta = trend() ? LEAST + (alpha - LEAST) * point[next++] : 0;
    double gamma = seasonal() ? LEAST + (1 - alpha - LEAST) * point[next] : 0;
    double phi = damped() ? point[level - 1] : 1;
    double slope = trend() ? point[level + 1] : 0;
    double[] season = new double[period];
    double rest = factors() ? period : 0;
    for (int s = 0; s < period - 1; s++) {
      season[s] = point[size - period + 1 + s];
      rest -= season[s];
    }
    season[period - 1] = rest;
    return new EtsParameters(
        new EtsSmoothing(alpha, beta, gamma, phi), new EtsState(point[level], slope, season));
  }

  /** Of alpha, the places of beta and gamma, and phi, as far as the model has them. */
  double[] point(double[] smoothing, EtsState state) {
    double[] point = new double[size];
    point[0] = smoothing[0];
    int next = 1;
    if (trend()) {
      point[next++] = smoothing[1];
      point[level + 1] = state.slope();
    }
    if (seasonal()) {
      point[next] = smoothing[2];
    }
    if (damped()) {
      point[level - 1] = smoothing[3];
    }
    point[level] = state.level();
    System.arraycopy(state.season(), 0, point, size - period + 1, period - 1);
    return point;
  }
}
