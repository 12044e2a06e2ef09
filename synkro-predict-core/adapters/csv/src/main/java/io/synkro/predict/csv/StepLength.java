package io.synkro.predict.csv;

import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.TimeAxis;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Finds the frequency of a file in its dates, and the axis that goes with it. */
final class StepLength {
  private StepLength() {}

  /** Frequency that fits the commonest distance of two neighbouring dates. */
  static Frequency of(Path file, int[] sortedHours) {
    Map<Frequency, Integer> votes = new EnumMap<>(Frequency.class);
    int[] unfit = new int[2];
    for (int i = 1; i < sortedHours.length; i++) {
      int gap = sortedHours[i] - sortedHours[i - 1];
      Optional<Frequency> fit = fitting(gap);
      if (fit.isPresent()) {
        votes.merge(fit.get(), 1, Integer::sum);
      } else {
        unfit[0]++;
        unfit[1] = gap;
      }
    }
    Optional<Frequency> best = most(votes);
    if (best.isEmpty() || votes.getOrDefault(best.get(), 0) < unfit[0]) {
      throw new UnreadableFileException(
          file,
          0,
          sortedHours.length < 2
              ? "all rows have one date, which does not show how often there is a value"
              : "the distances of the dates, such as %s days, fit no frequency"
                  .formatted(unfit[1] / 24.0),
          "name the \"frequency\" in a mapping");
    }
    return best.get();
  }

  private static Optional<Frequency> fitting(int hours) {
    if (hours < 24) {
      return hours == 1 ? Optional.of(Frequency.HOURLY) : Optional.empty();
    }
    int days = hours % 24 == 0 ? hours / 24 : 0;
    if (days == 1) {
      return Optional.of(Frequency.DAILY);
    }
    if (days == 7) {
      return Optional.of(Frequency.WEEKLY);
    }
    if (days >= 28 && days <= 31) {
      return Optional.of(Frequency.MONTHLY);
    }
    if (days >= 89 && days <= 92) {
      return Optional.of(Frequency.QUARTERLY);
    }
    return days == 365 || days == 366 ? Optional.of(Frequency.YEARLY) : Optional.empty();
  }

  /** Axis whose step 0 holds the first date; weeks begin on the weekday of most dates. */
  static TimeAxis axis(Frequency frequency, int[] sortedHours) {
    LocalDateTime first = frequency.floor(Dates.time(sortedHours[0]));
    if (frequency != Frequency.WEEKLY) {
      return new TimeAxis(frequency, first);
    }
    Map<DayOfWeek, Integer> votes = new EnumMap<>(DayOfWeek.class);
    for (int hour : sortedHours) {
      votes.merge(Dates.time(hour).getDayOfWeek(), 1, Integer::sum);
    }
    DayOfWeek day = most(votes).orElseThrow();
    return new TimeAxis(frequency, first.with(TemporalAdjusters.previousOrSame(day)));
  }

  /** The key with most votes, the first of its type if some are equal. */
  private static <E extends Enum<E>> Optional<E> most(Map<E, Integer> votes) {
    E best = null;
    int most = 0;
    for (Map.Entry<E, Integer> vote : votes.entrySet()) {
      if (vote.getValue() > most) {
        best = vote.getKey();
        most = vote.getValue();
      }
    }
    return Optional.ofNullable(best);
  }
}
