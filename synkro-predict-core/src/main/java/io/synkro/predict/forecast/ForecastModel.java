package io.synkro.predict.forecast;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.demand.UnconstrainedDemand;
import io.synkro.predict.forecast.internal.Ensemble;
import io.synkro.predict.forecast.internal.ErrorModel;
import io.synkro.predict.forecast.internal.ErrorTraits;
import io.synkro.predict.forecast.internal.Member;
import io.synkro.predict.internal.Require;
import io.synkro.predict.series.Availability;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A fitted forecaster. Pure Java, immutable, safe for use by many threads, nothing to close.
 * Created by {@link DemandForecaster#fit}.
 */
public final class ForecastModel {
  private final SeriesPanel sales;
  private final int horizon;
  private final double[] quantiles;
  private final Ensemble ensemble;
  private final ErrorModel errors;
  private final ModelCard card;
  private final UnseenDemand unseen;

  ForecastModel(
      SeriesPanel sales,
      int horizon,
      double[] quantiles,
      Ensemble ensemble,
      ErrorModel errors,
      ModelCard card) {
    this.sales = sales;
    this.horizon = horizon;
    this.quantiles = quantiles.clone();
    this.ensemble = ensemble;
    this.errors = errors;
    this.card = card;
    this.unseen = new UnseenDemand(sales, horizon, quantiles);
  }

  /**
   * Returns what the backtest found, and with it why the method was chosen.
   *
   * @return the report
   */
  public BacktestReport backtest() {
    return card.backtest();
  }

  /**
   * Returns what the model learnt from, which methods it uses, and how well it did.
   *
   * @return the card
   */
  public ModelCard card() {
    return card;
  }

  /**
   * Forecasts the steps after the sales that the model was fitted on.
   *
   * @return one outcome a series
   */
  public PanelForecast forecast() {
    return forecast(sales);
  }

  /**
   * Forecasts the steps after newer sales, without training again.
   *
   * @param newer sales with the same frequency, covariates and attributes as those of the fit;
   *     series and values of attributes may have come or gone. If the model was fitted with plans,
   *     these must give them for the whole horizon; if not, plans are not used.
   * @return one outcome a series
   * @throws io.synkro.predict.InvalidInputException if the frequency is another one or plans are
   *     missing
   * @throws io.synkro.predict.tabular.SchemaMismatchException if trees were chosen and covariates
   *     or attributes differ
   */
  public PanelForecast forecast(SeriesPanel newer) {
    Require.that(
        newer.axis().frequency() == sales.axis().frequency(),
        "frequency",
        newer.axis().frequency(),
        "must be that of the fit, " + sales.axis().frequency(),
        "fit a model for each frequency");
    SeriesPanel demand = UnconstrainedDemand.of(likeTheFit(newer).withLevelsOf(sales)).panel();
    double[] mean = ensemble.forecast(demand, horizon);
    List<ForecastOutcome> outcomes = new ArrayList<>(demand.size());
    for (int i = 0; i < demand.size(); i++) {
      int series = i;
      outcomes.add(unseen.outcome(newer, demand, i).orElseGet(() -> outcome(demand, series, mean)));
    }
    return new PanelForecast(outcomes);
  }

  /**
   * Returns the methods that were fitted.
   *
   * @return names, in the order of the backtest
   */
  public List<String> methods() {
    return ensemble.fitted();
  }

  /**
   * Returns what one method alone says of the steps after the sales of the fit.
   *
   * @param method its name in the {@link #backtest()}
   * @return expected demand by series, one value a step; NaN where the method has no forecast
   * @throws io.synkro.predict.InvalidInputException if the method is not part of the forecast
   */
  public Map<SeriesId, double[]> forecastOf(String method) {
    Member.Fitted member =
        ensemble
            .member(method)
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "method",
                        method,
                        "must be one of those fitted, " + ensemble.fitted(),
                        "build the forecaster with keepAllMethods()"));
    SeriesPanel demand = UnconstrainedDemand.of(sales).panel();
    double[] all = member.forecast(demand);
    Map<SeriesId, double[]> forecasts = new LinkedHashMap<>();
    for (int i = 0; i < demand.size(); i++) {
      forecasts.put(demand.id(i), Arrays.copyOfRange(all, i * horizon, (i + 1) * horizon));
    }
    return forecasts;
  }

  private SeriesPanel likeTheFit(SeriesPanel newer) {
    if (!usesPlans()) {
      return newer.withoutPlans();
    }
    Require.that(
        newer.futureSteps() >= horizon,
        "futureSteps",
        newer.futureSteps(),
        "must be at least the horizon of %d steps, since the model was fitted with plans"
            .formatted(horizon),
        "add the planned values of covariates known in the future");
    return newer;
  }

  /**
   * Returns whether forecasts follow plans, such as prices and promotions of the coming steps.
   *
   * @return true if the sales of the fit gave covariates known in the future for the whole horizon
   */
  public boolean usesPlans() {
    return sales.covariates().stream()
        .anyMatch(c -> c.availability() == Availability.KNOWN_IN_FUTURE);
  }

  private ForecastOutcome outcome(SeriesPanel demand, int series, double[] allMeans) {
    double[] history = demand.values(series);
    double[] mean = Arrays.copyOfRange(allMeans, series * horizon, (series + 1) * horizon);
    if (!Arrays.stream(mean).allMatch(Double::isFinite)) {
      return new ForecastOutcome.NotForecast(
          demand.id(series),
          "its forecast is not a number. Maybe it holds values far beyond those of the other series.");
    }
    double[] sd = new double[horizon];
    double[] values = new double[horizon * quantiles.length];
    ErrorModel.OfSeries own =
        errors.of(demand.id(series), ErrorTraits.of(history, demand.axis().frequency()));
    for (int h = 0; h < horizon; h++) {
      sd[h] = own.sd(mean[h], h);
      for (int q = 0; q < quantiles.length; q++) {
        values[h * quantiles.length + q] = own.quantile(mean[h], h, quantiles[q]);
      }
    }
    return new ForecastOutcome.Forecasted(
        new DemandForecast(
            demand.id(series),
            demand.axis(),
            demand.end(),
            quantiles,
            mean,
            sd,
            values,
            errors.stepCorrelation(),
            own));
  }
}
