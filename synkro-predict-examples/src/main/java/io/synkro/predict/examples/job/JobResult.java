package io.synkro.predict.examples.job;

import io.synkro.predict.forecast.ForecastModel;
import io.synkro.predict.forecast.PanelForecast;
import io.synkro.predict.inventory.StockItem;
import io.synkro.predict.optimize.StockPlanResult;
import io.synkro.predict.pattern.PatternReport;
import io.synkro.predict.quality.DataQualityReport;
import io.synkro.predict.series.Availability;
import io.synkro.predict.series.Covariate;
import io.synkro.predict.stockout.StockoutAssessment;
import java.util.List;

/**
 * What the stages found.
 *
 * @param input what was read
 * @param quality what is odd in the sales
 * @param model the fitted forecaster
 * @param forecast demand of the coming days
 * @param items stock and terms, read or assumed
 * @param risks stock-outs to expect
 * @param plan what to order
 * @param patterns what demand and orders look like
 */
record JobResult(
    JobInput input,
    DataQualityReport quality,
    ForecastModel model,
    PanelForecast forecast,
    List<StockItem> items,
    StockoutAssessment risks,
    StockPlanResult plan,
    PatternReport patterns) {
  /** {@inheritDoc} */
  JobResult {
    items = List.copyOf(items);
  }

  boolean stockIsAssumed() {
    return input.stock().isEmpty();
  }

  /** Covariates that are called known in the future but were not given for all of the horizon. */
  List<String> missingPlans() {
    return model.usesPlans()
        ? List.of()
        : input.panel().covariates().stream()
            .filter(covariate -> covariate.availability() == Availability.KNOWN_IN_FUTURE)
            .map(Covariate::name)
            .toList();
  }

  /** What that means, for people. */
  static String withoutPlans(List<String> names) {
    return "No plans of %s were given for the days ahead, so the forecast follows only their past."
        .formatted(String.join(", ", names));
  }
}
