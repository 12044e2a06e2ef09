package io.synkro.predict.features.calendar;

import java.time.LocalDate;

/**
 * Easter Sunday of the western churches. Source: the anonymous Gregorian algorithm of Meeus, Jones
 * and Butcher, in J. Meeus, Astronomical Algorithms (1991), chapter 8.
 */
final class Easter {
  private Easter() {}

  static LocalDate sunday(int year) {
    int golden = year % 19;
    int century = year / 100;
    int ofCentury = year % 100;
    int skipped = (century - (century + 8) / 25 + 1) / 3;
    int moon = (19 * golden + century - century / 4 - skipped + 15) % 30;
    int weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - moon - ofCentury % 4) % 7;
    int correction = (golden + 11 * moon + 22 * weekday) / 451;
    int marchDay = moon + weekday - 7 * correction + 114;
    return LocalDate.of(year, marchDay / 31, marchDay % 31 + 1);
  }
}
