package io.synkro.predict.features;

import io.synkro.predict.forecast.DemandLevel;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesPanel;
import java.util.ArrayList;
import java.util.List;

/**
 * Features of one series' own past. Running sums are kept once a series, so that a window of any
 * length costs the same.
 */
final class HistoryFeatures {
  private static final int SEASONS_BACK = 4;

  private final double[] values;
  private final double[] levels;
  private final double[] sums;
  private final double[] squares;
  private final int[] counts;
  private final int[] zeros;
  private final int[] lastSale;
  private final int season;
  private final int year;
  private final int[] lags;
  private final int[] windows;

  HistoryFeatures(SeriesPanel panel, int series) {
    Frequency frequency = panel.axis().frequency();
    this.values = panel.values(series);
    this.levels = DemandLevel.beforeEach(values, frequency);
    this.season = shortSeason(frequency);
    this.year = year(frequency);
    this.lags = lags(frequency);
    this.windows = windows(frequency);
    int n = values.length;
    this.sums = new double[n + 1];
    this.squares = new double[n + 1];
    this.counts = new int[n + 1];
    this.zeros = new int[n + 1];
    this.lastSale = new int[n + 1];
    lastSale[0] = -1;
    for (int t = 0; t < n; t++) {
      double value = values[t];
      boolean observed = !Double.isNaN(value);
      sums[t + 1] = sums[t] + (observed ? value : 0);
      squares[t + 1] = squares[t] + (observed ? value * value : 0);
      counts[t + 1] = counts[t] + (observed ? 1 : 0);
      zeros[t + 1] = zeros[t] + (value == 0 ? 1 : 0);
      lastSale[t + 1] = value > 0 ? t : lastSale[t];
    }
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

  static List<String> names(Frequency frequency) {
    List<String> names = new ArrayList<>();
    for (int lag : lags(frequency)) {
      names.add("lag_" + lag);
    }
    for (int window : windows(frequency)) {
      names.add("mean_" + window);
      names.add("sd_" + window);
      names.add("zero_share_" + window);
    }
    for (int k = 1; k <= SEASONS_BACK; k++) {
      names.add("season_back_" + k);
    }
    names.add("season_mean_4");
    names.add("season_mean_8");
    names.add("year_back");
    names.add("year_back_change");
    names.add("steps_since_sale");
    names.add("age");
    names.add("mean_all");
    return names;
  }

  double level(int origin) {
    return levels[known(origin)];
  }

  /** Number of values before the origin; a series may end before it. */
  private int known(int origin) {
    return Math.max(0, Math.min(origin, values.length));
  }

  int fill(int origin, int horizon, float[] row, int first) {
    int next = first;
    double level = level(origin);
    for (int lag : lags) {
      row[next++] = (float) (value(origin - lag, origin) / level);
    }
    for (int window : windows) {
      int from = origin - window;
      row[next++] = (float) (mean(from, origin, origin) / level);
      row[next++] = (float) (sd(from, origin) / level);
      row[next++] = (float) zeroShare(from, origin);
    }
    int target = origin + horizon - 1;
    int latest = target - ((horizon - 1) / season + 1) * season;
    for (int k = 0; k < SEASONS_BACK; k++) {
      row[next++] = (float) (value(latest - k * season, origin) / level);
    }
    row[next++] = (float) (seasonMean(latest, 4, origin) / level);
    row[next++] = (float) (seasonMean(latest, 8, origin) / level);
    int yearBack = target - ((horizon - 1) / year + 1) * year;
    int around = season > 1 ? season / 2 : 1;
    double lastYear = mean(yearBack - around, yearBack + around + 1, origin);
    row[next++] = (float) (lastYear / level);
    int originBack = yearBack - (target - origin);
    double thenLevel = mean(originBack - 4 * season, originBack, origin);
    row[next++] = thenLevel > 0 ? (float) (lastYear / thenLevel) : Float.NaN;
    int sale = lastSale[known(origin)];
    row[next++] = sale < 0 ? Float.NaN : origin - sale;
    row[next++] = origin;
    row[next++] = (float) (mean(0, origin, origin) / level);
    return next;
  }

  private double value(int t, int origin) {
    return t >= 0 && t < known(origin) ? values[t] : Double.NaN;
  }

  private double mean(int from, int to, int origin) {
    int low = known(Math.min(from, origin));
    int high = known(Math.min(to, origin));
    int count = counts[high] - counts[low];
    return count == 0 ? Double.NaN : (sums[high] - sums[low]) / count;
  }

  private double sd(int from, int origin) {
    int low = known(from);
    int high = known(origin);
    int count = counts[high] - counts[low];
    if (count < 2) {
      return Double.NaN;
    }
    double mean = (sums[high] - sums[low]) / count;
    return Math.sqrt(Math.max(0, (squares[high] - squares[low]) / count - mean * mean));
  }

  private double zeroShare(int from, int origin) {
    int low = known(from);
    int high = known(origin);
    int count = counts[high] - counts[low];
    return count == 0 ? Double.NaN : (double) (zeros[high] - zeros[low]) / count;
  }

  private double seasonMean(int latest, int seasons, int origin) {
    double sum = 0;
    int count = 0;
    for (int k = 0; k < seasons; k++) {
      double value = value(latest - k * season, origin);
      sum += Double.isNaN(value) ? 0 : value;
      count += Double.isNaN(value) ? 0 : 1;
    }
    return sum / count;
  }
}
