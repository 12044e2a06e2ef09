package io.synkro.predict.features.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EasterTest {
  /**
   * Meeus, Astronomical Algorithms, chapter 8: examples and extremes. 2024 on: US Census Bureau.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1818-03-22",
        "1886-04-25",
        "1943-04-25",
        "1954-04-18",
        "1991-03-31",
        "1992-04-19",
        "1993-04-11",
        "2000-04-23",
        "2024-03-31",
        "2025-04-20",
        "2038-04-25"
      })
  void matchesPublishedDates(String published) {
    LocalDate day = LocalDate.parse(published);
    assertThat(Easter.sunday(day.getYear())).isEqualTo(day);
  }

  @Test
  void matchesTheAlgorithmOfLiliusAndClavius() {
    for (int year = 1583; year <= 9999; year++) {
      assertThat(Easter.sunday(year)).as("%d", year).isEqualTo(knuth(year));
    }
  }

  /** Knuth, The Art of Computer Programming, volume 1, exercise 1.3.2-14, with its letters. */
  private static LocalDate knuth(int y) {
    int g = y % 19 + 1;
    int c = y / 100 + 1;
    int x = 3 * c / 4 - 12;
    int z = (8 * c + 5) / 25 - 5;
    int d = 5 * y / 4 - x - 10;
    int e = Math.floorMod(11 * g + 20 + z - x, 30);
    if ((e == 25 && g > 11) || e == 24) {
      e++;
    }
    int n = 44 - e;
    n = n < 21 ? n + 30 : n;
    n = n + 7 - (d + n) % 7;
    return LocalDate.of(y, 3, 1).plusDays(n - 1);
  }
}
