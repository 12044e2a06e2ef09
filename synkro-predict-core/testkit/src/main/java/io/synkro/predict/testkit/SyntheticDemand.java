package io.synkro.predict.testkit;

import io.synkro.predict.internal.Require;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Panels of daily demand with a known shape: a level, a trend, a week, noise, and for some series
 * many days without a sale. Whole units, never negative. Equal arguments give equal panels.
 */
public final class SyntheticDemand {
  private static final double[] WEEK = {0.8, 0.8, 0.9, 1.0, 1.2, 1.5, 0.8};

  /** A Monday, so that the week of the data is the week of the calendar. */
  private static final LocalDate ORIGIN = LocalDate.of(2023, 1, 2);

  private SyntheticDemand() {}

  /**
   * Creates a panel whose every fourth series is intermittent.
   *
   * @param series number of series, at least 1
   * @param days values of each series, at least 1
   * @param seed equal seeds give equal panels
   * @return the panel; series {@code i} is product {@code P<i / 5>} in warehouse {@code W<i % 5>}
   */
  public static SeriesPanel panel(int series, int days, long seed) {
    Require.atLeast("series", series, 1, "");
    Require.atLeast("days", days, 1, "");
    TimeAxis axis = TimeAxis.of(Frequency.DAILY, ORIGIN);
    SplittableRandom random = new SplittableRandom(seed);
    List<TimeSeries> all = new ArrayList<>();
    for (int i = 0; i < series; i++) {
      SplittableRandom own = random.split();
      double[] values = i % 4 == 3 ? intermittent(days, own) : regular(days, own);
      all.add(new TimeSeries(SeriesId.of("P" + i / 5, "W" + i % 5), axis, 0, values));
    }
    return SeriesPanel.of(all);
  }

  /**
   * Creates demand with a trend and a week: level 5 to 50, up to 60 % growth or decline over the
   * whole length, Saturdays at 1.5 times the level, noise of a fifth.
   *
   * @param days number of values
   * @param random source of the level, trend and noise
   * @return whole units
   */
  public static double[] regular(int days, SplittableRandom random) {
    double level = random.nextDouble(5, 50);
    double trend = random.nextDouble(-0.6, 0.6);
    double[] values = new double[days];
    for (int t = 0; t < days; t++) {
      double mean = level * (1 + trend * t / days) * WEEK[t % 7];
      // the sum of four uniforms is close to a normal, and the same on every platform
      double noise = -2;
      for (int k = 0; k < 4; k++) {
        noise += random.nextDouble();
      }
      values[t] = Math.max(0, Math.rint(mean * (1 + 0.35 * noise)));
    }
    return values;
  }

  /**
   * Creates intermittent demand: a sale on one day in 2 to 8, of 1 to 6 units.
   *
   * @param days number of values
   * @param random source of the sales
   * @return whole units
   */
  public static double[] intermittent(int days, SplittableRandom random) {
    double chance = 1 / random.nextDouble(2, 8);
    double[] values = new double[days];
    for (int t = 0; t < days; t++) {
      values[t] = random.nextDouble() < chance ? random.nextInt(1, 7) : 0;
    }
    return values;
  }
}
