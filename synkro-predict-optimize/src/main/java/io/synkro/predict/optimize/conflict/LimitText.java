package io.synkro.predict.optimize.conflict;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.synkro.predict.optimize.problem.SharedLimit;
import io.synkro.predict.optimize.problem.Space;
import io.synkro.predict.series.SeriesId;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;

/** Limits, lines and amounts in words. Stateless. */
final class LimitText {
  private LimitText() {}

  /** Calls a period by its number, from 0. */
  static String number(int period) {
    return "period " + period;
  }

  /** Names limits of one subject and their periods, such as "budget from May to July". */
  static String name(List<SharedLimit> limits, IntFunction<String> period) {
    return subject(limits.get(0)) + " " + when(limits, period);
  }

  /** Names the periods of limits of one subject: "for May", "from May to July". */
  static String when(List<SharedLimit> limits, IntFunction<String> period) {
    int[] periods = limits.stream().mapToInt(SharedLimit::period).sorted().distinct().toArray();
    int last = periods.length - 1;
    boolean row = last > 1;
    for (int i = 1; i <= last; i++) {
      row &= periods[i] == periods[i - 1] + 1;
    }
    return row
        ? "from %s to %s".formatted(period.apply(periods[0]), period.apply(periods[last]))
        : "for " + list(Arrays.stream(periods).mapToObj(period).toList());
  }

  /** Names limits of any subjects. */
  static String names(List<SharedLimit> limits, IntFunction<String> period) {
    Map<String, List<SharedLimit>> subjects =
        limits.stream().collect(groupingBy(LimitText::subject, LinkedHashMap::new, toList()));
    return list(subjects.values().stream().map(some -> name(some, period)).toList());
  }

  /** Names what is limited, in any period. */
  static String subject(SharedLimit limit) {
    if (limit instanceof SharedLimit.Room room) {
      return room.space().of(room.warehouse());
    }
    return limit instanceof SharedLimit.Capacity capacity
        ? "capacity of " + capacity.supplier()
        : "budget";
  }

  /** Returns the unit of a limit, with a space before it. */
  static String unit(SharedLimit limit) {
    if (limit instanceof SharedLimit.Room room) {
      return room.space() == Space.VOLUME ? " m³" : room.space() == Space.PALLETS ? " places" : "";
    }
    return limit instanceof SharedLimit.Capacity ? " units" : "";
  }

  /** Names lines: one by its id, many by their number. */
  static String lines(List<SeriesId> lines) {
    if (lines.size() == 1) {
      return lines.get(0).toString();
    }
    long products = lines.stream().map(SeriesId::product).distinct().count();
    return products == lines.size()
        ? products + " products"
        : "%d lines of %d products".formatted(lines.size(), products);
  }

  /** Writes a number with three digits, rounded up: less would not do. */
  static String roundedUp(double value) {
    return rounded(value * (1 - 1e-9), RoundingMode.CEILING);
  }

  /** Writes a number with three digits, rounded down: more is not proven. */
  static String roundedDown(double value) {
    return rounded(value * (1 + 1e-9), RoundingMode.FLOOR);
  }

  /** Writes a number with two decimals at most. */
  static String plain(double value) {
    BigDecimal rounded = new BigDecimal(value).setScale(2, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private static String rounded(double value, RoundingMode mode) {
    return new BigDecimal(value)
        .round(new MathContext(3, mode))
        .stripTrailingZeros()
        .toPlainString();
  }

  /** Joins things by commas and a last "and". */
  static String list(List<String> things) {
    int last = things.size() - 1;
    String end = things.get(last);
    return last == 0 ? end : String.join(", ", things.subList(0, last)) + " and " + end;
  }

  /** Begins a sentence. */
  static String capitalised(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
