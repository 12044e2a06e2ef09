package io.synkro.predict.univariate;

import io.synkro.predict.univariate.internal.CesParameters;
import io.synkro.predict.univariate.internal.CesRecursion;
import io.synkro.predict.univariate.internal.CesSearch;
import io.synkro.predict.univariate.internal.CesType;
import io.synkro.predict.univariate.internal.Inputs;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Complex smoothing where it stood after a value; its recursion is copied before each use. */
final class CesFit implements UnivariateFit {
  private static final double WIDTHS = 10;

  private final CesSearch.Estimate estimate;
  private final double[] fitted;
  private final CesRecursion state;
  private final int steps;
  private final Range range;

  /**
   * The range of the values so far, and of the forecasts.
   *
   * @param least the least value
   * @param greatest the greatest value
   */
  private record Range(double least, double greatest) {
    static Range of(double[] values) {
      return new Range(values[0], values[0]).with(values);
    }

    Range with(double[] values) {
      double low = least;
      double high = greatest;
      for (double value : values) {
        low = value < low ? value : low; // false for NaN
        high = value > high ? value : high;
      }
      return new Range(low, high);
    }

    double nearest(double value) {
      double room = WIDTHS * (greatest - least);
      return Double.isNaN(value)
          ? least + (greatest - least) / 2
          : Math.max(least - room, Math.min(greatest + room, value));
    }
  }

  private CesFit(CesFit before, CesRecursion state, double[] newer) {
    estimate = before.estimate;
    fitted = before.fitted;
    range = before.range.with(newer);
    steps = before.steps + newer.length;
    this.state = state;
  }

  CesFit(CesSearch.Estimate estimate, double[] values) {
    this.estimate = estimate;
    steps = values.length;
    range = Range.of(values);
    fitted = new double[steps];
    state = CesRecursion.initial(estimate.type(), estimate.season(), values);
    state.use(estimate.parameters());
    state.backfit(values);
    for (int t = 0; t < steps; t++) {
      fitted[t] = state.next(t);
      state.observe(t, values[t] - fitted[t]);
    }
  }

  @Override
  public String text() {
    return "CES(%s)".formatted(estimate.type().name().toLowerCase(Locale.ROOT));
  }

  @Override
  public Map<String, Double> parameters() {
    CesParameters parameters = estimate.parameters();
    Map<String, Double> map = new LinkedHashMap<>();
    map.put("alpha0", parameters.alpha0());
    map.put("alpha1", parameters.alpha1());
    if (estimate.type() == CesType.PARTIAL || estimate.type() == CesType.FULL) {
      map.put("beta0", parameters.beta0());
    }
    if (estimate.type() == CesType.FULL) {
      map.put("beta1", parameters.beta1());
    }
    return Collections.unmodifiableMap(map);
  }

  @Override
  public double[] fitted() {
    return fitted.clone();
  }

  @Override
  public double[] forecast(int steps) {
    double[] forecast = new double[Inputs.requireSteps(steps)];
    CesRecursion ahead = new CesRecursion(state);
    boolean within = true;
    for (int h = 0; h < steps; h++) {
      double next = ahead.next(this.steps + h);
      double nearest = range.nearest(next);
      within = within && next == nearest;
      boolean repeats = !within && h >= estimate.season();
      forecast[h] = repeats ? forecast[h - estimate.season()] : nearest;
      ahead.observe(this.steps + h, 0);
    }
    return forecast;
  }

  @Override
  public UnivariateFit after(double... newer) {
    Inputs.requireNewer(newer);
    CesRecursion ahead = new CesRecursion(state);
    for (int k = 0; k < newer.length; k++) {
      double error = newer[k] - ahead.next(steps + k);
      ahead.observe(steps + k, Double.isNaN(error) ? 0 : error);
    }
    return new CesFit(this, ahead, newer);
  }
}
