package io.synkro.predict.univariate;

import io.synkro.predict.internal.Require;
import java.util.ArrayList;
import java.util.List;

/**
 * One of the state space models of exponential smoothing: how error, trend and season act together.
 * Source: Hyndman, Koehler, Ord &amp; Snyder (2008), Forecasting with Exponential Smoothing, tables
 * 2.2 and 2.3. Multiplicative trends are left out, since they forecast worse, and so are additive
 * errors about a multiplicative season, whose estimates are unstable.
 *
 * @param error whether errors are absolute or relative to the forecast
 * @param trend how the level goes on
 * @param season how the season acts on the level
 */
public record EtsModel(ErrorType error, TrendType trend, SeasonType season) {
  /** How an error acts on the forecast of a step. */
  public enum ErrorType {
    /** Added to it: A. */
    ADDITIVE,
    /** A share of it: M; for positive series only. */
    MULTIPLICATIVE
  }

  /** How the level goes on. */
  public enum TrendType {
    /** It stays: N. */
    NONE,
    /** It rises or falls by a slope: A. */
    ADDITIVE,
    /** By a slope that fades: Ad. */
    DAMPED
  }

  /** How the season acts on the level. */
  public enum SeasonType {
    /** There is none: N. */
    NONE,
    /** It is added: A. */
    ADDITIVE,
    /** It is a factor: M. */
    MULTIPLICATIVE
  }

  /** {@inheritDoc} */
  public EtsModel {
    Require.that(
        error == ErrorType.MULTIPLICATIVE || season != SeasonType.MULTIPLICATIVE,
        "error",
        error,
        "must be multiplicative with a multiplicative season",
        "use ErrorType.MULTIPLICATIVE");
  }

  /**
   * Returns all models, the simpler ones first.
   *
   * @return 15 models
   */
  public static List<EtsModel> all() {
    List<EtsModel> all = new ArrayList<>();
    for (SeasonType season : SeasonType.values()) {
      for (ErrorType error : ErrorType.values()) {
        for (TrendType trend : TrendType.values()) {
          if (error == ErrorType.MULTIPLICATIVE || season != SeasonType.MULTIPLICATIVE) {
            all.add(new EtsModel(error, trend, season));
          }
        }
      }
    }
    return List.copyOf(all);
  }

  /**
   * Returns the model in the notation of the field.
   *
   * @return such as {@code ETS(M,Ad,M)}
   */
  public String text() {
    String trends = trend == TrendType.DAMPED ? "Ad" : letter(trend);
    return "ETS(%s,%s,%s)".formatted(letter(error), trends, letter(season));
  }

  private static String letter(Enum<?> type) {
    return type.name().substring(0, 1);
  }
}
