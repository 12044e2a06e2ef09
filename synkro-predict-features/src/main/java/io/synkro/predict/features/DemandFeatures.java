package io.synkro.predict.features;

import static io.synkro.predict.features.Features.age;
import static io.synkro.predict.features.Features.attribute;
import static io.synkro.predict.features.Features.calendar;
import static io.synkro.predict.features.Features.horizon;
import static io.synkro.predict.features.Features.lag;
import static io.synkro.predict.features.Features.mean;
import static io.synkro.predict.features.Features.meanAll;
import static io.synkro.predict.features.Features.ratio;
import static io.synkro.predict.features.Features.sd;
import static io.synkro.predict.features.Features.sinceSale;
import static io.synkro.predict.features.Features.zeroShare;

import io.synkro.predict.features.calendar.DateFeatures;
import io.synkro.predict.features.calendar.StepFeature;
import io.synkro.predict.forecast.DemandScaling;
import io.synkro.predict.forecast.ScaledFeatures;
import io.synkro.predict.series.AttributeNames;
import io.synkro.predict.series.Availability;
import io.synkro.predict.series.Covariate;
import io.synkro.predict.series.CovariateNames;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.StaticAttribute;
import io.synkro.predict.tabular.FeatureRows;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureSource;
import io.synkro.predict.tabular.FeatureTable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The standard features of demand: lags, means and spread over recent windows, the same season
 * position in earlier seasons and years, shares of zeros, the calendar of the target step,
 * covariates at the target step or, if only the past is known, before the origin, and attributes.
 * Demand is divided by {@link io.synkro.predict.forecast.DemandLevel} at the origin. Missing values
 * are left out of means; a feature without any value is NaN. Immutable; safe for use by many
 * threads.
 */
public final class DemandFeatures implements ScaledFeatures {
  private static final int LONGEST_NAME = 100;
  private static final int SEASONS_BACK = 4;
  private static final int RECENT_STEPS = 4;
  private static final int COVARIATE_SEASONS = 4;

  private final DemandScaling scaling;

  private DemandFeatures(DemandScaling scaling) {
    this.scaling = scaling;
  }

  /**
   * Returns the standard features for panels of any frequency.
   *
   * @return a feature source
   */
  public static DemandFeatures standard() {
    return new DemandFeatures(DemandScaling.RATIO);
  }

  /**
   * Returns the pipeline of a panel: its frequency, covariates and attributes say which features
   * there are.
   *
   * @param panel the panel; its values do not matter
   * @return a pipeline for panels like it
   */
  public FeaturePipeline pipeline(SeriesPanel panel) {
    Frequency frequency = panel.axis().frequency();
    FeaturePipeline.Builder builder =
        FeaturePipeline.builder(frequency)
            .add(horizon(), Features.of(RecentLevel.logarithm(frequency)));
    if (scaling != DemandScaling.DIFFERENCE) {
      addHistory(builder, frequency);
    } else {
      ChangeFeatures.add(builder, frequency);
    }
    builder.add(calendar(calendarOf(frequency)));
    Set<String> taken = new HashSet<>();
    for (Covariate covariate : panel.covariates()) {
      addCovariate(builder, covariate, frequency, Columns.of(covariate, taken));
    }
    for (StaticAttribute each : panel.attributes()) {
      if (!each.name().equals(AttributeNames.DISCONTINUED)) { // says today what no past day knew
        builder.add(attribute(each.name()).as(unique("attribute_" + each.name(), taken)));
      }
    }
    return builder.build();
  }

  private static void addHistory(FeaturePipeline.Builder builder, Frequency frequency) {
    HistoryFeature level = Features.of(RecentLevel.of(frequency));
    for (int lag : lags(frequency)) {
      addRatio(builder, lag(lag), level, "lag_" + lag);
    }
    for (int window : windows(frequency)) {
      addRatio(builder, mean(window), level, "mean_" + window);
      addRatio(builder, sd(window), level, "sd_" + window);
      builder.add(zeroShare(window));
    }
    int season = shortSeason(frequency);
    for (int k = 1; k <= SEASONS_BACK; k++) {
      addRatio(builder, inSeason(lag(k), season), level, "season_back_" + k);
    }
    addRatio(builder, inSeason(mean(4), season), level, "season_mean_4");
    addRatio(builder, inSeason(mean(8), season), level, "season_mean_8");
    int year = year(frequency);
    HistoryFeature lastYear = aroundYear(mean(season > 1 ? season / 2 * 2 + 1 : 3), year);
    addRatio(builder, lastYear, level, "year_back");
    addRatio(builder, lastYear, mean(4 * season).lagged(year + 1), "year_back_change");
    builder.add(sinceSale().as("steps_since_sale"), age());
    addRatio(builder, meanAll(), level, "mean_all");
  }

  private static void addRatio(
      FeaturePipeline.Builder builder, PipelineFeature first, PipelineFeature second, String name) {
    builder.add(ratio(first, second).as(name));
  }

  private static HistoryFeature inSeason(HistoryFeature feature, int season) {
    return season > 1 ? feature.every(season) : feature;
  }

  private static HistoryFeature aroundYear(HistoryFeature feature, int year) {
    return year > 1 ? feature.around(year) : feature;
  }

