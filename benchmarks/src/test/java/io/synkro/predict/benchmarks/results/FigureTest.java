package io.synkro.predict.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTest {
  private static Figure figure(double ours, String bar) {
    return new Figure("set", "metric", ours, null, "", bar, "s", "command", "2026-01-01");
  }

  @ParameterizedTest
  @CsvSource({
    "90, <= 90, yes",
    "90.1, <= 90, **no**",
    "10, >= 10, yes",
    "9.9, >= 10, **no**",
    "1, < 1, **no**",
    "2, > 1, yes"
  })
  void aBarIsMetOrNot(double ours, String bar, String met) {
    assertThat(figure(ours, bar).met()).isEqualTo(met);
  }

  @Test
  void aFigureThatIsNotANumberMeetsNoBar() {
    assertThat(figure(Double.NaN, "<= 90").met()).isEqualTo("**no**");
    assertThat(figure(Double.NaN, ">= 90").met()).isEqualTo("**no**");
  }

  @Test
  void withoutABarThereIsNothingToMeet() {
    assertThat(figure(1, "").met()).isEmpty();
  }

  @Test
  void anUnknownRelationIsRefused() {
    assertThatThrownBy(() -> figure(1, "about 1").met())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("about 1");
  }
}
