package io.synkro.predict.features.stream;

import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Tells what would become of an event; changes nothing. Not safe for use by many threads. */
final class EventCheck {
  /** No local time is further ahead of UTC. */
  private static final int MOST_SECONDS_AHEAD = 18 * 3600;

  private static final double LARGEST = 1e15;

  /** As far from the origin as the steps of a series may lie. */
  private static final int LARGEST_STEP = 1_000_000_000;

  private final StreamState state;
  private final StreamOptions options;

  EventCheck(StreamState state, StreamOptions options) {
    this.state = state;
    this.options = options;
  }

  EventOutcome outcome(DemandEvent event) {
    EventOutcome refused = refusal(event);
    if (refused != null) {
      return refused;
    }
    EventStamp stamp = event.stamp();
    SeriesTiles series = state.find(stamp.series());
    if (series == null && !options.addsSeries()) {
      return EventOutcome.UNKNOWN_SERIES;
    }
    if (!stamp.id().isEmpty() && state.ids().contains(stamp.id())) {
      return EventOutcome.DUPLICATE;
    }
    long step = state.stepOf(event);
    if (state.isClosed(step)) {
      return EventOutcome.LATE;
    }
    if (isFarAhead(step)) {
      return EventOutcome.TOO_FAR_AHEAD;
    }
    if (!state.hasReached(step)) {
      return EventOutcome.APPLIED;
    }
    Tile tile = series == null ? null : series.tile((int) step);
    if (tile != null && !tile.hasRoom()) {
      return EventOutcome.TOO_LARGE;
    }
    return state.newest() == step ? EventOutcome.APPLIED : EventOutcome.CORRECTED;
  }

  private static @Nullable EventOutcome refusal(DemandEvent event) {
    double amount = event.amount();
    boolean level = event instanceof DemandEvent.StockLevel;
    boolean price = event instanceof DemandEvent.PriceChange;
    if (!Double.isFinite(amount)) {
      return EventOutcome.NOT_FINITE;
    }
    if (amount < 0 && !level) {
      return EventOutcome.NEGATIVE;
    }
    if (Math.abs(amount) > (level || price ? LARGEST : Tile.MOST_UNITS)) {
      return EventOutcome.TOO_LARGE;
    }
    EventStamp stamp = event.stamp();
    long secondsAhead =
        stamp.time().toEpochSecond(ZoneOffset.UTC) - stamp.knownAt().getEpochSecond();
    return secondsAhead > MOST_SECONDS_AHEAD ? EventOutcome.KNOWN_BEFORE_IT_HAPPENED : null;
  }

  boolean isFarAhead(long step) {
    return Math.abs(step) > LARGEST_STEP
        || (state.hasBegun() && step - state.newest() > options.mostStepsAhead());
  }
}
