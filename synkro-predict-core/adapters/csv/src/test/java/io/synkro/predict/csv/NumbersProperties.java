package io.synkro.predict.csv;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The expected value of every text is what the JDK reads in it. */
class NumbersProperties {
  @Property
  void everyDoubleIsReadAsTheJdkReadsIt(@ForAll double value) {
    String text = Double.toString(value);
    assertThat(Numbers.parse(text.toCharArray(), 0, text.length())).isEqualTo(value);
  }

  @Property
  void shortDecimalsAreReadAsTheJdkReadsThem(
      @ForAll @LongRange(min = -999_999_999_999_999_999L, max = 999_999_999_999_999_999L)
          long digits,
      @ForAll @IntRange(max = 18) int decimals) {
    String text = java.math.BigDecimal.valueOf(digits, decimals).toPlainString();
    char[] padded = (" " + text + " ").toCharArray();
    assertThat(Numbers.parse(padded, 0, padded.length)).isEqualTo(Double.parseDouble(text));
  }
}
