package io.synkro.predict.features;

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
public final class DemandFeatures implements FeatureSource {
  private static final int LONGEST_NAME = 100;

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
    Set<String> taken = new HashSet<>();
    for (Covariate covariate : panel.covariates()) {
      String name = unique("covariate_" + covariate.name(), taken);
      features.add(Feature.number(name));
      features.add(Feature.number(unique(name + "_change", taken)));
    }
    for (StaticAttribute attribute : panel.attributes()) {
      features.add(
          Feature.category(
              unique("attribute_" + attribute.name(), taken), attribute.levels().size()));
    }
    return new FeatureSchema(features);
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
  public FeatureTable compute(SeriesPanel panel, FeatureRows rows) {
    rows.requireWithin(panel);
    FeatureSchema schema = schema(panel);
    float[][] columns = new float[schema.size()][rows.size()];
    CalendarFeatures calendar = new CalendarFeatures(panel.axis());
    float[] row = new float[schema.size()];
    int r = 0;
    while (r < rows.size()) {
      int series = rows.series(r);
      SeriesFeatures features = new SeriesFeatures(panel, series, calendar);
      for (; r < rows.size() && rows.series(r) == series; r++) {
        features.fill(rows.origin(r), rows.horizon(r), row);
        for (int c = 0; c < row.length; c++) {
          columns[c][r] = row[c];
        }
      }
    }
    return new FeatureTable(schema, columns);
  }
}
