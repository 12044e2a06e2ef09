package io.synkro.predict.examples.job;

import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.TimeAxis;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Locale;

/** Numbers and times in words, the same in every locale. */
final class Text {
  private Text() {}

  static String time(TimeAxis axis, LocalDateTime time) {
    return axis.frequency() == Frequency.HOURLY ? time.toString() : time.toLocalDate().toString();
  }

  static String item(SeriesId id) {
    return id.product() + " · " + id.warehouse();
  }

  /** A number of things, such as "1 supplier" and "1,200 suppliers". */
  static String count(long number, String one) {
    return String.format(Locale.ROOT, number == 1 ? "%d %s" : "%,d %ss", number, one);
  }

  /** The unit of a step, such as "day". */
  static String step(Frequency frequency) {
    return switch (frequency) {
      case HOURLY -> "hour";
      case DAILY -> "day";
      case WEEKLY -> "week";
      case MONTHLY -> "month";
      case QUARTERLY -> "quarter";
      case YEARLY -> "year";
    };
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static String fileName(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }

  static String units(double value) {
    boolean whole = value == Math.rint(value) || Math.abs(value) >= 10;
    return String.format(Locale.ROOT, whole ? "%,.0f" : "%,.1f", value);
  }

  /** Days that a stock lasts; beyond three digits they mean nothing to anybody. */
  static String cover(double days) {
    return days > 999 ? "> 999 d" : String.format(Locale.ROOT, "%.0f d", days);
  }

  static String duration(double seconds) {
    return seconds < 120
        ? String.format(Locale.ROOT, "%.1f s", seconds)
        : String.format(Locale.ROOT, "%d min %d s", (long) seconds / 60, (long) seconds % 60);
  }

  static String money(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  static String percent(double share) {
    return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** How much lower ours is than the reference, such as "34 % lower than". */
  static String lower(double ours, double reference) {
    double change = 1 - ours / reference;
    if (!Double.isFinite(change)) {
      return "not comparable with";
    }
    String percent = String.format(Locale.ROOT, "%.0f", 100 * Math.abs(change));
    if (percent.equals("0")) {
      return "as high as";
    }
    return "%s %% %s than".formatted(percent, change > 0 ? "lower" : "higher");
  }

  static String abbreviated(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }
}
