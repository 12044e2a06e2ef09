package io.synkro.predict.features.calendar;

import io.synkro.predict.internal.Require;
import io.synkro.predict.internal.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Holidays, promotions or other events of a range of years in which every one of them is known.
 * Before and after those years nothing is known: a calendar that has run out gives missing values,
 * never "no holiday". Immutable; safe for use by many threads.
 */
public final class EventCalendar {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  private final String name;
  private final int firstYear;
  private final int lastYear;
  private final List<Event> events;
  private final String definition;
  private final DayIndex days;

  private EventCalendar(String name, int firstYear, int lastYear, List<Event> all) {
    Require.that(
        NAME.matcher(name).matches(),
        "event calendar",
        name,
        "must have 1 to 64 letters, digits, '_', '.' or '-'",
        "replace other characters by '_'");
    requireYears(name, firstYear, lastYear);
    this.name = name;
    this.firstYear = firstYear;
    this.lastYear = lastYear;
    Comparator<Event> order =
        Comparator.comparing(Event::first).thenComparing(Event::last).thenComparing(Event::name);
    this.events = all.stream().distinct().sorted(order).toList();
    this.definition =
        "%s[%s..%s, sha256 %s]".formatted(name, firstYear, lastYear, hash(this.events));
    this.days = DayIndex.of(firstYear, lastYear, events);
  }

  private static void requireYears(String name, int firstYear, int lastYear) {
    Require.that(
        firstYear >= 1 && lastYear <= 9999 && firstYear <= lastYear,
        "years of calendar " + name,
        firstYear + " to " + lastYear,
        "must be in order and from 1 to 9999",
        "");
  }

  /**
   * Creates a calendar of given events.
   *
   * @param name 1 to 64 letters, digits, {@code _ . -}; it begins the names of features
   * @param firstYear first year of which all events are given, 1 to 9999
   * @param lastYear last year of which all events are given, 1 to 9999
   * @param events at least a day of each must be in those years; may be empty and in any order
   * @return the calendar
   */
  public static EventCalendar of(String name, int firstYear, int lastYear, List<Event> events) {
    for (Event event : events) {
      Require.that(
          event.last().getYear() >= firstYear && event.first().getYear() <= lastYear,
          "event " + event.name(),
          event.first(),
          "must be in the years of the calendar, %d to %d".formatted(firstYear, lastYear),
          "widen the years");
    }
    return new EventCalendar(name, firstYear, lastYear, events);
  }

  /**
   * Creates a calendar of given days, in which all years from that of the first one to that of the
   * last one are known.
   *
   * @param name name of the calendar and of its events
   * @param days at least one, in any order
   * @return the calendar
   */
  public static EventCalendar of(String name, LocalDate... days) {
    Require.atLeast("days of calendar " + name, days.length, 1, "give years and no events");
    List<Event> events = Arrays.stream(days).map(day -> Event.on(name, day)).toList();
    int[] years = Arrays.stream(days).mapToInt(LocalDate::getYear).sorted().toArray();
    return of(name, years[0], years[years.length - 1], events);
  }

  /**
   * Creates a calendar of events that come back.
   *
   * @param name 1 to 64 letters, digits, {@code _ . -}
   * @param firstYear first year to work out, 1 to 9999
   * @param lastYear last year to work out, 1 to 9999
   * @param rules the events
   * @return the calendar
   */
  public static EventCalendar ofRules(
      String name, int firstYear, int lastYear, EventRule... rules) {
    requireYears(name, firstYear, lastYear);
    List<Event> events = new ArrayList<>();
    for (EventRule rule : rules) {
      // a rule may leave its year: ninety days before Easter may be in December
      IntStream.rangeClosed(firstYear - 1, lastYear + 1)
          .mapToObj(rule::in)
          .flatMap(event -> event.stream())
          .filter(event -> event.last().getYear() >= firstYear)
          .filter(event -> event.first().getYear() <= lastYear)
          .forEach(events::add);
    }
    return new EventCalendar(name, firstYear, lastYear, events);
  }

  /**
   * Returns the events of this calendar and of another one, for the years that both know.
   *
   * @param newName name of the result
   * @param other another calendar; some of its years must be those of this one
   * @return the union
   */
  public EventCalendar union(String newName, EventCalendar other) {
    List<Event> both = new ArrayList<>(events);
    both.addAll(other.events);
    int first = Math.max(firstYear, other.firstYear);
    int last = Math.min(lastYear, other.lastYear);
    both.removeIf(event -> event.last().getYear() < first || event.first().getYear() > last);
    return new EventCalendar(newName, first, last, both);
  }

  /**
   * Returns the events of some names only, such as a promotion that deserves a feature of its own.
   *
   * @param newName name of the result
   * @param eventNames names of events, all of them in this calendar
   * @return the smaller calendar, same years
   */
  public EventCalendar only(String newName, String... eventNames) {
    Set<String> known = new TreeSet<>(events.stream().map(Event::name).toList());
    for (String each : eventNames) {
      Require.that(
          known.contains(each),
          "event",
          each,
          "must be in calendar " + name,
          "use one of " + known);
    }
    Set<String> wanted = Set.of(eventNames);
    List<Event> some = events.stream().filter(event -> wanted.contains(event.name())).toList();
    return new EventCalendar(newName, firstYear, lastYear, some);
  }

  /**
   * Returns the name.
   *
   * @return 1 to 64 letters, digits, {@code _ . -}
   */
  public String name() {
    return name;
  }

  /**
   * Returns the first year that is known.
   *
   * @return a year
   */
  public int firstYear() {
    return firstYear;
  }

  /**
   * Returns the last year that is known.
   *
   * @return a year
   */
  public int lastYear() {
    return lastYear;
  }

  /**
   * Returns the events.
   *
   * @return events by their first day, without duplicates
   */
  public List<Event> events() {
    return events;
  }

  /**
   * Returns the events of a day.
   *
   * @param day a day
   * @return none or more; none if the day's year is not known
   */
  public List<Event> on(LocalDate day) {
    return covers(day)
        ? events.stream()
            .filter(event -> !event.first().isAfter(day) && !event.last().isBefore(day))
            .toList()
        : List.of();
  }

  /**
   * Returns whether the events of a day are known.
   *
   * @param day a day
   * @return true if its year is one of the calendar's
   */
  public boolean covers(LocalDate day) {
    return day.getYear() >= firstYear && day.getYear() <= lastYear;
  }

  /**
   * Returns the identity: equal for calendars of the same name, years, days and names of events.
   *
   * @return one line: name, years and the SHA-256 of all events
   */
  public String definition() {
    return definition;
  }

  DayIndex days() {
    return days;
  }

  private static String hash(List<Event> events) {
    StringBuilder text = new StringBuilder();
    for (Event event : events) {
      text.append(event.first()).append(' ').append(event.last()).append(' ');
      text.append(event.name()).append('\n'); // names hold no line ends
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Sha256.of(bytes, bytes.length));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EventCalendar that
        && definition.equals(that.definition)
        && events.equals(that.events);
  }

  @Override
  public int hashCode() {
    return definition.hashCode();
  }

  @Override
  public String toString() {
    return "%s: %d events from %d to %d".formatted(name, events.size(), firstYear, lastYear);
  }
}
