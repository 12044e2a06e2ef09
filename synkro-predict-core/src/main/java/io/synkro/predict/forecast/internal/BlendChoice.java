package io.synkro.predict.forecast.internal;

import io.synkro.predict.forecast.MethodChoice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Chooses for each kind of demand how members are blended, by their losses in the backtest. Global
 * members are one voice, local ones another, each of those that do about as well as its best. Both
 * have half a say, since estimated weights are seldom better than equal ones on new data (Claeskens
 * et al. 2016, <a
 * href="https://doi.org/10.1016/j.ijforecast.2015.12.005">doi:10.1016/j.ijforecast.2015.12.005</a>);
 * one has more, or the only one, where that is better by more than chance. Where the history is too
 * short to judge a whole horizon, those global members forecast alone that begin at the last
 * season, since the backtest cannot tell what the season is worth that others do not know.
 */
public final class BlendChoice {
  /** A local member does about as well as the best if its loss is at most so many times that. */
  private static final double WELL = 1.05;

  /** Global ones learn from the same examples and err alike, so that only the best have a say. */
  private static final double WELL_OF_GLOBAL = 1.02;

  /** Shares of the global members, in the order in which they are tried. */
  private static final double[] SHARES = {0.5, 0.75, 0.25, 1, 0};

  /** Losses must be lower by so many standard errors, of series and origins, to be believed. */
  private static final double LEAST_EVIDENCE = 2;

  private static final int LEAST_RUNS = 5;

  /** Beyond so many times the least loss there is no season worth to begin at. */
  private static final double MOST_OF_SEASON = 1.25;

  /** Seasonal naive is there to be beaten and takes part only where nothing beats it. */
  private static final int REFERENCE = 0;

  private final BacktestErrors errors;
  private final boolean[] isGlobal;
  private final boolean[] ofSeason;
  private final double[] all;
  private final Map<Segment, Chosen> chosen = new EnumMap<>(Segment.class);

  /**
   * Chooses.
   *
   * @param errors of all members, at least one observation
   * @param isGlobal which members are global; the first is not
   * @param ofSeason which global members begin at the last season; none if whole horizons were
   *     judged
   */
  public BlendChoice(BacktestErrors errors, boolean[] isGlobal, boolean[] ofSeason) {
    this.errors = errors;
    this.isGlobal = isGlobal;
    this.ofSeason = ofSeason;
    this.all = new double[errors.members()];
    for (Segment segment : Segment.values()) {
      int[] observations = observations(segment);
      if (observations.length > 0) {
        chosen.put(segment, best(observations));
      }
    }
  }

  /** A blend, the mean losses of all members, and how much better it is than halves. */
  private record Chosen(Blend blend, List<Double> losses, double ofHalves, Difference fromHalves) {}

  /** Mean and standard error of a difference between the losses of two blends in each run. */
  private record Difference(int runs, double mean, double error) {
    boolean isGain() {
      return runs >= LEAST_RUNS && mean < 0 && mean <= -LEAST_EVIDENCE * error;
    }
  }

  /**
   * Returns what was chosen.
   *
   * @return a blend for each kind of demand; one that was not seen takes that of the other
   */
  public Map<Segment, Blend> blends() {
    Map<Segment, Blend> blends = new EnumMap<>(Segment.class);
    chosen.forEach((segment, choice) -> blends.put(segment, choice.blend()));
    for (Segment segment : Segment.values()) {
      blends.putIfAbsent(segment, chosen.values().iterator().next().blend());
    }
    return blends;
  }

  /**
   * Says what was chosen, and why.
   *
   * @param names of the members
   * @return one choice for each kind of demand that was seen
   */
  public List<MethodChoice> explained(List<String> names) {
    List<MethodChoice> choices = new ArrayList<>();
    chosen.forEach(
        (segment, choice) -> {
          Map<String, Double> losses = new LinkedHashMap<>();
          for (int m = 0; m < names.size(); m++) {
            losses.put(names.get(m), choice.losses().get(m));
          }
          choices.add(
              new MethodChoice(
                  segment.words(),
                  choice.fromHalves().runs(),
                  choice.blend().text(names),
                  reason(choice),
                  losses));
        });
    return choices;
  }

