package io.synkro.predict.examples.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * What is planned and known in advance for a product, day by day through history and the planned
 * days: price, promotion, holiday, and how each moves demand.
 */
final class SeriesCalendar {
  static final int PLANNED_DAYS = 28;
  private static final double HOLIDAY_FACTOR = 0.35;
  private static final double[] BEFORE_HOLIDAY = {1.30, 1.15};
  private static final double AFTER_PROMOTION = 0.85;
  private static final int DIP_DAYS = 5;

  private final int[] priceCents;
  private final int[] regularCents;
  private final boolean[] promotion;
  private final boolean[] holiday;
  private final double[] factor;

  private SeriesCalendar(int length) {
    priceCents = new int[length];
    regularCents = new int[length];
    promotion = new boolean[length];
    holiday = new boolean[length];
    factor = new double[length];
  }

  static SeriesCalendar of(SampleOptions options, Product product) {
    SeriesCalendar calendar = new SeriesCalendar(options.days() + PLANNED_DAYS);
    Draws draws = Draws.of(options.seed(), Draws.Purpose.CALENDAR, product.index());
    double[] week = week(draws, product.pattern());
    calendar.fillSeasons(options.firstDay(), product, week);
    calendar.fillHolidays(options.firstDay());
    calendar.fillPrices(draws, product.traits());
    if (product.pattern() == Product.Pattern.SMOOTH && draws.chance(0.8)) {
      calendar.fillPromotions(draws);
    }
    return calendar;
  }

  int priceCents(int day) {
    return priceCents[day];
  }

  /** Price without any promotion. */
  int regularCents(int day) {
    return regularCents[day];
  }

  boolean promotion(int day) {
    return promotion[day];
  }

  boolean holiday(int day) {
    return holiday[day];
  }

  /** Demand of the day relative to the product's level. */
  double factor(int day) {
    return factor[day];
  }

  private static double[] week(Draws draws, Product.Pattern pattern) {
    double[] shape = {0.85, 0.85, 0.95, 1.05, 1.35, 1.45, 0.50};
    double strength = pattern == Product.Pattern.SMOOTH ? draws.uniform(0.6, 1.1) : 0.4;
    for (int i = 0; i < shape.length; i++) {
      shape[i] = 1 + strength * (shape[i] - 1);
    }
    return shape;
  }

  private void fillSeasons(LocalDate first, Product product, double[] week) {
    Product.Traits traits = product.traits();
    double logGrowth = StrictMath.log(Math.max(0.7, Math.min(1.4, traits.growth())));
    for (int day = 0; day < factor.length; day++) {
      LocalDate date = first.plusDays(day);
      DayOfWeek weekday = date.getDayOfWeek();
      double angle =
          2 * StrictMath.PI * (date.getDayOfYear() - product.category().peakDay()) / 365.25;
      double year = 1 + product.category().amplitude() * StrictMath.cos(angle);
      double trend = StrictMath.exp(logGrowth * day / 365.25);
      factor[day] = week[weekday.getValue() - 1] * year * trend * fade(day - traits.fadeDay());
    }
  }

  /** Demand of a dying product: down to nothing within two months. */
  private static double fade(int daysSince) {
    return daysSince <= 0 ? 1 : Math.max(0, 1 - daysSince / 60.0);
  }

  private void fillHolidays(LocalDate first) {
    int length = factor.length;
    for (int day = 0; day < length + BEFORE_HOLIDAY.length; day++) {
      if (PublicHolidays.contains(first.plusDays(day))) {
        if (day < length) {
          holiday[day] = true;
          factor[day] *= HOLIDAY_FACTOR;
        }
        for (int before = 1; before <= BEFORE_HOLIDAY.length; before++) {
          int eve = day - before;
          if (eve >= 0 && eve < length && !PublicHolidays.contains(first.plusDays(eve))) {
            factor[eve] *= BEFORE_HOLIDAY[before - 1];
          }
        }
      }
    }
  }

  /** A few lasting price changes; demand follows with constant elasticity. */
  private void fillPrices(Draws draws, Product.Traits traits) {
    double price = traits.priceCents();
    int nextChange = draws.whole(60, 260);
    for (int day = 0; day < priceCents.length; day++) {
      if (day == nextChange) {
        price *= draws.chance(0.75) ? draws.uniform(1.03, 1.12) : draws.uniform(0.88, 0.97);
        nextChange += draws.whole(120, 320);
      }
      regularCents[day] = (int) Math.rint(price);
      priceCents[day] = regularCents[day];
      factor[day] *= StrictMath.pow(price / traits.priceCents(), -traits.elasticity());
    }
  }

  private void fillPromotions(Draws draws) {
    int start = draws.whole(10, 70);
    while (start < factor.length) {
      int end = Math.min(factor.length, start + (draws.chance(0.6) ? 7 : 14));
      double priceFactor = 1 - draws.whole(3, 6) * 0.05;
      double uplift = draws.uniform(1.5, 2.3);
      for (int day = start; day < end; day++) {
        promotion[day] = true;
        priceCents[day] = (int) Math.rint(priceCents[day] * priceFactor);
        factor[day] *= uplift;
      }
      for (int day = end; day < Math.min(factor.length, end + DIP_DAYS); day++) {
        factor[day] *= AFTER_PROMOTION;
      }
      start = end + draws.whole(35, 80);
    }
  }
}
