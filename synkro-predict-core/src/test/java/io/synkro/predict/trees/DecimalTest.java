package io.synkro.predict.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected numbers are those of {@link Double#parseDouble}. */
class DecimalTest {
  private static double parse(String number) {
    return Decimal.parse("<" + number + ">", 1, number.length() + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "1",
        "-1",
        "1.5",
        ".5",
        "5.",
        "1e5",
        "1E+5",
        "1e-5",
        "-1.25e-07",
        "1e30",
        "1e31",
        "1e-60",
        "1e-61",
        "1e400",
        "1e-400",
        "123456789012345678",
        "1234567890123456789",
        "12345678901234567890123",
        "0.000000000000000000000000000000000000000000000000000000001",
        "1.0000000180025095e-35",
        "9007199254740993",
        "9007199254740992.5",
        "1.7976931348623157e308",
        "4.9e-324",
        "8.5",
        "0.1",
        "999999999999999999e30"
      })
  void readsWhatJavaReads(String number) {
    assertThat(parse(number)).isEqualTo(Double.parseDouble(number));
  }

  @Test
  void roundsAsJavaDoes() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 200_000; i++) {
      double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-40, 20));
      String number =
          switch (i % 4) {
            case 0 -> Double.toString(value);
            case 1 -> String.format(Locale.ROOT, "%.16e", value); // LightGBM writes 17 digits
            case 2 -> Float.toString((float) value);
            // between two doubles: the hardest to round
            default -> Long.toString((random.nextLong(1L << 52, 1L << 53) << 1) + 1);
          };
      assertThat(parse(number)).as(number).isEqualTo(Double.parseDouble(number));
    }
  }

  @Test
  void readsWhatCppWritesOfNumbersThatAreNone() {
    assertThat(parse("inf")).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(parse("-inf")).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(parse("nan")).isNaN();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        ".",
        "e5",
        "1e",
        "1e+",
        "1e5.5",
        "--1",
        "+-1",
        "1-",
        "1.2.3",
        "0x1p3",
        "1d",
        "1f",
        "NaN",
        "Infinity",
        " 1",
        "1 ",
        "1e99999999999999999999x"
      })
  void refusesWhatIsNoNumber(String number) {
    assertThatThrownBy(() -> parse(number)).isInstanceOf(NumberFormatException.class);
  }
}
