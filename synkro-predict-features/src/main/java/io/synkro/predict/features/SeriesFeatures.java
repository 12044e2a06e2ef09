package io.synkro.predict.features;

import io.synkro.predict.series.Covariate;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.StaticAttribute;
import java.util.ArrayList;
import java.util.List;

/** All features of one series, in the order of the schema. */
final class SeriesFeatures {
  private final int start;
  private final HistoryFeatures history;
  private final CalendarFeatures calendar;
  private final List<CovariateFeatures> covariates = new ArrayList<>();
  private final float[] codes;

  SeriesFeatures(SeriesPanel panel, int series, CalendarFeatures calendar) {
    this.start = panel.start(series);
    this.history = new HistoryFeatures(panel, series);
    this.calendar = calendar;
    for (Covariate covariate : panel.covariates()) {
      covariates.add(new CovariateFeatures(panel, series, covariate));
    }
    List<StaticAttribute> attributes = panel.attributes();
    this.codes = new float[attributes.size()];
    for (int a = 0; a < codes.length; a++) {
      int code = attributes.get(a).code(series);
      codes[a] = code == StaticAttribute.NO_LEVEL ? Float.NaN : code;
    }
  }

  void fill(int originStep, int horizon, float[] row) {
    int origin = originStep - start;
    row[0] = horizon;
    row[1] = (float) Math.log(history.level(origin));
    int next = history.fill(origin, horizon, row, 2);
    next = calendar.fill(originStep + horizon - 1, row, next);
    for (CovariateFeatures covariate : covariates) {
      next = covariate.fill(origin, horizon, row, next);
    }
    System.arraycopy(codes, 0, row, next, codes.length);
  }
}
