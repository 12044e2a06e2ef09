package io.synkro.predict.benchmarks.forecast;

import static io.synkro.predict.features.Features.calendar;
import static io.synkro.predict.features.Features.ewm;
import static io.synkro.predict.features.Features.horizon;
import static io.synkro.predict.features.Features.lags;
import static io.synkro.predict.features.Features.mean;
import static io.synkro.predict.features.Features.meanAll;
import static io.synkro.predict.features.Features.means;
import static io.synkro.predict.features.Features.sd;

import io.synkro.predict.features.FeaturePipeline;
import io.synkro.predict.features.calendar.DateFeatures;
import io.synkro.predict.series.Frequency;

/** The features that libraries for forecasts by trees are usually shown with. */
final class PlainFeatures {
  private PlainFeatures() {}

  /** Sixteen features of the past, four of the date and the horizon. */
  static FeaturePipeline daily() {
    return FeaturePipeline.builder(Frequency.DAILY)
        .add(horizon())
        .add(lags(1, 2, 3, 7, 14, 21, 28, 364))
        .add(means(7, 28))
        .add(sd(28), mean(7).lagged(7), mean(28).lagged(7), mean(28).lagged(28))
        .add(ewm(0.1), meanAll())
        .add(calendar(DateFeatures.weekday(), DateFeatures.dayOfMonth()))
        .add(calendar(DateFeatures.dayOfYear(), DateFeatures.month()))
        .build();
  }
}
