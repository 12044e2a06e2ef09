package io.synkro.predict.examples.features;

import io.synkro.predict.features.FeaturePipeline;
import io.synkro.predict.features.Features;
import io.synkro.predict.features.calendar.DateFeatures;
import io.synkro.predict.features.calendar.FourierTerms;
import io.synkro.predict.features.calendar.StepFeature;
import io.synkro.predict.series.Availability;
import io.synkro.predict.series.Covariate;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.StaticAttribute;

/** Features of daily sales: some thirty, by what the panel knows. Stateless. */
final class SalesPipeline {
  private static final int MONTH = 28;

  private SalesPipeline() {}

  static FeaturePipeline of(SeriesPanel panel) {
    return of(panel, MONTH);
  }

  /** The same features but for one, whose name says 28 days whatever it is. */
  static FeaturePipeline of(SeriesPanel panel, int meanDays) {
    FeaturePipeline.Builder builder =
        FeaturePipeline.builder(Frequency.DAILY)
            .add(Features.lags(1, 2, 3, 7, 14, 21, 28))
            .add(Features.means(7, 91))
            .add(Features.mean(meanDays).as("mean_28"))
            .add(Features.sd(MONTH), Features.max(MONTH), Features.median(MONTH))
            .add(Features.zeroShare(MONTH), Features.ewmHalfLife(7))
            .add(Features.mean(4).every(7).as("mean_4_same_weekday"))
            .add(Features.sinceSale(), Features.meanAll(), Features.adi(), Features.cv2())
            .add(Features.mean(7).sumBy("product"), Features.mean(7).sumBy("warehouse"))
            .add(
                Features.calendar(
                    DateFeatures.weekday(), DateFeatures.dayOfMonth(), DateFeatures.month()))
            .add(Features.calendar(FourierTerms.yearly(1).toArray(StepFeature[]::new)));
    for (Covariate covariate : panel.covariates()) {
      add(builder, covariate);
    }
    for (StaticAttribute attribute : panel.attributes()) {
      builder.add(Features.attribute(attribute.name()));
    }
    return builder.build();
  }

  private static void add(FeaturePipeline.Builder builder, Covariate covariate) {
    String name = covariate.name();
    if (covariate.availability() == Availability.PAST_ONLY) {
      builder.add(Features.lag(1).of(name));
      return;
    }
    builder.add(Features.planned(name));
    if (name.equals("price")) {
      builder.add(
          Features.ratio(Features.planned(name), Features.mean(MONTH).of(name))
              .as("price_over_usual"));
    }
    if (name.equals("promotion")) {
      builder.add(Features.sinceSale().of(name).as("since_promotion"));
    }
  }
}
