package io.synkro.predict.examples.job;

import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.TimeAxis;
import java.time.LocalDateTime;
import java.util.Locale;

/** Numbers and times in words, the same in every locale. */
final class Text {
  private Text() {}

  static String time(TimeAxis axis, LocalDateTime time) {
    return axis.frequency() == Frequency.HOURLY ? time.toString() : time.toLocalDate().toString();
  }

  static String units(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%,.1f" : "%,.0f", value);
  }

  static String money(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  static String percent(double share) {
    return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** How much lower ours is than the reference, in words. */
  static String lower(double ours, double reference) {
    double change = 1 - ours / reference;
    return String.format(
        Locale.ROOT, "%.0f %% %s", 100 * Math.abs(change), change >= 0 ? "lower" : "higher");
  }

  static String abbreviated(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }
}
