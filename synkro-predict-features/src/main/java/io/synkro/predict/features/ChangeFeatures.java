package io.synkro.predict.features;

import static io.synkro.predict.features.Features.age;
import static io.synkro.predict.features.Features.difference;
import static io.synkro.predict.features.Features.lag;
import static io.synkro.predict.features.Features.mean;
import static io.synkro.predict.features.Features.meanAll;
import static io.synkro.predict.features.Features.ratio;
import static io.synkro.predict.features.Features.sd;
import static io.synkro.predict.features.Features.zeroShare;

import io.synkro.predict.series.Frequency;

/**
 * Features of the changes of demand, in units of its usual change: what goes with the targets of
 * {@link io.synkro.predict.forecast.DemandScaling#DIFFERENCE}. Lags are relative to the mean of the
 * last season, and the values at the target's season position to those of their own season.
 */
final class ChangeFeatures {
  private static final int LONGEST_SEASON = 12;
  private static final int LAGS_WITHOUT_SEASON = 8;

  private final FeaturePipeline.Builder builder;
  private final int season;
  private final PipelineFeature spread;
  private final HistoryFeature level;

  private ChangeFeatures(FeaturePipeline.Builder builder, Frequency frequency) {
    this.builder = builder;
    this.season = frequency.seasonLength();
    this.spread = Features.of(RecentChange.of(frequency));
    this.level = mean(season);
  }

  static void add(FeaturePipeline.Builder builder, Frequency frequency) {
    ChangeFeatures features = new ChangeFeatures(builder, frequency);
    features.addLags();
    features.addLevels();
    if (features.season > 1) {
      features.addSeasons();
    }
  }

  private void addChange(PipelineFeature from, PipelineFeature to, String name) {
    builder.add(ratio(difference(from, to), spread).as(name));
  }

  private void addLags() {
    int lags = season == 1 ? LAGS_WITHOUT_SEASON : 2 * Math.min(season, LONGEST_SEASON);
    if (season > 1 && season < 5) {
      lags = 3 * season;
    }
    for (int k = 1; k <= lags; k++) {
      addChange(lag(k), level, "lag_" + k);
    }
  }

  private void addLevels() {
    HistoryFeature before = mean(season).lagged(season + 1);
    addChange(level, before, "growth_1");
    addChange(before, mean(season).lagged(2 * season + 1), "growth_2");
    addChange(mean(3), level, "mean_3");
    addChange(mean(Math.max(2, season / 2)), level, "mean_half");
    addChange(meanAll(), level, "mean_all");
    builder.add(ratio(level, spread).as("level"));
    builder.add(ratio(sd(Math.max(4, season)), spread).as("sd"));
    builder.add(zeroShare(Math.max(4, 2 * season)), age());
  }

  private void addSeasons() {
    HistoryFeature last = lag(1).every(season);
    HistoryFeature second = lag(2).every(season);
    HistoryFeature third = lag(3).every(season);
    HistoryFeature before = mean(season).lagged(season + 1);
    addChange(last, level, "position_1");
    addChange(second, before, "position_2");
    addChange(third, mean(season).lagged(2 * season + 1), "position_3");
    addChange(last, second, "position_growth_1");
    addChange(second, third, "position_growth_2");
  }
}
