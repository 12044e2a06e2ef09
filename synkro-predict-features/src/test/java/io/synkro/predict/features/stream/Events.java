package io.synkro.predict.features.stream;

import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.TimeAxis;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Events for tests. */
final class Events {
  static final TimeAxis AXIS = TimeAxis.of(Frequency.DAILY, LocalDate.of(2024, 1, 1));

  private Events() {}

  static SeriesId id(int series) {
    return SeriesId.of("P" + series / 2, "W" + series % 2);
  }

  static EventStamp stamp(int series, LocalDateTime time, String id) {
    return new EventStamp(id(series), time, time.toInstant(ZoneOffset.UTC), id);
  }

  /** Few times and moments of knowledge, so that many are equal. */
  static EventStamp stamp(SplittableRandom random) {
    LocalDateTime time = AXIS.at(3).plusHours(random.nextInt(4));
    Instant known = time.toInstant(ZoneOffset.UTC).plusSeconds(random.nextInt(3));
    return new EventStamp(id(0), time, known, "");
  }

  static List<DemandEvent> ofOneStep(SplittableRandom random, int count) {
    List<DemandEvent> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(event(stamp(random), random));
    }
    return events;
  }

  static DemandEvent event(EventStamp stamp, SplittableRandom random) {
    return switch (random.nextInt(8)) {
      case 0 ->
          new DemandEvent.PriceChange(
              stamp,
              random.nextInt(3) == 0 ? 0 : random.nextInt(500) / 100.0,
              random.nextBoolean());
      case 1 -> new DemandEvent.StockLevel(stamp, random.nextInt(-1, 6));
      case 2 -> new DemandEvent.CustomerReturn(stamp, random.nextInt(3));
      case 3, 4 -> new DemandEvent.Sale(stamp, random.nextInt(1, 4) / 10.0);
      default -> new DemandEvent.Sale(stamp, random.nextInt(1, 4));
    };
  }

  /** Events of several series with quiet steps, by time, with ids. */
  static List<DemandEvent> random(int series, int steps, SplittableRandom random) {
    List<DemandEvent> events = new ArrayList<>();
    for (int s = 0; s < series; s++) {
      int start = random.nextInt(Math.max(1, steps / 2));
      for (int step = start; step < steps; step++) {
        int count = random.nextInt(3) == 0 ? random.nextInt(5) : 0;
        for (int i = 0; i < count; i++) {
          LocalDateTime time = AXIS.at(step).plusMinutes(random.nextInt(24) * 60L);
          String id = "%d/%d/%d".formatted(s, step, i);
          events.add(event(stamp(s, time, id), random));
        }
      }
    }
    events.sort(Comparator.comparing(e -> e.stamp().time()));
    return events;
  }

  /** The events in random order, none more than so many steps after a later one; some twice. */
  static List<DemandEvent> shuffled(List<DemandEvent> events, int late, SplittableRandom random) {
    Map<DemandEvent, Double> order = new HashMap<>();
    List<DemandEvent> shuffled = new ArrayList<>();
    for (DemandEvent each : events) {
      long step = AXIS.stepOf(each.stamp().time());
      order.put(each, step + random.nextInt(late + 1) + random.nextDouble());
      shuffled.add(each);
    }
    shuffled.sort(Comparator.comparing(order::get));
    for (int i = shuffled.size() - 1; i >= 0; i--) {
      if (random.nextInt(10) == 0) {
        shuffled.add(i + 1, shuffled.get(i));
      }
    }
    return shuffled;
  }
}
