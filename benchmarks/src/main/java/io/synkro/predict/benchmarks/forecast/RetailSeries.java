package io.synkro.predict.benchmarks.forecast;

import io.synkro.predict.series.Availability;
import io.synkro.predict.series.CovariateNames;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.SeriesPanelBuilder;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Generated daily sales of a retailer: Poisson counts around a level that differs by series, with a
 * weekly and a yearly season, prices that change every two months, promotions of a week, and days
 * without demand. Prices and promotions are known for the days to forecast.
 */
final class RetailSeries {
  static final int DAYS = 730;
  static final int AHEAD = 28;

  private static final double[] WEEK = {0.85, 0.8, 0.85, 0.95, 1.15, 1.4, 1};
  private static final int PROMOTED_WEEKS = 12;
  private static final int DAYS_OF_PRICE = 60;

  private final SeriesPanel sales;
  private final double[][] actual;

  private RetailSeries(SeriesPanel sales, double[][] actual) {
    this.sales = sales;
    this.actual = actual;
  }

  /** Two years of sales, and plans of the days after them. */
  SeriesPanel sales() {
    return sales;
  }

  /** What was sold of a series on a day after them, the first of which is 0. */
  double actual(int series, int day) {
    return actual[series][day];
  }

  static RetailSeries of(int series, long seed) {
    TimeAxis axis = TimeAxis.of(Frequency.DAILY, LocalDate.of(2022, 1, 3));
    SeriesPanelBuilder builder =
        SeriesPanel.builder(axis)
            .futureSteps(AHEAD)
            .covariate(CovariateNames.PRICE, Availability.KNOWN_IN_FUTURE)
            .covariate(CovariateNames.PROMOTION, Availability.KNOWN_IN_FUTURE);
    SplittableRandom random = new SplittableRandom(seed);
    double[][] actual = new double[series][];
    for (int i = 0; i < series; i++) {
      Course course = new Course(random.split());
      actual[i] = Arrays.copyOfRange(course.demand, DAYS, DAYS + AHEAD);
      builder.add(
          new TimeSeries(
              SeriesId.of("P" + i / 10, "W" + i % 10), axis, 0, Arrays.copyOf(course.demand, DAYS)),
          Map.of(CovariateNames.PRICE, course.price, CovariateNames.PROMOTION, course.promotion),
          Map.of());
    }
    return new RetailSeries(builder.build(), actual);
  }

  /** One series, the days to forecast included. */
  private static final class Course {
    private final double[] demand = new double[DAYS + AHEAD];
    private final double[] price = new double[DAYS + AHEAD];
    private final double[] promotion = new double[DAYS + AHEAD];
    private final SplittableRandom random;

    Course(SplittableRandom random) {
      this.random = random;
      double level = Math.exp(0.4 + 0.9 * normal());
      double swing = 0.4 * random.nextDouble();
      int summit = random.nextInt(365);
      double closed = 0.3 * random.nextDouble();
      double usual = 5 + 20 * random.nextDouble();
      double current = usual;
      double uplift = 1.3 + random.nextDouble();
      boolean promoted = false;
      for (int t = 0; t < demand.length; t++) {
        current =
            random.nextInt(DAYS_OF_PRICE) == 0
                ? usual * (0.85 + 0.3 * random.nextDouble())
                : current;
        promoted = t % 7 == 0 ? random.nextInt(PROMOTED_WEEKS) == 0 : promoted;
        price[t] = Math.rint(100 * current * (promoted ? 0.8 : 1)) / 100;
        promotion[t] = promoted ? 1 : 0;
        double season = WEEK[t % 7] * (1 + swing * Math.cos(2 * Math.PI * (t - summit) / 365.25));
        double response = Math.pow(usual / current, 1.5) * (promoted ? uplift : 1);
        demand[t] = random.nextDouble() < closed ? 0 : poisson(level * season * response);
      }
    }

    /** A sum of twelve draws is close enough. */
    private double normal() {
      double sum = -6;
      for (int k = 0; k < 12; k++) {
        sum += random.nextDouble();
      }
      return sum;
    }

    /** Draws until their product is small: Knuth, volume 2, section 3.4.1. */
    private int poisson(double mean) {
      double limit = Math.exp(-mean);
      int count = -1;
      for (double product = 1; product > limit; count++) {
        product *= random.nextDouble();
      }
      return count;
    }
  }
}
