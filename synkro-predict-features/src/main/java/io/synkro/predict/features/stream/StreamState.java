package io.synkro.predict.features.stream;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.features.LiveFeatures;
import io.synkro.predict.internal.Require;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.TimeAxis;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tiles of all series, and how far time has come: steps before {@link #closed} take no events,
 * silent steps before {@link #settled} have their values. Not safe for use by many threads.
 */
final class StreamState {
  private static final int NOT_BEGUN = Integer.MIN_VALUE;

  private final LiveFeatures live;
  private final StreamOptions options;
  private final TimeAxis axis;
  private final TileValue[] inputs;
  private final float[] values;
  private final Map<SeriesId, SeriesTiles> series = new HashMap<>();
  private final EventIds ids;
  private int newest = NOT_BEGUN;
  private int closed;
  private int settled;

  StreamState(LiveFeatures live, StreamOptions options) {
    this.live = live;
    this.options = options;
    this.axis = live.axis();
    this.inputs =
        live.inputs().stream().map(name -> input(name, options)).toArray(TileValue[]::new);
    this.values = new float[inputs.length];
    this.ids = new EventIds();
  }

  private static TileValue input(String name, StreamOptions options) {
    TileValue value = options.values().get(name);
    if (value == null) {
      throw new InvalidInputException(
          "input of the features",
          name,
          "must be one of the values of the stream, " + options.values().keySet(),
          "call withValue(\"%s\", ...) on its options".formatted(name));
    }
    return value;
  }

  LiveFeatures live() {
    return live;
  }

  StreamOptions options() {
    return options;
  }

  boolean contains(SeriesId id) {
    return series.containsKey(id);
  }

  @Nullable SeriesTiles find(SeriesId id) {
    return series.get(id);
  }

  Collection<SeriesTiles> series() {
    return series.values();
  }

  EventIds ids() {
    return ids;
  }

  long stepOf(DemandEvent event) {
    return axis.stepOf(event.stamp().time());
  }

  boolean hasBegun() {
    return newest != NOT_BEGUN;
  }

  boolean hasReached(long step) {
    return hasBegun() && step <= newest;
  }

  boolean isClosed(long step) {
    return hasBegun() && step < closed;
  }

  /** The step of the latest event or time. */
  int newest() {
    if (!hasBegun()) {
      throw new IllegalStateException(
          "The stream has no newest step yet. Maybe handle an event or call advanceTo first.");
    }
    return newest;
  }

  /** First step that takes events. */
  int closed() {
    return closed;
  }

  /** First step where silence has no meaning yet. */
  int settled() {
    return settled;
  }

  /** Sets how far time has come, as it was written. */
  void resume(int newNewest, int newClosed, int newSettled) {
    newest = newNewest;
    closed = newClosed;
    settled = newSettled;
  }

  /** The newest step, with a special value before the first event. */
  int newestOrNone() {
    return newest;
  }

  SeriesTiles add(SeriesId id, Map<String, String> attributes) {
    live.add(id, attributes);
    return track(id);
  }

  /** Keeps tiles of a series that the live features know. */
  SeriesTiles track(SeriesId id) {
    SeriesTiles tiles = new SeriesTiles(id, live.openSteps());
    series.put(id, tiles);
    return tiles;
  }

  void addAll(SeriesPanel history) {
    Require.that(
        !hasBegun() && series.isEmpty(),
        "history",
        history,
        "must be added before anything else",
        "make a new stream");
    live.addAll(history);
    for (int s = 0; s < history.size(); s++) {
      SeriesTiles tiles = track(history.id(s));
      tiles.begin(history.start(s));
      tiles.hold(
          held(history, s, null, TileValue.LAST_STOCK, TileValue.MIN_STOCK),
          held(history, s, TileValue.PROMOTION, TileValue.LAST_PRICE));
    }
    resume(history.end() - 1, history.end(), history.end());
  }

  /** The last observed value of a covariate that stands for one of some tile values. */
  private @Nullable LastReading held(
      SeriesPanel history, int s, @Nullable TileValue flag, TileValue... what) {
    for (TileValue each : what) {
      double value = lastObserved(history, s, each);
      if (!Double.isNaN(value)) {
        boolean promotion = flag != null && lastObserved(history, s, flag) > 0;
        return new LastReading(LocalDateTime.MIN, Instant.MIN, value + 0.0, promotion);
      }
    }
    return null;
  }

  private double lastObserved(SeriesPanel history, int s, TileValue what) {
    double last = Double.NaN;
    for (String name : live.inputs()) {
      if (options.values().get(name) == what && history.covariate(name).isPresent()) {
        for (int t = history.length(s) - 1; t >= 0 && Double.isNaN(last); t--) {
          last = history.covariate(name).get().value(s, t);
        }
      }
    }
    return last;
  }

  /** Takes in an event of an open step, or of one to come. */
  void apply(DemandEvent event, int step) {
    advance(step);
    EventStamp stamp = event.stamp();
    SeriesTiles tiles = series.get(stamp.series());
    if (tiles == null) {
      tiles = add(stamp.series(), Map.of());
    }
    if (!stamp.id().isEmpty()) {
      ids.add(step, stamp.id());
    }
    Tile tile = tiles.tile(step);
    tiles.put(step, tile == null ? Tile.of(event) : tile.merge(Tile.of(event)));
    boolean begins = step < tiles.start();
    if (begins) {
      tiles.begin(step);
    }
    boolean holdsOn =
        event instanceof DemandEvent.PriceChange || event instanceof DemandEvent.StockLevel;
    write(tiles, step, begins || holdsOn ? newest : step);
  }

  /** Goes to a step, one after the other, since groups close steps. */
  void advance(int step) {
    if (hasReached(step)) {
      return;
    }
    int lateness = live.openSteps() - 1;
    boolean atOnce = options.silence() == Silence.ZERO_AT_ONCE;
    if (!hasBegun()) {
      resume(step, step - lateness, atOnce ? step : step - lateness);
    }
    while (newest < step) {
      newest++;
      int over = atOnce ? newest : newest - lateness;
      while (settled < over) {
        settled++;
        for (SeriesTiles each : series.values()) {
          write(each, settled - 1, settled - 1);
        }
      }
      while (closed < newest - lateness) {
        for (SeriesTiles each : series.values()) {
          each.close(closed);
        }
        closed++;
      }
    }
    ids.closeBefore(closed);
  }

  /** Gives the steps of a series that have events or are settled to its features. */
  private void write(SeriesTiles tiles, int from, int to) {
    if (to < tiles.start()) {
      return;
    }
    LastReading stock = tiles.stock();
    LastReading price = tiles.price();
    for (int step = closed; step <= to; step++) {
      Tile tile = tiles.tile(step);
      if (tile != null) {
        stock = tile.stock() != null ? tile.stock() : stock;
        price = tile.price() != null ? tile.price() : price;
      }
      if (step >= from && step >= tiles.start() && (tile != null || step < settled)) {
        boolean silent = step < settled && options.silence() != Silence.MISSING;
        for (int i = 0; i < values.length; i++) {
          Tile known = tile == null ? Tile.EMPTY : tile;
          values[i] = inputs[i].of(known, stock, price, silent ? 0f : Float.NaN);
        }
        live.append(tiles.id(), step, values);
      }
    }
  }
}
