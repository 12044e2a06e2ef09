package io.synkro.predict.benchmarks.features;

import static io.synkro.predict.features.Features.adi;
import static io.synkro.predict.features.Features.calendar;
import static io.synkro.predict.features.Features.cv2;
import static io.synkro.predict.features.Features.demandClass;
import static io.synkro.predict.features.Features.difference;
import static io.synkro.predict.features.Features.ewm;
import static io.synkro.predict.features.Features.ewmHalfLife;
import static io.synkro.predict.features.Features.lag;
import static io.synkro.predict.features.Features.lags;
import static io.synkro.predict.features.Features.max;
import static io.synkro.predict.features.Features.maxAll;
import static io.synkro.predict.features.Features.mean;
import static io.synkro.predict.features.Features.meanAll;
import static io.synkro.predict.features.Features.means;
import static io.synkro.predict.features.Features.median;
import static io.synkro.predict.features.Features.min;
import static io.synkro.predict.features.Features.planned;
import static io.synkro.predict.features.Features.quantile;
import static io.synkro.predict.features.Features.ratio;
import static io.synkro.predict.features.Features.sd;
import static io.synkro.predict.features.Features.sdAll;
import static io.synkro.predict.features.Features.sinceChange;
import static io.synkro.predict.features.Features.sinceFirstSale;
import static io.synkro.predict.features.Features.sinceSale;
import static io.synkro.predict.features.Features.zeroShare;
import static io.synkro.predict.features.Features.zeroShareAll;

import io.synkro.predict.features.FeaturePipeline;
import io.synkro.predict.features.calendar.DateFeatures;
import io.synkro.predict.features.calendar.FourierTerms;
import io.synkro.predict.features.calendar.StepFeature;
import io.synkro.predict.series.Availability;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.SeriesPanelBuilder;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import java.time.LocalDate;
import java.util.Map;
import java.util.SplittableRandom;

/** Daily sales of a retailer and the features that are computed from them. */
final class RetailFeatures {
  static final int DAYS = 730;

  private RetailFeatures() {}

  /** The features that the prototype computed: nine lags, six of windows, two of the whole past. */
  static FeaturePipeline seventeen() {
    return addSeventeen(FeaturePipeline.builder(Frequency.DAILY)).build();
  }

  private static FeaturePipeline.Builder addSeventeen(FeaturePipeline.Builder builder) {
    return builder
        .add(lags(1, 2, 3, 7, 14, 21, 28, 35, 364))
        .add(means(7, 28))
        .add(sd(28), mean(7).lagged(7), mean(28).lagged(7), mean(28).lagged(28))
        .add(ewm(0.1), meanAll());
  }

  /** Features of demand, the calendar and the price. */
  static FeaturePipeline forty() {
    return addSeventeen(FeaturePipeline.builder(Frequency.DAILY))
        .add(min(28), max(28), median(28), zeroShare(28), zeroShare(91))
        .add(means(56, 91, 182))
        .add(sd(7), mean(4).every(7), mean(8).every(7))
        .add(ewmHalfLife(7), sinceSale())
        .add(calendar(DateFeatures.weekday(), DateFeatures.dayOfMonth(), DateFeatures.isoWeek()))
        .add(calendar(DateFeatures.month(), DateFeatures.daysToMonthEnd()))
        .add(planned("price"), mean(7).of("price"), sinceChange().of("price"))
        .add(ratio(planned("price"), mean(28).of("price")).as("price_to_mean"))
        .add(ratio(planned("price"), max(28).of("price")).as("price_to_highest"))
        .build();
  }

  /** Whole units from 0 to 9 and a price that changes about once a month. */
  static SeriesPanel panel(int series, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    TimeAxis axis = TimeAxis.of(Frequency.DAILY, LocalDate.of(2022, 1, 1));
    SeriesPanelBuilder builder =
        SeriesPanel.builder(axis).covariate("price", Availability.KNOWN_IN_FUTURE);
    for (int s = 0; s < series; s++) {
      double[] demand = random.ints(DAYS, 0, 10).asDoubleStream().toArray();
      double[] prices = new double[DAYS];
      double price = 9.99;
      for (int t = 0; t < DAYS; t++) {
        price = random.nextInt(30) == 0 ? random.nextInt(500, 1500) / 100.0 : price;
        prices[t] = price;
      }
      builder.add(
          new TimeSeries(SeriesId.of("P" + s / 10, "W" + s % 10), axis, 0, demand),
          Map.of("price", prices),
          Map.of());
    }
    return builder.build();
  }

  /** Sixty features of a daily series, as they are served. */
  static FeaturePipeline sixty() {
    return FeaturePipeline.builder(Frequency.DAILY)
        .add(lags(1, 2, 3, 4, 5, 6, 7, 14, 21, 28, 35, 364))
        .add(means(7, 14, 28, 56, 91, 182, 364))
        .add(sd(7), sd(28), sd(56), min(28), max(28), median(28), quantile(28, 0.9))
        .add(zeroShare(7), zeroShare(28), zeroShare(91))
        .add(mean(4).every(7), mean(8).every(7), sd(8).every(7), lag(52).every(7))
        .add(mean(28).lagged(28), ewm(0.1), ewm(0.3), ewmHalfLife(28))
        .add(meanAll(), sdAll(), maxAll(), zeroShareAll())
        .add(sinceSale(), sinceFirstSale(), adi(), cv2(), demandClass())
        .add(ratio(mean(7), mean(28)), difference(lag(1), lag(8)))
        .add(planned("price"), lag(1).of("price"), sinceChange().of("price"))
        .add(ratio(planned("price"), mean(28).of("price")).as("price_to_mean"))
        .add(ratio(planned("price"), max(28).of("price")).as("price_to_highest"))
        .add(calendar(DateFeatures.weekday(), DateFeatures.dayOfMonth(), DateFeatures.isoWeek()))
        .add(calendar(DateFeatures.month(), DateFeatures.daysToMonthEnd()))
        .add(calendar(FourierTerms.yearly(1).toArray(StepFeature[]::new)))
        .build();
  }
}
