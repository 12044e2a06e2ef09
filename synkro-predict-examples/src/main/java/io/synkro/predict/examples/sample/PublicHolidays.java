package io.synkro.predict.examples.sample;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** Nationwide public holidays of Germany by rule: five fixed dates and four that follow Easter. */
final class PublicHolidays {
  private static final Set<MonthDay> FIXED =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(5, 1),
          MonthDay.of(10, 3),
          MonthDay.of(12, 25),
          MonthDay.of(12, 26));

  private PublicHolidays() {}

  static boolean contains(LocalDate day) {
    if (FIXED.contains(MonthDay.from(day))) {
      return true;
    }
    long afterEaster = day.toEpochDay() - easterSunday(day.getYear()).toEpochDay();
    // Good Friday, Easter Monday, Ascension Day, Whit Monday
    return afterEaster == -2 || afterEaster == 1 || afterEaster == 39 || afterEaster == 50;
  }

  /**
   * Easter Sunday of the Gregorian calendar. Source: the anonymous algorithm printed in Meeus,
   * Astronomical Algorithms (1991), chapter 8.
   */
  static LocalDate easterSunday(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = b / 4;
    int e = b % 4;
    int f = (b + 8) / 25;
    int g = (b - f + 1) / 3;
    int h = (19 * a + b - d - g + 15) % 30;
    int i = c / 4;
    int k = c % 4;
    int l = (32 + 2 * e + 2 * i - h - k) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int sum = h + l - 7 * m + 114;
    return LocalDate.of(year, sum / 31, sum % 31 + 1);
  }
}
