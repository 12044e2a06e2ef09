package io.synkro.predict.examples.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.stockout.Severity;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a locale that writes decimals with a comma and digits of its own. */
class TextTest {
  private final Locale before = Locale.getDefault();

  @BeforeEach
  void anotherLocale() {
    Locale.setDefault(Locale.forLanguageTag("ar-EG"));
  }

  @AfterEach
  void back() {
    Locale.setDefault(before);
  }

  @Test
  void unitsShowADecimalOnlyWhereItMatters() {
    assertThat(Text.units(0)).isEqualTo("0");
    assertThat(Text.units(3)).isEqualTo("3");
    assertThat(Text.units(3.26)).isEqualTo("3.3");
    assertThat(Text.units(12.6)).isEqualTo("13");
    assertThat(Text.units(-12.6)).isEqualTo("-13");
    assertThat(Text.units(1_234_567.8)).isEqualTo("1,234,568");
  }

  @Test
  void thingsAreCountedInTheRightNumber() {
    assertThat(Text.count(0, "supplier")).isEqualTo("0 suppliers");
    assertThat(Text.count(1, "supplier")).isEqualTo("1 supplier");
    assertThat(Text.count(1200, "item")).isEqualTo("1,200 items");
  }

  @Test
  void comparisonsSayWhichWay() {
    assertThat(Text.lower(30, 40)).isEqualTo("25 % lower than"); // 1 - 30 / 40
    assertThat(Text.lower(50, 40)).isEqualTo("25 % higher than");
    assertThat(Text.lower(40, 40)).isEqualTo("as high as");
    assertThat(Text.lower(1, 0)).isEqualTo("not comparable with");
    assertThat(Text.lower(Double.NaN, 1)).isEqualTo("not comparable with");
  }

  @Test
  void sharesMoneyCoverAndDurationsAreReadable() {
    assertThat(Text.percent(0.98765)).isEqualTo("98.8 %");
    assertThat(Text.percent(Double.NaN)).isEqualTo("-");
    assertThat(Text.money(136_980.4)).isEqualTo("136,980");
    assertThat(Text.cover(12.6)).isEqualTo("13 d");
    assertThat(Text.cover(Double.POSITIVE_INFINITY)).isEqualTo("> 999 d");
    assertThat(Text.duration(51.23)).isEqualTo("51.2 s");
    assertThat(Text.duration(192.9)).isEqualTo("3 min 12 s");
  }

  @Test
  void hoursAreShownOnlyWhereStepsAreHours() {
    LocalDateTime noon = LocalDateTime.of(2025, 3, 1, 12, 0);
    assertThat(Text.time(new TimeAxis(Frequency.HOURLY, noon), noon)).isEqualTo("2025-03-01T12:00");
    LocalDateTime midnight = LocalDateTime.of(2025, 3, 1, 0, 0);
    assertThat(Text.time(new TimeAxis(Frequency.DAILY, midnight), midnight))
        .isEqualTo("2025-03-01");
    for (Frequency frequency : Frequency.values()) {
      // DAILY is the one whose adjective changes the noun's letters: day, daily
      assertThat(Text.word(frequency)).startsWith(Text.step(frequency).substring(0, 2));
    }
  }

  @Test
  void namesAreShort() {
    assertThat(Text.abbreviated("P1", 4)).isEqualTo("P1");
    assertThat(Text.abbreviated("P1234", 4)).isEqualTo("P12…");
    assertThat(Text.fileName(Path.of("/deep/sales.csv"))).isEqualTo("sales.csv");
    assertThat(Text.fileName(Path.of("/"))).isEqualTo("/");
    assertThat(Text.word(Severity.STOCKED_OUT)).isEqualTo("stocked_out");
    assertThat(Text.item(SeriesId.of("P1", "W1"))).isEqualTo("P1 · W1");
  }
}
