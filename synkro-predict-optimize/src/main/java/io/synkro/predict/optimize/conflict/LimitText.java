package io.synkro.predict.optimize.conflict;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.synkro.predict.optimize.problem.SharedLimit;
import io.synkro.predict.optimize.problem.Space;
import io.synkro.predict.series.SeriesId;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Limits, lines and amounts in words. Stateless. */
final class LimitText {
  private LimitText() {}

  /** Names limits of one subject and their periods, such as "budget in periods 1 to 3". */
  static String name(List<SharedLimit> limits) {
    int first = limits.get(0).period();
    int last = first;
    boolean row = true;
    for (SharedLimit limit : limits.subList(1, limits.size())) {
      row &= limit.period() == last + 1;
      last = limit.period();
    }
    String when =
        limits.stream().map(limit -> String.valueOf(limit.period())).collect(joining(", "));
    String periods =
        limits.size() == 1 ? "period " + first : "periods " + (row ? first + " to " + last : when);
    return "%s in %s".formatted(subject(limits.get(0)), periods);
  }

  /** Names limits of any subjects. */
  static String names(List<SharedLimit> limits) {
    Map<String, List<SharedLimit>> subjects =
        limits.stream().collect(groupingBy(LimitText::subject, LinkedHashMap::new, toList()));
    return list(subjects.values().stream().map(LimitText::name).toList());
  }

  /** Names what is limited, in any period. */
  static String subject(SharedLimit limit) {
    if (limit instanceof SharedLimit.Room room) {
      return "%s of %s".formatted(name(room.space()), room.warehouse());
    }
    return limit instanceof SharedLimit.Capacity capacity
        ? "capacity of " + capacity.supplier()
        : "budget";
  }

  private static String name(Space space) {
    return switch (space) {
      case VOLUME -> "room";
      case WEIGHT -> "weight";
      case PALLETS -> "pallet places";
    };
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
    String text = last == 0 ? end : String.join(", ", things.subList(0, last)) + " and " + end;
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
