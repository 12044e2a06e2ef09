package io.synkro.predict.holidays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.features.calendar.Event;
import io.synkro.predict.features.calendar.EventCalendar;
import io.synkro.predict.features.calendar.EventFeatures;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.TimeAxis;
import java.io.File;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicHolidaysTest {
  /** Days off of a year, as their authorities published them. */
  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource({
    // Feiertagsgesetz NW, section 2; Bundesministerium des Innern, Feiertage 2024
    "DE, nw, 2024, 01-01 03-29 04-01 05-01 05-09 05-20 05-30 10-03 11-01 12-25 12-26",
    // Feiertagsgesetz of Bavaria, without Assumption, which is for some towns only
    "DE, by, 2025, 01-01 01-06 04-18 04-21 05-01 05-29 06-09 06-19 10-03 11-01 12-25 12-26",
    // the 500th Reformation Day was a holiday in all of Germany
    "DE, nw, 2017, 01-01 04-14 04-17 05-01 05-25 06-05 06-15 10-03 10-31 11-01 12-25 12-26",
    // gov.uk/bank-holidays, England and Wales; 2022 with the Queen's jubilee and funeral
    "GB, eng, 2022, 01-01 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-25 12-26 12-27",
    "GB, eng, 2024, 01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    // service-public.fr
    "FR, '', 2024, 01-01 04-01 05-01 05-08 05-09 05-20 07-14 08-15 11-01 11-11 12-25",
    // opm.gov, federal holidays, without Columbus Day, which many states do not have
    "US, '', 2026, 01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 11-11 11-26 12-25",
  })
  void matchesPublishedDays(String country, String region, int year, String days) {
    EventCalendar calendar =
        region.isEmpty() ? PublicHolidays.of(country) : PublicHolidays.of(country, region);
    assertThat(days(calendar, year)).isEqualTo(days);
  }

  @Test
  void givesTheDayItselfAndTheDayOff() {
    EventCalendar us = PublicHolidays.of(2021, 2021, "us");
    assertThat(us.on(LocalDate.of(2021, 7, 4)))
        .extracting(Event::name)
        .containsExactly("Independence Day");
    assertThat(us.on(LocalDate.of(2021, 7, 5)))
        .extracting(Event::name)
        .containsExactly("Independence Day (observed)");
    // New Year's Day of 2022 is a Saturday; opm.gov gives 31 December off
    assertThat(us.on(LocalDate.of(2021, 12, 31)))
        .extracting(Event::name)
        .containsExactly("New Year's Day (observed)");
  }

  @Test
  void givesFeatures() {
    EventCalendar holidays = PublicHolidays.of("DE", "nw");
    TimeAxis axis = TimeAxis.of(Frequency.WEEKLY, LocalDate.of(2024, 12, 23));
    assertThat(EventFeatures.days(holidays).name()).isEqualTo("de_nw.days");
    assertThat(EventFeatures.days(holidays).value(axis, 0)).isEqualTo(2);
    assertThat(EventFeatures.days(holidays).value(axis, 52 * 27)).isNaN();
  }

  @Test
  void refusesUnknownPlacesAndNamesTheKnownOnes() {
    assertThatThrownBy(() -> PublicHolidays.of("XX"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("country with public holidays (XX) must be one of [ad, ae, af,")
        .hasMessageContaining(" zw]");
    assertThatThrownBy(() -> PublicHolidays.of("DE", "xx"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("region with public holidays (xx) must be one of [bb, be, bw, by,");
    assertThatThrownBy(() -> PublicHolidays.of("DE", "nw", "koeln"))
        .hasMessageContaining("(koeln) must be left out: there is none");
    assertThatThrownBy(() -> PublicHolidays.of(2020, 2500, "DE"))
        .hasMessageContaining("from 1900 to 2200");
    assertThat(PublicHolidays.regions("gb")).containsExactly("eng", "nir", "sct", "wls");
    assertThat(PublicHolidays.regions("DE", "BY")).isNotEmpty();
  }

  @Test
  void readsEveryCountry() {
    assertThat(PublicHolidays.countries()).hasSizeGreaterThan(200);
    for (String country : PublicHolidays.countries()) {
      assertThat(PublicHolidays.of(2024, 2025, country).lastYear()).isEqualTo(2025);
    }
  }

  @Test
  void givesTheSameInAllLocalesAndThreads() {
    String expected = PublicHolidays.of("CH", "zh").definition();
    Locale before = Locale.getDefault();
    try {
      for (Locale locale : List.of(Locale.GERMANY, Locale.forLanguageTag("tr"), Locale.JAPAN)) {
        Locale.setDefault(locale);
        assertThat(PublicHolidays.of("CH", "ZH").definition()).isEqualTo(expected);
      }
    } finally {
      Locale.setDefault(before);
    }
    assertThat(
            IntStream.range(0, 32)
                .parallel()
                .mapToObj(i -> PublicHolidays.of("CH", "zh").definition()))
        .containsOnly(expected);
  }

  /** Each time the thread's own class loader has other copies of all classes. */
  @Test
  void worksInTwoClassLoaders() throws Exception {
    List<URL> path = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      path.add(new File(entry).toURI().toURL());
    }
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    String expected = PublicHolidays.of("DE", "nw").toString();
    try (URLClassLoader one = new URLClassLoader(path.toArray(new URL[0]), platform);
        URLClassLoader two = new URLClassLoader(path.toArray(new URL[0]), platform)) {
      assertThat(call(one, two)).isEqualTo(expected);
      assertThat(call(two, one)).isEqualTo(expected);
      assertThat(call(one, platform)).isEqualTo(expected);
    }
  }

  private static String call(ClassLoader loader, ClassLoader ofThread) throws Exception {
    Class<?> type = loader.loadClass(PublicHolidays.class.getName());
    assertThat(type).isNotSameAs(PublicHolidays.class);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(ofThread);
    try {
      Method of = type.getMethod("of", String.class, String[].class);
      String text = of.invoke(null, "DE", new String[] {"nw"}).toString();
      assertThat(thread.getContextClassLoader()).isSameAs(ofThread);
      return text;
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static String days(EventCalendar calendar, int year) {
    return String.join(
        " ",
        calendar.events().stream()
            .map(Event::first)
            .filter(day -> day.getYear() == year)
            .map(day -> day.toString().substring(5))
            .distinct()
            .toList());
  }
}
