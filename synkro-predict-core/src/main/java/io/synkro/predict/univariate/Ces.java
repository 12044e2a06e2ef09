package io.synkro.predict.univariate;

import io.synkro.predict.univariate.internal.CesSearch;
import io.synkro.predict.univariate.internal.CesType;
import io.synkro.predict.univariate.internal.Inputs;
import java.util.List;

/**
 * Complex exponential smoothing: a level and its growth are smoothed together as one complex
 * number, so that no trend has to be chosen. Source: Svetunkov, Kourentzes &amp; Ord (2022), <a
 * href="https://doi.org/10.1002/nav.22074">doi:10.1002/nav.22074</a>.
 *
 * <p>Series that do not cover two seasons are fitted without one, series of fewer than 5 values by
 * their mean. The growth with which the method goes on may have no end: from the first forecast on
 * that would leave the range of the series by more than ten times its width, the forecasts of the
 * season before are repeated, or, in the first season, held at that bound. Immutable; safe for use
 * by many threads.
 */
public final class Ces implements UnivariateMethod {
  private static final int LEAST = 5;

  private final List<CesType> candidates;

  private Ces(List<CesType> candidates) {
    this.candidates = candidates;
  }

  /**
   * Chooses among the four below by AICc.
   *
   * @return the method
   */
  public static Ces automatic() {
    return new Ces(List.of(CesType.values()));
  }

  /**
   * Leaves a season out.
   *
   * @return the method
   */
  public static Ces none() {
    return new Ces(List.of(CesType.NONE));
  }

  /**
   * Smooths each step of the season on its own, which suits a season that changes much.
   *
   * @return the method
   */
  public static Ces simple() {
    return new Ces(List.of(CesType.SIMPLE));
  }

  /**
   * Adds a season that is smoothed with a real parameter.
   *
   * @return the method
   */
  public static Ces partial() {
    return new Ces(List.of(CesType.PARTIAL));
  }

  /**
   * Adds a season that is smoothed with a complex parameter.
   *
   * @return the method
   */
  public static Ces full() {
    return new Ces(List.of(CesType.FULL));
  }

  /** {@inheritDoc} */
  @Override
  public String name() {
    return "Complex Exponential Smoothing";
  }

  /** {@inheritDoc} */
  @Override
  public UnivariateFit fit(double[] values, int season) {
    Inputs.require(values, season);
    if (values.length < LEAST) {
      return new MeanFit(values);
    }
    List<CesType> possible =
        season == 1 || values.length / 2 < season ? List.of(CesType.NONE) : candidates;
    CesSearch.Estimate best = CesSearch.search(values, possible.get(0), season);
    for (CesType type : possible.subList(1, possible.size())) {
      CesSearch.Estimate other = CesSearch.search(values, type, season);
      if (other.aicc() < best.aicc()) {
        best = other;
      }
    }
    return new CesFit(best, values);
  }
}
