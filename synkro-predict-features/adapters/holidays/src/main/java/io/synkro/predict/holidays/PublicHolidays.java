package io.synkro.predict.holidays;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import io.synkro.predict.InvalidInputException;
import io.synkro.predict.features.calendar.Event;
import io.synkro.predict.features.calendar.EventCalendar;
import io.synkro.predict.internal.Require;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Public holidays of countries and their regions, from the rules of <a
 * href="https://github.com/focus-shift/jollyday">jollyday</a>. Bank holidays count, observances
 * without a day off do not. A holiday that is moved from a Saturday or Sunday gives two events: the
 * day itself, and the day off with {@code (observed)} in its name. Everything is worked out at
 * once, without a network; the hash of the days is part of the calendar's definition, so that new
 * rules are new features. Stateless; safe for use by many threads.
 */
public final class PublicHolidays {
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2050;

  private PublicHolidays() {}

  /**
   * Works out the holidays of the years 2000 to 2050.
   *
   * @param country ISO 3166 code such as {@code DE}, case does not matter
   * @param region codes of the region and the regions inside it, such as {@code nw}, or {@code by},
   *     {@code mu}; none for the holidays that the whole country has
   * @return a calendar that is named like {@code de_nw}
   * @throws InvalidInputException if the country or region is not known; the message names those
   *     that are
   */
  public static EventCalendar of(String country, String... region) {
    return of(FIRST_YEAR, LAST_YEAR, country, region);
  }

  /**
   * Works out the holidays of some years.
   *
   * @param firstYear first year, 1900 to 2200
   * @param lastYear last year, 1900 to 2200; changes of the law that are yet to come are not known
   * @param country ISO 3166 code such as {@code DE}, case does not matter
   * @param region codes of the region and the regions inside it; none for the whole country
   * @return a calendar that is named like {@code de_nw}
   * @throws InvalidInputException if the country or region is not known; the message names those
   *     that are
   */
  public static EventCalendar of(int firstYear, int lastYear, String country, String... region) {
    Require.that(
        firstYear >= 1900 && lastYear <= 2200 && firstYear <= lastYear,
        "years of holidays",
        firstYear + " to " + lastYear,
        "must be in order and from 1900 to 2200",
        "");
    HolidayManager rules = rules(country);
    String[] path =
        path(rules, region).stream().skip(1).map(CalendarHierarchy::getId).toArray(String[]::new);
    List<Event> events = new ArrayList<>();
    // the day off for a New Year's Day that is a Saturday is in the year before
    for (int year = firstYear - 1; year <= lastYear + 1; year++) {
      for (Holiday holiday : rules.getHolidays(Year.of(year), path)) {
        if (holiday.getType() != HolidayType.OBSERVANCE) {
          addEvents(events, holiday);
        }
      }
    }
    events.removeIf(e -> e.first().getYear() < firstYear || e.first().getYear() > lastYear);
    return EventCalendar.of(name(country, region), firstYear, lastYear, events);
  }

  /**
   * Returns the countries whose holidays are known.
   *
   * @return ISO 3166 codes in lower case, and codes of some stock exchanges, in order
   */
  public static Set<String> countries() {
    return codes(HolidayManager.getSupportedCalendarCodes());
  }

  /**
   * Returns the regions that have holidays of their own.
   *
   * @param country ISO 3166 code, case does not matter
   * @param region codes of a region; none for the regions of the country
   * @return codes of the regions inside, in lower case and in order; may be empty
   * @throws InvalidInputException if the country or region is not known
   */
  public static Set<String> regions(String country, String... region) {
    List<CalendarHierarchy> path = path(rules(country), region);
    return codes(path.get(path.size() - 1).getChildren().keySet());
  }

  private static HolidayManager rules(String country) {
    String code = country.toLowerCase(Locale.ROOT);
    Set<String> countries = countries();
    if (!countries.contains(code)) {
      throw unknown("country", country, countries);
    }
    return HolidayRules.load(code);
  }

  /** The country, the region in it, the region in that. */
  private static List<CalendarHierarchy> path(HolidayManager rules, String... region) {
    List<CalendarHierarchy> path = new ArrayList<>();
    CalendarHierarchy last = rules.getCalendarHierarchy();
    path.add(last);
    for (String code : region) {
      Map<String, CalendarHierarchy> inside = last.getChildren();
      last =
          inside.values().stream()
              .filter(each -> each.getId().equalsIgnoreCase(code))
              .findFirst()
              .orElseThrow(() -> unknown("region", code, codes(inside.keySet())));
      path.add(last);
    }
    return path;
  }

  private static Set<String> codes(Set<String> codes) {
    Set<String> lower = new TreeSet<>();
    codes.forEach(code -> lower.add(code.toLowerCase(Locale.ROOT)));
    return lower;
  }

  private static InvalidInputException unknown(String what, String code, Set<String> known) {
    return new InvalidInputException(
        what + " with public holidays",
        Require.abbreviated(code, 40),
        known.isEmpty() ? "must be left out: there is none" : "must be one of " + known,
        "");
  }

  private static void addEvents(List<Event> events, Holiday holiday) {
    String name = holiday.getDescription(Locale.ROOT);
    LocalDate dayOff = holiday.getDate();
    LocalDate day = holiday.getActualDate();
    if (dayOff.equals(day)) {
      events.add(Event.on(name, day));
      return;
    }
    events.add(Event.on(name + " (observed)", dayOff));
    if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0) {
      events.add(Event.on(name, day));
    }
  }

  private static String name(String country, String... region) {
    String name = region.length == 0 ? country : country + "_" + String.join("_", region);
    return name.toLowerCase(Locale.ROOT);
  }
}