  private String reason(Chosen choice) {
    Difference difference = choice.fromHalves();
    if (Double.isNaN(choice.ofHalves())) {
      return "The history has no room to judge a whole horizon after a season; these trees begin at"
          + " the last season, which others do not know yet.";
    }
    if (!choice.blend().hasGlobal() && difference.mean() == 0) {
      return (any(isGlobal) ? "No trees beat seasonal naive" : "No trees were trained")
          + "; of the other methods these are within 5 % of the best.";
    }
    if (difference.mean() == 0) {
      return "Trees and methods of single series have half a say each: no other share was better by"
          + " more than chance in %d series and origins.".formatted(difference.runs());
    }
    double percent = 100 / choice.ofHalves();
    return String.format(
        Locale.ROOT,
        "The loss is %.1f %% lower than with halves of trees and of single series (standard error"
            + " %.1f %%, %d series and origins).",
        -difference.mean() * percent,
        difference.error() * percent,
        difference.runs());
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

  private Chosen best(int[] observations) {
    double[] losses = new double[errors.members()];
    for (int k : observations) {
      errors.copyForecasts(k, all);
      for (int m = 0; m < losses.length; m++) {
        losses[m] += errors.loss(k, all[m]) / observations.length;
      }
    }
    List<Double> means = Arrays.stream(losses).boxed().toList();
    boolean[] seasonal = seasonal(losses);
    if (any(seasonal)) {
      Blend blend = new Blend(new boolean[losses.length], seasonal, 1);
      return new Chosen(blend, means, Double.NaN, difference(observations, blend, blend));
    }
    boolean[] local = well(losses, false);
    boolean[] global = well(losses, true);
    boolean both = any(global);
    Blend halves = new Blend(local, global, both ? SHARES[0] : 0);
    Blend best = halves;
    for (int s = 1; both && s < SHARES.length; s++) {
      Blend other = new Blend(local, global, SHARES[s]);
      best = difference(observations, other, best).isGain() ? other : best;
    }
    double ofHalves =
        Arrays.stream(observations).mapToDouble(k -> loss(k, halves)).average().orElse(0);
    return new Chosen(best, means, ofHalves, difference(observations, best, halves));
  }

  private boolean[] seasonal(double[] losses) {
    double limit = MOST_OF_SEASON * Arrays.stream(losses).min().orElseThrow();
    boolean[] seasonal = new boolean[losses.length];
    for (int m = 0; m < seasonal.length; m++) {
      seasonal[m] = ofSeason[m] && losses[m] <= limit;
    }
    return seasonal;
  }

  private static boolean any(boolean[] members) {
    for (boolean member : members) {
      if (member) {
        return true;
      }
    }
    return false;
  }

  /**
   * Members of one family whose losses are about as low as its least. Global ones must be better
   * than the reference, whose forecasts stand in for those that they do not have.
   */
  private boolean[] well(double[] losses, boolean global) {
    double least = Double.POSITIVE_INFINITY;
    for (int m = 0; m < losses.length; m++) {
      least = isGlobal[m] == global ? Math.min(least, losses[m]) : least;
    }
    boolean[] well = new boolean[losses.length];
    for (int m = 0; m < well.length; m++) {
      double limit = m == REFERENCE ? least : (global ? WELL_OF_GLOBAL : WELL) * least;
      boolean answers = !global || losses[m] < losses[REFERENCE];
      well[m] = isGlobal[m] == global && answers && losses[m] <= limit;
    }
    return well;
  }

  /** How much lower the loss of an observation is, as runs on their own tell. */
  private Difference difference(int[] observations, Blend blend, Blend other) {
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
    double variance = (squares - sum * sum / runs) / Math.max(1, runs - 1);
    double error = Math.sqrt(Math.max(0, variance) * runs);
    return new Difference(runs, sum / observations.length, error / observations.length);
  }

  private double loss(int observation, Blend blend) {
    errors.copyForecasts(observation, all);
    return errors.loss(observation, blend.of(all, errors.run(observation).outliers()));
  }
}
