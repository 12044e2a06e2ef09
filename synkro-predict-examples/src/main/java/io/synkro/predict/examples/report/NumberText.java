package io.synkro.predict.examples.report;

import io.synkro.predict.internal.Require;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers as the report prints them, whatever the locale of the machine: {@code 12,340}, {@code
 * 0.87}, {@code −4}, {@code 12.5 %}, and a dash for NaN.
 */
public final class NumberText {
  private static final String MISSING = "–";

  private NumberText() {}

  /**
   * Prints a number with a comma between thousands.
   *
   * @param value the number; NaN and infinities print as a dash
   * @param decimals digits after the point, 0 to 9
   * @return the text
   */
  public static String of(double value, int decimals) {
    Require.that(decimals >= 0 && decimals <= 9, "decimals", decimals, "must be 0 to 9", "");
    if (!Double.isFinite(value)) {
      return MISSING;
    }
    String digits =
        BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).abs().toPlainString();
    int point = digits.indexOf('.');
    StringBuilder text = new StringBuilder(digits);
    for (int i = (point < 0 ? digits.length() : point) - 3; i > 0; i -= 3) {
      text.insert(i, ',');
    }
    boolean negative = value < 0 && digits.chars().anyMatch(c -> c >= '1' && c <= '9');
    return negative ? "−" + text : text.toString();
  }

  /**
   * Prints a share as per cent.
   *
   * @param share the share, 1 for all of it; NaN prints as a dash
   * @param decimals digits after the point, 0 to 9
   * @return the text
   */
  public static String percent(double share, int decimals) {
    String number = of(share * 100, decimals);
    return number.equals(MISSING) ? number : number + "\u00A0%";
  }

  /** Prints a number with as many of at most two decimals as it needs. */
  static String brief(double value) {
    double size = Math.abs(value);
    boolean whole = value == Math.rint(value);
    return of(value, whole || size >= 100 ? 0 : size >= 10 ? 1 : 2);
  }
}