  private static void addCovariate(
      FeaturePipeline.Builder builder, Covariate covariate, Frequency frequency, Columns columns) {
    String name = covariate.name();
    boolean planned = covariate.availability() == Availability.KNOWN_IN_FUTURE;
    HistoryFeature last = lag(1).of(name);
    HistoryFeature value = planned ? last.throughTarget() : last;
    HistoryFeature usual = mean(COVARIATE_SEASONS * frequency.seasonLength()).of(name);
    builder.add(value.as(columns.value()));
    addRatio(builder, value, usual, columns.change());
    if (planned) {
      // what recent demand owes to it: the sales of a promotion are no level for the time after
      builder.add(last.as(columns.last()), mean(RECENT_STEPS).of(name).as(columns.recent()));
    }
    if (name.equals(CovariateNames.PRICE)) {
      addRatio(builder, value, last.meanBy("warehouse"), columns.toOthers());
    }
  }

  /** Names of the columns of a covariate. */
  private record Columns(String value, String change, String last, String recent, String toOthers) {
    static Columns of(Covariate covariate, Set<String> taken) {
      String value = unique("covariate_" + covariate.name(), taken);
      return new Columns(
          value,
          unique(value + "_change", taken),
          unique(value + "_last", taken),
          unique(value + "_recent", taken),
          unique(value + "_to_others", taken));
    }
  }

  @Override
  public List<String> risingWith(SeriesPanel panel, String covariate) {
    Set<String> taken = new HashSet<>();
    for (Covariate each : panel.covariates()) {
      Columns columns = Columns.of(each, taken);
      if (each.name().equals(covariate)) {
        boolean price = covariate.equals(CovariateNames.PRICE);
        return price
            ? List.of(columns.value(), columns.change(), columns.toOthers())
            : List.of(columns.value(), columns.change());
      }
    }
    return List.of();
  }

  /** Engines know few characters, so that different names may become equal; a number is added. */
  private static String unique(String name, Set<String> taken) {
    String known = name.replaceAll("[^A-Za-z0-9_.-]", "_");
    String base = known.substring(0, Math.min(LONGEST_NAME, known.length()));
    String result = base;
    for (int k = 2; !taken.add(result); k++) {
      result = base + "_" + k;
    }
    return result;
  }

  @Override
  public FeatureSource scaled(DemandScaling other) {
    return other == scaling ? this : new DemandFeatures(other);
  }

  @Override
  public FeatureSchema schema(SeriesPanel panel) {
    return pipeline(panel).schema(panel);
  }

  @Override
  public FeatureTable compute(SeriesPanel panel, FeatureRows rows) {
    return pipeline(panel).compute(panel, rows);
  }

  @Override
  public FeatureSource preparedFor(SeriesPanel panel) {
    return new PreparedFeatures(this, PanelKind.of(panel), pipeline(panel));
  }

  /** What the pipeline of a panel depends on. */
  private record PanelKind(Frequency frequency, List<String> covariates, List<String> attributes) {
    static PanelKind of(SeriesPanel panel) {
      return new PanelKind(
          panel.axis().frequency(),
          panel.covariates().stream().map(c -> c.availability() + " " + c.name()).toList(),
          panel.attributes().stream().map(StaticAttribute::name).toList());
    }
  }

  private record PreparedFeatures(DemandFeatures any, PanelKind kind, FeaturePipeline pipeline)
      implements FeatureSource {
    private FeaturePipeline of(SeriesPanel panel) {
      return PanelKind.of(panel).equals(kind) ? pipeline : any.pipeline(panel);
    }

    @Override
    public FeatureSchema schema(SeriesPanel panel) {
      return of(panel).schema(panel);
    }

    @Override
    public FeatureTable compute(SeriesPanel panel, FeatureRows rows) {
      return of(panel).compute(panel, rows);
    }
  }

  private static int[] lags(Frequency frequency) {
    return frequency == Frequency.DAILY || frequency == Frequency.HOURLY
        ? new int[] {1, 2, 3}
        : new int[] {1, 2, 3, 4, 5, 6};
  }

  private static int[] windows(Frequency frequency) {
    return switch (frequency) {
      case HOURLY -> new int[] {24, 7 * 24, 28 * 24};
      case DAILY -> new int[] {7, 14, 28, 56, 182, 364};
      case WEEKLY -> new int[] {4, 8, 13, 26, 52};
      case MONTHLY -> new int[] {3, 6, 12, 24};
      case QUARTERLY -> new int[] {4, 8};
      case YEARLY -> new int[] {3, 6};
    };
  }

  private static int shortSeason(Frequency frequency) {
    return frequency == Frequency.WEEKLY ? 1 : frequency.seasonLength();
  }

  private static int year(Frequency frequency) {
    return switch (frequency) {
      case HOURLY -> 7 * 24;
      case DAILY -> 364;
      default -> frequency.seasonLength();
    };
  }

  private static StepFeature[] calendarOf(Frequency frequency) {
    return switch (frequency) {
      case HOURLY -> steps(DateFeatures.hour(), DateFeatures.weekday(), DateFeatures.dayOfMonth());
      case DAILY ->
          steps(
              DateFeatures.weekday(),
              DateFeatures.dayOfMonth(),
              DateFeatures.dayOfYear(),
              DateFeatures.month());
      case WEEKLY -> steps(DateFeatures.dayOfMonth(), DateFeatures.isoWeek(), DateFeatures.month());
      case MONTHLY -> steps(DateFeatures.month());
      case QUARTERLY -> steps(DateFeatures.quarter());
      case YEARLY -> steps();
    };
  }

  private static StepFeature[] steps(StepFeature... steps) {
    return steps;
  }
}
