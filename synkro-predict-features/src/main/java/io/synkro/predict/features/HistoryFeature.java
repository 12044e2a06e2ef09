package io.synkro.predict.features;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.features.internal.Lag;
import io.synkro.predict.features.internal.Window;
import io.synkro.predict.features.internal.Windowed;
import io.synkro.predict.internal.Require;
import io.synkro.predict.tabular.HistoryTransform;
import org.jspecify.annotations.Nullable;

/**
 * A feature of the past of demand, of a covariate or of a group of series. By default it knows all
 * values before the origin of a row. Immutable.
 */
public final class HistoryFeature implements PipelineFeature {
  /** Where the newest value lies that a feature knows. */
  enum Until {
    /** Some steps before the origin. */
    ORIGIN,
    /** At the season position of the target, in the last season that is wholly known. */
    SEASON,
    /** At the target: planned values of a covariate that is known in the future. */
    TARGET
  }

  private final HistoryTransform transform;
  private final Channel channel;
  private final Until until;
  private final int lag;
  private final @Nullable String name;

  private HistoryFeature(
      HistoryTransform transform, Channel channel, Until until, int lag, @Nullable String name) {
    this.transform = transform;
    this.channel = channel;
    this.until = until;
    this.lag = lag;
    this.name = name;
  }

  static HistoryFeature of(HistoryTransform transform) {
    return new HistoryFeature(transform, Channel.DEMAND, Until.ORIGIN, 1, null);
  }

  /**
   * Looks at a covariate instead of demand.
   *
   * @param covariate its name
   * @return the feature
   */
  public HistoryFeature of(String covariate) {
    return new HistoryFeature(transform, channel.of(covariate), until, lag, name);
  }

  /**
   * Looks at the sum over all series of a group instead of one series. Sums are exact to a
   * millionth of a unit in whatever order the series report.
   *
   * @param group what the series have in common: {@code product}, {@code warehouse}, {@code all} or
   *     the name of an attribute
   * @return the feature
   */
  public HistoryFeature sumBy(String group) {
    return new HistoryFeature(transform, channel.over(group, false), until, lag, name);
  }

  /**
   * Looks at the mean of the observed values of all series of a group instead of one series; with
   * {@link Features#meanAll()} that is a target encoding from the past alone.
   *
   * @param group what the series have in common: {@code product}, {@code warehouse}, {@code all} or
   *     the name of an attribute
   * @return the feature
   */
  public HistoryFeature meanBy(String group) {
    return new HistoryFeature(transform, channel.over(group, true), until, lag, name);
  }

  /**
   * Knows less: the newest value lies {@code steps} before the origin. A feature that lags by a
   * horizon is known for all of it.
   *
   * @param steps at least 1; 1 is the value just before the origin
   * @return the feature
   */
  public HistoryFeature lagged(int steps) {
    Require.atLeast("lag of " + name(), steps, 1, "use throughTarget() for planned values");
    requireOrigin("lagged");
    return new HistoryFeature(transform, channel, until, steps, name);
  }

  /**
   * Looks at one season position: of the last seasons the values at the position of the target,
   * such as those of the same weekday. A lag counts seasons.
   *
   * @param season steps of a season, at least 2, such as 7
   * @return the feature, for lags and rolling features alone
   */
  public HistoryFeature every(int season) {
    Require.atLeast("season of " + name(), season, 2, "use the number of steps, such as 7");
    requireOrigin("every");
    return new HistoryFeature(seasonal(season), channel, Until.SEASON, season, name);
  }

  private HistoryTransform seasonal(int season) {
    if (transform instanceof Lag each) {
      return each.every(season);
    }
    Window window = window("every");
    return ((Windowed) transform).with(new Window(window.size(), season, window.least()));
  }

  /**
   * Is missing unless enough values of the window were observed.
   *
   * @param observations from 1, the default, to the size of the window
   * @return the feature, for rolling features alone
   */
  public HistoryFeature atLeast(int observations) {
    Window window = window("atLeast");
    Window strict = new Window(window.size(), window.stride(), observations);
    return new HistoryFeature(((Windowed) transform).with(strict), channel, until, lag, name);
  }

  /**
   * Knows the planned values of a covariate up to the target, such as a price or a promotion.
   *
   * @return the feature; a panel must say that the covariate is known in the future
   */
  public HistoryFeature throughTarget() {
    requireOrigin("throughTarget");
    if (channel.covariate().isEmpty() || channel.isGroup() || lag != 1) {
      throw new InvalidInputException(
          "feature " + name(),
          definition(),
          "must look at a covariate of the series alone, without a lag",
          "call of(\"price\") before throughTarget()");
    }
    return new HistoryFeature(transform, channel, Until.TARGET, 0, name);
  }

  @Override
  public HistoryFeature as(String newName) {
    return new HistoryFeature(transform, channel, until, lag, newName);
  }

  private void requireOrigin(String what) {
    if (until != Until.ORIGIN) {
      throw new InvalidInputException(
          "feature " + name(),
          definition(),
          "must not be given %s() after every() or throughTarget()".formatted(what),
          "leave one of them out");
    }
  }

  private Window window(String what) {
    if (transform instanceof Windowed rolling) {
      return rolling.window();
    }
    throw new InvalidInputException(
        "feature " + name(),
        definition(),
        "must be a rolling feature to be given %s()".formatted(what),
        "use mean(n), sd(n) or another feature of a window");
  }

  HistoryTransform transform() {
    return transform;
  }

  Channel channel() {
    return channel;
  }

  Until until() {
    return until;
  }

  /** Steps from the newest value to the origin; the season length for {@link Until#SEASON}. */
  int lag() {
    return lag;
  }

  @Override
  public String name() {
    if (name != null) {
      return name;
    }
    String own = channel.prefix() + transform.name();
    if (until == Until.TARGET) {
      return own + "_target";
    }
    return until == Until.ORIGIN && lag > 1 ? own + "_lag_" + lag : own;
  }

  @Override
  public String definition() {
    String text = "%s of %s".formatted(transform.definition(), channel.text());
    return switch (until) {
      case ORIGIN -> lag == 1 ? text : text + ", " + lag + " steps before the origin";
      case SEASON -> text + ", at the target's position in " + lag;
      case TARGET -> text + ", through the target";
    };
  }
}
