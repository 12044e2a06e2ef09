package io.synkro.predict.features.calendar;

import io.synkro.predict.internal.Require;
import io.synkro.predict.series.TimeAxis;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;

/**
 * Smooth seasons: sine and cosine of 2πk·position/period for k = 1, 2, … Positions are counted from
 * a fixed time and not from the origin of the axis, so a term means the same on every axis. Source:
 * Hyndman &amp; Athanasopoulos, <a
 * href="https://otexts.com/fpp3/useful-predictors.html">Forecasting: Principles and Practice</a>,
 * section 7.4. Stateless.
 */
public final class FourierTerms {
  private static final int MOST_ORDERS = 1_000;

  private FourierTerms() {}

  /** Where in its season a step begins, from 0 to below 1. */
  @FunctionalInterface
  private interface Phase {
    double of(TimeAxis axis, long step);
  }

  /**
   * Terms of the year, leap years included: the position is the hours since New Year, the period
   * the hours of that year.
   *
   * @param orders how many pairs, 1 to 1,000
   * @return {@code sin_year_1, cos_year_1, sin_year_2, …}, from -1 to 1
   */
  public static List<StepFeature> yearly(int orders) {
    return pairs("year", orders, (axis, step) -> DateFeatures.passedOfYear(axis.at(step)));
  }

  /**
   * Terms of the week: the position is the hours since Monday, the period 168 hours.
   *
   * @param orders how many pairs, 1 to 1,000
   * @return {@code sin_week_1, cos_week_1, sin_week_2, …}, from -1 to 1
   */
  public static List<StepFeature> weekly(int orders) {
    return pairs("week", orders, (axis, step) -> passedOfWeek(axis.at(step)));
  }

  /**
   * Terms of a season of so many steps. The position is the number of steps since the one that
   * holds 1970-01-01.
   *
   * @param period steps of a season, at least 2, need not be whole
   * @param orders how many pairs, at least 1 and at most half the period: faster waves look like
   *     slower ones
   * @return {@code sin_7_1, cos_7_1, sin_7_2, …} for a period of 7, from -1 to 1
   */
  public static List<StepFeature> ofSteps(double period, int orders) {
    Require.that(
        period >= 2 && period <= 1e6,
        "period",
        period,
        "must be at least 2 and at most 1,000,000 steps",
        "");
    Require.that(
        orders <= period / 2, "orders", orders, "must be at most half the period, " + period, "");
    String name = period == Math.rint(period) ? Long.toString((long) period) : "" + period;
    return pairs(name, orders, (axis, step) -> passed(stepsSince1970(axis, step), period));
  }

  private static List<StepFeature> pairs(String season, int orders, Phase phase) {
    Require.atLeast("orders", orders, 1, "");
    Require.that(orders <= MOST_ORDERS, "orders", orders, "must be at most " + MOST_ORDERS, "");
    List<StepFeature> terms = new ArrayList<>();
    for (int order = 1; order <= orders; order++) {
      double turn = 2 * Math.PI * order;
      // StrictMath: Math may differ in the last bit from machine to machine
      terms.add(
          term("sin", season, order, (a, s) -> (float) StrictMath.sin(turn * phase.of(a, s))));
      terms.add(
          term("cos", season, order, (a, s) -> (float) StrictMath.cos(turn * phase.of(a, s))));
    }
    return List.copyOf(terms);
  }

  private static StepFeature term(
      String wave, String season, int order, NamedFeature.Values values) {
    return new NamedFeature(
        "%s_%s_%s".formatted(wave, season, order),
        "fourier.%s(2*pi*%s*passed(%s))".formatted(wave, order, season),
        values);
  }

  private static double passedOfWeek(LocalDateTime time) {
    return ((time.getDayOfWeek().getValue() - 1) * 24 + time.getHour()) / 168.0;
  }

  private static double passed(long position, double period) {
    double seasons = Math.floor(position / period);
    return (position - seasons * period) / period;
  }

  private static long stepsSince1970(TimeAxis axis, long step) {
    LocalDateTime start = axis.at(step);
    long days = start.toLocalDate().toEpochDay();
    long months = start.getLong(ChronoField.PROLEPTIC_MONTH) - 1970 * 12;
    return switch (axis.frequency()) {
      case HOURLY -> days * 24 + start.getHour();
      case DAILY -> days;
      case WEEKLY -> Math.floorDiv(days + 6, 7L); // the week that holds day 0 begins on -6 to 0
      case MONTHLY -> months;
      case QUARTERLY -> Math.floorDiv(months, 3L);
      case YEARLY -> start.getYear() - 1970L;
    };
  }
}
