package io.synkro.predict.features;

import io.synkro.predict.series.Availability;
import io.synkro.predict.series.Covariate;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.StaticAttribute;
import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureRows;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureSource;
import io.synkro.predict.tabular.FeatureTable;
import java.util.ArrayList;
import java.util.List;

/**
 * The standard features of demand: lags, means and spread over recent windows, the same season
 * position in earlier seasons and years, shares of zeros, the calendar of the target step,
 * covariates at the target step or, if only the past is known, before the origin, and attributes.
 * Demand is divided by {@link io.synkro.predict.forecast.DemandLevel} at the origin. Missing values
 * are left out of means; a feature without any value is NaN. Immutable; safe for use by many
 * threads.
 */
public final class DemandFeatures implements FeatureSource {
  private DemandFeatures() {}

  /**
   * Returns the standard features for panels of any frequency.
   *
   * @return a feature source
   */
  public static DemandFeatures standard() {
    return new DemandFeatures();
  }

  @Override
  public FeatureSchema schema(SeriesPanel panel) {
    Frequency frequency = panel.axis().frequency();
    List<Feature> features = new ArrayList<>();
    features.add(Feature.number("horizon"));
    features.add(Feature.number("log_level"));
    HistoryFeatures.names(frequency).forEach(name -> features.add(Feature.number(name)));
    features.addAll(CalendarFeatures.features(frequency));
    for (Covariate covariate : panel.covariates()) {
      String name = identifier(covariate.name());
      features.add(Feature.number("covariate_" + name));
      features.add(Feature.number("covariate_" + name + "_change"));
    }
    for (StaticAttribute attribute : panel.attributes()) {
      features.add(
          Feature.category("attribute_" + identifier(attribute.name()), attribute.levels().size()));
    }
    return new FeatureSchema(features);
  }

  private static String identifier(String name) {
    return name.replaceAll("[^A-Za-z0-9_.-]", "_");
  }

  @Override
  public FeatureTable compute(SeriesPanel panel, FeatureRows rows) {
    rows.requireWithin(panel);
    FeatureSchema schema = schema(panel);
    float[][] columns = new float[schema.size()][rows.size()];
    CalendarFeatures calendar = new CalendarFeatures(panel.axis());
    int cachedSeries = -1;
    HistoryFeatures history = new HistoryFeatures(panel, 0);
    float[] row = new float[schema.size()];
    for (int r = 0; r < rows.size(); r++) {
      int series = rows.series(r);
      if (series != cachedSeries) {
        history = new HistoryFeatures(panel, series);
        cachedSeries = series;
      }
      int origin = rows.origin(r) - panel.start(series);
      int next = 0;
      row[next++] = rows.horizon(r);
      row[next++] = (float) Math.log(history.level(origin));
      next = history.fill(origin, rows.horizon(r), row, next);
      next = calendar.fill(rows.target(r), row, next);
      for (Covariate covariate : panel.covariates()) {
        next = fillCovariate(panel, covariate, rows, r, row, next);
      }
      for (StaticAttribute attribute : panel.attributes()) {
        row[next++] = attribute.code(series);
      }
      for (int c = 0; c < row.length; c++) {
        columns[c][r] = row[c];
      }
    }
    return new FeatureTable(schema, columns);
  }

  /** Value at the target (or the latest known), and its ratio to the mean of the recent past. */
  private static int fillCovariate(
      SeriesPanel panel, Covariate covariate, FeatureRows rows, int r, float[] row, int next) {
    int series = rows.series(r);
    int origin = rows.origin(r) - panel.start(series);
    boolean known = covariate.availability() == Availability.KNOWN_IN_FUTURE;
    int at = known ? origin + rows.horizon(r) - 1 : origin - 1;
    int available = panel.length(series) + covariate.futureSteps();
    double value = at >= 0 && at < available ? covariate.value(series, at) : Double.NaN;
    double sum = 0;
    int count = 0;
    int window = 4 * panel.axis().frequency().seasonLength();
    int end = Math.min(origin, panel.length(series));
    for (int t = Math.max(0, end - window); t < end; t++) {
      double past = covariate.value(series, t);
      sum += Double.isNaN(past) ? 0 : past;
      count += Double.isNaN(past) ? 0 : 1;
    }
    row[next] = (float) value;
    row[next + 1] = sum == 0 ? Float.NaN : (float) (value / (sum / count));
    return next + 2;
  }
}
