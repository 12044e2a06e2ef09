package io.synkro.predict.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NumberTextTest {
  @Test
  void groupsThousandsInAnyLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(NumberText.of(12340, 0)).isEqualTo("12,340");
      assertThat(NumberText.of(1234567.891, 2)).isEqualTo("1,234,567.89");
      assertThat(NumberText.of(999, 1)).isEqualTo("999.0");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void setsAMinusButNeverBeforeZero() {
    assertThat(NumberText.of(-1234.5, 1)).isEqualTo("−1,234.5");
    assertThat(NumberText.of(-0.04, 1)).isEqualTo("0.0");
  }

  @Test
  void printsADashForMissingValues() {
    assertThat(NumberText.of(Double.NaN, 2)).isEqualTo("–");
    assertThat(NumberText.percent(Double.NaN, 2)).isEqualTo("–");
  }

  @Test
  void printsSharesAsPerCent() {
    assertThat(NumberText.percent(0.1234, 1)).isEqualTo("12.3\u00A0%");
  }

  @Test
  void refusesNegativeDecimals() {
    assertThatThrownBy(() -> NumberText.of(1, -1)).isInstanceOf(InvalidInputException.class);
  }
}
