package io.synkro.predict.forecast.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Chooses for each kind of demand how members are blended, by their losses in the backtest. The
 * choice is between the median and the mean of the members that do well, the best three, two and
 * one, and weights found by greedy selection (Caruana et al. 2004, <a
 * href="https://doi.org/10.1145/1015330.1015432">doi:10.1145/1015330.1015432</a>), of which half is
 * the plain mean, since estimated weights are seldom better than equal ones on new data (Claeskens
 * et al. 2016, <a
 * href="https://doi.org/10.1016/j.ijforecast.2015.12.005">doi:10.1016/j.ijforecast.2015.12.005</a>).
 */
public final class BlendChoice {
  /** A member does well if its loss is at most so many times the least one. */
  private static final double WELL = 1.2;

  /**
   * A blend replaces an earlier one if its losses, run by run, are lower by so many standard
   * errors, and not larger at any origin: errors of one origin have much in common, so that few
   * origins say less than their many runs suggest.
   */
  private static final double LEAST_EVIDENCE = 2;

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
    candidates.add(Blend.mean(best(losses, 3)));
    candidates.add(Blend.mean(best(losses, 2)));
    candidates.add(Blend.mean(best(losses, 1)));
    Blend best = candidates.get(0);
    for (Blend candidate : candidates) {
      best = isBetter(observations, candidate, best) ? candidate : best;
    }
    return best;
  }

  /** Equal weights of the members with the least losses. */
  private static double[] best(double[] losses, int count) {
    double[] sorted = losses.clone();
    Arrays.sort(sorted);
    double limit = sorted[Math.min(count, losses.length) - 1];
    return Arrays.stream(losses).map(loss -> loss <= limit ? 1 : 0).toArray();
  }

  private boolean isBetter(int[] observations, Blend blend, Blend other) {
    double[] byOrigin = new double[errors.origins()];
    double[] byRun = new double[errors.runNumber(observations[observations.length - 1]) + 1];
    boolean[] seen = new boolean[byRun.length];
    for (int k : observations) {
      errors.copyForecasts(k, all);
      double loss = errors.loss(k, blend.of(all));
      errors.copyForecasts(k, all);
      double change = loss - errors.loss(k, other.of(all));
      byOrigin[errors.origin(k)] += change;
      byRun[errors.runNumber(k)] += change;
      seen[errors.runNumber(k)] = true;
    }
    double[] changes =
        IntStream.range(0, byRun.length).filter(r -> seen[r]).mapToDouble(r -> byRun[r]).toArray();
    double mean = Arrays.stream(changes).average().orElse(0);
    double squares = Arrays.stream(changes).map(c -> (c - mean) * (c - mean)).sum();
    double error = Math.sqrt(squares / Math.max(1, changes.length - 1) / changes.length);
    return Arrays.stream(byOrigin).allMatch(change -> change <= 0)
        && mean < 0
        && mean <= -LEAST_EVIDENCE * error;
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
    double loss = 0;
    for (int k : observations) {
      errors.copyForecasts(k, all);
      loss += errors.loss(k, blend.of(all));
    }
    return loss / observations.length;
  }
}
