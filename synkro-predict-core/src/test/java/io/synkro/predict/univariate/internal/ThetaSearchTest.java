package io.synkro.predict.univariate.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.univariate.PublicSeries;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThetaSearchTest {
  @ParameterizedTest(name = "{0} dynamic {1} optimised {2}")
  @CsvSource({ // statsforecast 1.5, auto_theta(...)["fit"].fn, in doubles
    "AIR, false, true, 53.089405778697014",
    "AIR, true, false, 55.288749525733785",
    "AIR, true, true, 53.68038785251636",
    "NILE, false, false, 2167.927479285336",
    "NILE, false, true, 2160.521104969427",
    "NILE, true, false, 2262.5859887581014",
    "NILE, true, true, 2180.194160649572",
    "DEATHS, false, true, 537.3842882824601",
    "DEATHS, true, false, 544.2015013620777",
    "DEATHS, true, true, 537.9231567584526"
  })
  void reachesTheSquaredErrorOfStatsforecast(
      String series, boolean dynamic, boolean optimised, double least) {
    double[] values = adjusted(series);
    double size = 0;
    for (double value : values) {
      size += Math.abs(value) / values.length;
    }
    ThetaParameters found = ThetaSearch.models(values, dynamic, optimised);
    assertThat(squares(values, found) / size).isBetween(0.999 * least, (1 + 1e-6) * least);
  }

  private static double[] adjusted(String series) {
    double[] values =
        series.equals("NILE")
            ? PublicSeries.nile()
            : series.equals("AIR") ? PublicSeries.airPassengers() : PublicSeries.accidentalDeaths();
    ClassicalSeason season =
        series.equals("NILE") ? ClassicalSeason.none() : ClassicalSeason.multiplicative(values, 12);
    for (int t = 0; t < values.length; t++) {
      values[t] = season.remove(values[t], t);
    }
    return values;
  }

  private static double squares(double[] values, ThetaParameters parameters) {
    ThetaRecursion recursion = new ThetaRecursion(parameters, values[0]);
    double squares = 0;
    for (int t = 1; t < values.length; t++) {
      double error = values[t] - recursion.next();
      squares += t < 3 ? 0 : error * error;
      recursion.observe(values[t]);
    }
    return squares;
  }

  /** R forecast 8.20, thetaf(Nile)$model and ses(Nile)$model: the least squares of ets. */
  @Test
  void findsTheStandardMethodOfR() {
    ThetaParameters found = ThetaSearch.standard(PublicSeries.nile());
    assertThat(found.alpha()).isCloseTo(0.245668153653116, within(2e-4));
    ThetaParameters.Line line = Objects.requireNonNull(found.line());
    assertThat(line.slope() / 2).isCloseTo(-1.35715271527153, within(1e-10));
    double level = found.initialLevel() + (line.intercept() + line.slope()) / 2;
    assertThat(level).isCloseTo(1110.73409658365, within(0.2));
  }

  /** No other parameters near, or on a grid, may do better. */
  @Test
  void leavesNothingBetter() {
    double[] values = adjusted("AIR");
    double least = squares(values, ThetaSearch.models(values, true, true));
    for (double alpha = 0.1; alpha <= 0.99; alpha += 0.02) {
      for (double theta = 1; theta < 1e4; theta *= 2) {
        for (double level = -400; level <= 400; level += 50) {
          assertThat(squares(values, new ThetaParameters(alpha, theta, level, null)))
              .isGreaterThanOrEqualTo(least);
        }
      }
    }
  }
}
