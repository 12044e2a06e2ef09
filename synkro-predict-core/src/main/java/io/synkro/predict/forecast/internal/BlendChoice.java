package io.synkro.predict.forecast.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses for each kind of demand how members are blended, by their losses in the backtest. The
 * choice is between each member alone, the mean and the median of those that do well, and weights
 * found by greedy selection (Caruana et al. 2004, <a
 * href="https://doi.org/10.1145/1015330.1015432">doi:10.1145/1015330.1015432</a>), of which half is
 * the plain mean, since estimated weights are seldom better than equal ones on new data (Claeskens
 * et al. 2016, <a
 * href="https://doi.org/10.1016/j.ijforecast.2015.12.005">doi:10.1016/j.ijforecast.2015.12.005</a>).
 */
public final class BlendChoice {
  /** A member does well if its loss is at most so many times the least one. */
  private static final double WELL = 1.2;

  /**
   * An earlier blend is preferred unless the loss of another is at most so much of it, and not
   * larger at any origin: errors of one origin have much in common, so that few origins say less
   * than their many errors suggest.
   */
  private static final double WORTH_IT = 0.98;

  /**
   * A member is not left alone unless its loss is at most so much of that of a blend: one that did
   * best in a few origins is often lucky.
   */
  private static final double WORTH_BEING_ALONE = 0.97;

  private static final int PICKS = 16;

  /** Seasonal naive is there to be beaten and takes part only where nothing beats it. */
  private static final int REFERENCE = 0;

  private final BacktestErrors errors;
  private final double[] all;

  private BlendChoice(BacktestErrors errors) {
    this.errors = errors;
    this.all = new double[errors.members()];
  }

  /**
   * Chooses.
   *
   * @param errors of all members
   * @return a blend for each kind of demand that was seen; others take that of the most frequent
   */
  public static Map<Segment, Blend> of(BacktestErrors errors) {
    BlendChoice choice = new BlendChoice(errors);
    Map<Segment, Blend> blends = new EnumMap<>(Segment.class);
    int most = -1;
    Blend common = Blend.mean(new double[] {1});
    for (Segment segment : Segment.values()) {
      int[] observations = choice.observations(segment);
      if (observations.length > 0) {
        blends.put(segment, choice.best(observations));
        if (observations.length > most) {
          most = observations.length;
          common = blends.get(segment);
        }
      }
    }
    for (Segment segment : Segment.values()) {
      blends.putIfAbsent(segment, common);
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
    double least = Double.POSITIVE_INFINITY;
    for (int m = 0; m < losses.length; m++) {
      losses[m] = loss(observations, single(m));
      least = Math.min(least, losses[m]);
    }
    boolean[] well = new boolean[losses.length];
    for (int m = 0; m < well.length; m++) {
      well[m] = losses[m] <= (m == REFERENCE ? 1 : WELL) * least;
    }
    double[] equal = new double[well.length];
    Arrays.setAll(equal, m -> well[m] ? 1 : 0);
    List<Blend> candidates = new ArrayList<>();
    candidates.add(Blend.median(well));
    candidates.add(Blend.mean(equal));
    candidates.add(greedy(observations, equal));
    Blend best = candidates.get(0);
    for (Blend candidate : candidates) {
      best = isWorth(WORTH_IT, observations, candidate, best) ? candidate : best;
    }
    for (int m = 0; m < losses.length; m++) {
      Blend alone = single(m);
      boolean first = !candidates.contains(best);
      double share = first ? 1 : WORTH_BEING_ALONE;
      best = isWorth(share, observations, alone, best) ? alone : best;
    }
    return best;
  }

  /** Whether a blend is better than another by a share, and at each origin too. */
  private boolean isWorth(double share, int[] observations, Blend blend, Blend other) {
    double[] own = lossByOrigin(observations, blend);
    double[] others = lossByOrigin(observations, other);
    boolean everywhere = true;
    for (int o = 0; o < own.length; o++) {
      everywhere &= own[o] <= others[o];
    }
    return everywhere && Arrays.stream(own).sum() < share * Arrays.stream(others).sum();
  }

  private Blend single(int member) {
    double[] weights = new double[errors.members()];
    weights[member] = 1;
    return Blend.mean(weights);
  }

  private Blend greedy(int[] observations, double[] equal) {
    double[] counts = new double[equal.length];
    for (int pick = 0; pick < PICKS; pick++) {
      int best = -1;
      double least = Double.POSITIVE_INFINITY;
      for (int m = 0; m < counts.length; m++) {
        if (equal[m] == 0) {
          continue;
        }
        counts[m]++;
        double loss = loss(observations, Blend.mean(counts));
        counts[m]--;
        if (loss < least) {
          least = loss;
          best = m;
        }
      }
      if (best >= 0) {
        counts[best]++;
      }
    }
    double members = Arrays.stream(equal).sum();
    double[] weights = new double[equal.length];
    Arrays.setAll(weights, m -> counts[m] / PICKS + equal[m] / members);
    return Blend.mean(weights);
  }

  private double loss(int[] observations, Blend blend) {
    return Arrays.stream(lossByOrigin(observations, blend)).sum();
  }

  private double[] lossByOrigin(int[] observations, Blend blend) {
    double[] losses = new double[errors.origins()];
    for (int k : observations) {
      errors.copyForecasts(k, all);
      losses[errors.origin(k)] += errors.loss(k, blend.of(all));
    }
    return losses;
  }
}
