package io.synkro.predict.features.stream;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.features.LiveFeatures;
import io.synkro.predict.features.VectorReader;
import io.synkro.predict.internal.Require;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Turns sales, returns, stock levels and prices, in whatever order they come, into the steps of
 * live features. Events of one series and step are added up; the newest step and as many before it
 * as the live features leave open take events still, and an event of an earlier one of them
 * corrects the features. The step of the latest event is the newest of all series: steps that fall
 * behind it are closed, and events that come for them are handed on.
 *
 * <p>The features after the same accepted events are the same bits, whatever their order was. Safe
 * for use by many threads.
 */
public final class DemandStream {
  private final LiveFeatures live;
  private final StreamOptions options;
  private final LateEvents late;
  private final Journal journal;
  private final ReentrantLock lock = new ReentrantLock();
  private final StreamState state;
  private final EventCheck check;
  private final Map<EventOutcome, Long> counts = new EnumMap<>(EventOutcome.class);

  DemandStream(LiveFeatures live, StreamOptions options, LateEvents late, Journal journal) {
    Require.that(
        live.size() == 0,
        "series of the live features",
        live.size(),
        "must be added by the stream",
        "call addAll of the stream");
    this.live = live;
    this.options = options;
    this.late = late;
    this.journal = journal;
    this.state = new StreamState(live, options);
    this.check = new EventCheck(state, options);
    for (EventOutcome each : EventOutcome.values()) {
      counts.put(each, 0L);
    }
  }

  /**
   * Creates a stream without any series.
   *
   * @param live features without any series, which nothing but this stream may append to; an event
   *     may come {@code live.openSteps() - 1} steps late
   * @param options how events become features
   * @param late takes events that come later than that
   * @return the stream
   * @throws InvalidInputException if the options do not say what an input of the features is
   */
  public static DemandStream of(LiveFeatures live, StreamOptions options, LateEvents late) {
    return new DemandStream(live, options, late, Journal.NONE);
  }

  /**
   * Adds a series without a past; it begins with its first event.
   *
   * @param id the series
   * @param attributes texts by the name of the attribute; one that no model knows is missing
   * @throws InvalidInputException if the series is there already
   */
  public void add(SeriesId id, Map<String, String> attributes) {
    lock.lock();
    try {
      Require.that(!state.contains(id), "series", id, "must be new", "handle its events");
      journal.added(id, attributes);
      state.add(id, attributes);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Adds all series of a panel with their past, before anything else. The steps of the panel are
   * closed: events of theirs are late. What a step of the panel says of price, promotion and stock
   * holds on until the next event; it cannot say which of several readings of its last step was the
   * last one.
   *
   * @param history a panel of the axis of the features
   */
  public void addAll(SeriesPanel history) {
    lock.lock();
    try {
      state.addAll(history);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Handles an event.
   *
   * @param event an event as it came
   * @return what became of it; a bad event changes nothing
   */
  public EventOutcome handle(DemandEvent event) {
    EventOutcome outcome;
    lock.lock();
    try {
      outcome = check.outcome(event);
      if (outcome.isAccepted()) {
        journal.events(List.of(event));
        state.apply(event, (int) state.stepOf(event));
      }
      counts.merge(outcome, 1L, Long::sum);
    } finally {
      lock.unlock();
    }
    if (outcome == EventOutcome.LATE) {
      late.accept(event);
    }
    return outcome;
  }

  /**
   * Handles events, one after the other.
   *
   * @param events events as they came
   * @return what became of each
   */
  public List<EventOutcome> handleAll(List<DemandEvent> events) {
    List<EventOutcome> outcomes = new ArrayList<>(events.size());
    lock.lock();
    try {
      if (events.stream().anyMatch(e -> check.outcome(e).isAccepted())) {
        journal.events(events);
      } // else none of them is, since none changes what the next one finds
      for (DemandEvent event : events) {
        EventOutcome outcome = apply(event);
        counts.merge(outcome, 1L, Long::sum);
        outcomes.add(outcome);
      }
    } finally {
      lock.unlock();
    }
    for (int i = 0; i < outcomes.size(); i++) {
      if (outcomes.get(i) == EventOutcome.LATE) {
        late.accept(events.get(i));
      }
    }
    return outcomes;
  }

  private EventOutcome apply(DemandEvent event) {
    EventOutcome outcome = check.outcome(event);
    if (outcome.isAccepted()) {
      state.apply(event, (int) state.stepOf(event));
    }
    return outcome;
  }

  /** Handles events again that were handled before, whose late ones have been handed on. */
  void replay(List<DemandEvent> events) {
    events.forEach(this::apply);
  }

  /**
   * Lets time go on where no events come, so that silent steps get their values and old steps are
   * closed. Does nothing if a later event has come already.
   *
   * @param time now, in the local time of the axis
   * @throws InvalidInputException if that is more than {@link StreamOptions#mostStepsAhead()} steps
   *     after the newest one
   */
  public void advanceTo(LocalDateTime time) {
    long step = live.axis().stepOf(time);
    lock.lock();
    try {
      if (check.isFarAhead(step)) {
        throw new InvalidInputException(
            "time",
            time.toString(),
            "must be at most %d steps after the newest one".formatted(options.mostStepsAhead()),
            "check the clock");
      }
      if (!state.hasReached(step)) {
        journal.advanced(time);
        state.advance((int) step);
      }
    } finally {
      lock.unlock();
    }
  }

  void replayAdvance(LocalDateTime time) {
    state.advance((int) live.axis().stepOf(time));
  }

  /**
   * Returns the step of the latest event, or of a later time that was told.
   *
   * @return a step of the axis
   * @throws IllegalStateException before the first event
   */
  public int newestStep() {
    lock.lock();
    try {
      return state.newest();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Returns how many events came to each outcome since this object was made.
   *
   * @return a copy, with all outcomes
   */
  public Map<EventOutcome, Long> counts() {
    lock.lock();
    try {
      return new EnumMap<>(counts);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Creates a reader of vectors.
   *
   * @return a reader for one thread
   */
  public VectorReader reader() {
    return live.reader();
  }

  ReentrantLock lock() {
    return lock;
  }

  StreamState state() {
    return state;
  }
}
