package io.synkro.predict.features.stream;

import io.synkro.predict.internal.Require;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How events become features. Immutable.
 *
 * @param values what of the events becomes {@code demand} and each covariate, by name
 * @param silence what a step without any sale means
 * @param addsSeries whether an event of an unknown series adds it, without attributes; else it is
 *     refused
 * @param mostStepsAhead how many steps after the newest one an event may lie, 1 to 10,000
 */
public record StreamOptions(
    Map<String, TileValue> values, Silence silence, boolean addsSeries, int mostStepsAhead) {
  private static final int DEFAULT_STEPS_AHEAD = 400;
  private static final int LARGEST_STEPS_AHEAD = 10_000;

  /** {@inheritDoc} */
  public StreamOptions {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
    Require.that(
        mostStepsAhead >= 1 && mostStepsAhead <= LARGEST_STEPS_AHEAD,
        "mostStepsAhead",
        mostStepsAhead,
        "must be from 1 to " + LARGEST_STEPS_AHEAD,
        "");
  }

  /**
   * Returns the usual options: demand is units sold; {@code price}, {@code promotion}, {@code
   * returns}, {@code stock}, {@code min_stock} and {@code in_stock_share} are what they say;
   * silence is zero at once; events add series; at most 400 steps ahead.
   *
   * @return the options
   */
  public static StreamOptions defaults() {
    Map<String, TileValue> values =
        Map.of(
            "demand", TileValue.UNITS_SOLD,
            "price", TileValue.LAST_PRICE,
            "promotion", TileValue.PROMOTION,
            "returns", TileValue.UNITS_RETURNED,
            "stock", TileValue.LAST_STOCK,
            "min_stock", TileValue.MIN_STOCK,
            "in_stock_share", TileValue.IN_STOCK_SHARE);
    return new StreamOptions(values, Silence.ZERO_AT_ONCE, true, DEFAULT_STEPS_AHEAD);
  }

  /**
   * Returns these options with another value for demand or a covariate.
   *
   * @param name {@code demand} or a covariate
   * @param value what it becomes
   * @return the options
   */
  public StreamOptions withValue(String name, TileValue value) {
    Map<String, TileValue> changed = new TreeMap<>(values);
    changed.put(name, value);
    return new StreamOptions(changed, silence, addsSeries, mostStepsAhead);
  }

  /**
   * Returns these options with another meaning of silence.
   *
   * @param newSilence what a step without any sale means
   * @return the options
   */
  public StreamOptions withSilence(Silence newSilence) {
    return new StreamOptions(values, newSilence, addsSeries, mostStepsAhead);
  }

  /**
   * Returns these options for a stream that refuses events of series that were not added.
   *
   * @return the options
   */
  public StreamOptions refusingUnknownSeries() {
    return new StreamOptions(values, silence, false, mostStepsAhead);
  }

  /**
   * Returns these options with another reach into the future.
   *
   * @param steps how many steps after the newest one an event may lie
   * @return the options
   */
  public StreamOptions withMostStepsAhead(int steps) {
    return new StreamOptions(values, silence, addsSeries, steps);
  }
}
