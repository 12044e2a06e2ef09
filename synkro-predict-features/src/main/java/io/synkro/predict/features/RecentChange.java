package io.synkro.predict.features;

import io.synkro.predict.forecast.DemandSpread;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.tabular.History;
import io.synkro.predict.tabular.HistoryTransform;

/** The {@link DemandSpread}: how much demand usually changes over a season. Immutable. */
final class RecentChange implements HistoryTransform {
  private final int window;
  private final int season;

  private RecentChange(int window, int season) {
    this.window = window;
    this.season = season;
  }

  static RecentChange of(Frequency frequency) {
    return new RecentChange(DemandSpread.window(frequency), frequency.seasonLength());
  }

  @Override
  public String name() {
    return "spread";
  }

  @Override
  public String definition() {
    return "spread(" + window + ", " + season + ")";
  }

  @Override
  public int lookback() {
    return window + season;
  }

  @Override
  public float value(History history, double[] state, int at) {
    double seasonal = 0;
    int seasons = 0;
    double steps = 0;
    int pairs = 0;
    double sizes = 0;
    int values = 0;
    for (int k = 1; k <= window; k++) {
      double value = history.back(k);
      if (Double.isNaN(value)) {
        continue;
      }
      sizes += Math.abs(value);
      values++;
      double before = history.back(k + season);
      double last = history.back(k + 1);
      seasonal += Double.isNaN(before) ? 0 : Math.abs(value - before);
      seasons += Double.isNaN(before) ? 0 : 1;
      steps += Double.isNaN(last) ? 0 : Math.abs(value - last);
      pairs += Double.isNaN(last) ? 0 : 1;
    }
    double spread = seasons == 0 ? 0 : seasonal / seasons;
    if (seasons < season && pairs > 0) {
      spread = Math.max(spread, steps / pairs);
    }
    double size = values == 0 ? 0 : sizes / values;
    return (float) (spread + DemandSpread.LEAST_SHARE * size + DemandSpread.LEAST);
  }
}
