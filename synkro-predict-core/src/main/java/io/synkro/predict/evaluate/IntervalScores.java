package io.synkro.predict.evaluate;

import io.synkro.predict.internal.Require;

/**
 * How good intervals are that should hold a share of what happens. Steps whose actual is NaN are
 * left out; without a step left all scores are NaN. An end that is NaN where demand was observed
 * lies outside and makes width and Winkler score NaN.
 *
 * @param coverage share of observations inside, ends included, from 0 to 1; should be the level
 * @param width mean width, in units of the series; lower is better at equal coverage
 * @param winkler mean interval score, in units of the series; lower is better: the width, and 2 /
 *     (1 − level) times the distance of what lies outside. Source: Winkler (1972), <a
 *     href="https://doi.org/10.1080/01621459.1972.10481224">doi:10.1080/01621459.1972.10481224</a>;
 *     Gneiting &amp; Raftery (2007), <a
 *     href="https://doi.org/10.1198/016214506000001437">doi:10.1198/016214506000001437</a>,
 *     equation 43
 */
public record IntervalScores(double coverage, double width, double winkler) {

  /**
   * Scores intervals.
   *
   * @param actual observed demand, shape {@code [steps]}
   * @param lower lower ends, same shape and unit
   * @param upper upper ends, same shape and unit, none below the lower ones
   * @param level the share that should lie inside, above 0 and below 1, such as 0.9
   * @return the scores
   */
  public static IntervalScores of(double[] actual, double[] lower, double[] upper, double level) {
    Steps.requireSame(actual, "lower", lower.length);
    Steps.requireSame(actual, "upper", upper.length);
    Require.between("level", level, 0, 1, "write 95 % as 0.95");
    double inside = 0;
    double width = 0;
    double missed = 0;
    for (int t = 0; t < actual.length; t++) {
      if (!Double.isNaN(actual[t])) {
        double size = upper[t] - lower[t];
        Require.that(!(size < 0), "upper", upper[t], "must not be below lower, " + lower[t], "");
        inside += actual[t] >= lower[t] && actual[t] <= upper[t] ? 1 : 0;
        width += size;
        missed += Math.max(0, Math.max(lower[t] - actual[t], actual[t] - upper[t]));
      }
    }
    double steps = Steps.observed(actual);
    double penalty = 2 / (1 - level);
    return new IntervalScores(inside / steps, width / steps, (width + penalty * missed) / steps);
  }

  /**
   * Returns the mean scaled interval score (MSIS) of the M4 competition: the Winkler score over the
   * error of the seasonal naive method. Source: Makridakis, Spiliotis &amp; Assimakopoulos (2020),
   * <a
   * href="https://doi.org/10.1016/j.ijforecast.2019.04.014">doi:10.1016/j.ijforecast.2019.04.014</a>.
   *
   * @param naiveError {@link Accuracy#naiveError} of the history, in units of the series
   * @return a ratio; lower is better
   */
  public double msis(double naiveError) {
    return winkler / naiveError;
  }
}
