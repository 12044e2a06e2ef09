package io.synkro.predict.features;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.features.internal.BulkTransform;
import io.synkro.predict.features.internal.Fold;
import io.synkro.predict.features.internal.Lag;
import io.synkro.predict.features.internal.Window;
import io.synkro.predict.features.internal.Windowed;
import io.synkro.predict.internal.Require;
import io.synkro.predict.tabular.HistoryTransform;
import java.util.function.Consumer;
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
    /** At the target or after it: planned values of a covariate that is known in the future. */
    TARGET
  }

  private static final int LARGEST_STATE = 20_000;

  private final HistoryTransform transform;
  private final Channel channel;
  private final Until until;
  private final int lag;
  private final int ahead;
  private final @Nullable String name;

  private HistoryFeature(Draft draft) {
    this.transform = draft.transform;
    this.channel = draft.channel;
    this.until = draft.until;
    this.lag = draft.lag;
    this.ahead = draft.ahead;
    this.name = draft.name;
  }

  static HistoryFeature of(HistoryTransform transform) {
    Require.atLeast("lookback of " + transform.name(), transform.lookback(), 0, "");
    requireReach("lookback of " + transform.name(), transform.lookback());
    requireState(transform);
    return new HistoryFeature(new Draft(transform));
  }

  private static void requireState(HistoryTransform transform) {
    Require.that(
        transform.stateSize() >= 0 && transform.stateSize() <= LARGEST_STATE,
        "numbers of " + transform.name(),
        transform.stateSize(),
        "must be from 0 to %d, since each live series holds them".formatted(LARGEST_STATE),
        "use a shorter season");
  }

  private static void requireReach(String what, int steps) {
    Require.that(
        steps <= Window.MAX_LOOKBACK,
        what,
        steps,
        "must be at most %d steps".formatted(Window.MAX_LOOKBACK),
        "use a feature of the whole past for a longer memory");
  }

  /** A feature that is being changed. */
  private static final class Draft {
    private HistoryTransform transform;
    private Channel channel = Channel.DEMAND;
    private Until until = Until.ORIGIN;
    private int lag = 1;
    private int ahead;
    private @Nullable String name;

    Draft(HistoryTransform transform) {
      this.transform = transform;
    }
  }

  private HistoryFeature with(Consumer<Draft> change) {
    Draft draft = new Draft(transform);
    draft.channel = channel;
    draft.until = until;
    draft.lag = lag;
    draft.ahead = ahead;
    draft.name = name;
    change.accept(draft);
    return new HistoryFeature(draft);
  }

  /**
   * Looks at a covariate instead of demand.
   *
   * @param covariate its name
   * @return the feature
   */
  public HistoryFeature of(String covariate) {
    return with(draft -> draft.channel = channel.of(covariate));
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
    requireNoPlan("sumBy");
    return with(draft -> draft.channel = channel.over(group, false));
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
    requireNoPlan("meanBy");
    return with(draft -> draft.channel = channel.over(group, true));
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
    requireReach("lag of " + name(), steps);
    requireOrigin("lagged");
    return with(draft -> draft.lag = steps);
  }

  /**
   * Looks at one season position: of the last seasons the values at the position of the target,
   * such as those of the same weekday. Lags and steps since an event count seasons.
   *
   * @param season steps of a season, at least 2, such as 7
   * @return the feature, for all but transforms of one's own
   */
  public HistoryFeature every(int season) {
    Require.atLeast("season of " + name(), season, 2, "use the number of steps, such as 7");
    requireReach("season of " + name(), season);
    requireOrigin("every");
    return with(
        draft -> {
          draft.transform = seasonal(season);
          draft.until = Until.SEASON;
          draft.lag = season;
        });
  }

  /**
   * Looks at the steps around the target's position in the last season that is known, such as the
   * same week a year ago.
   *
   * @param season steps of a season, at least 2, such as 365
   * @return the feature, for rolling features alone
   */
  public HistoryFeature around(int season) {
    Require.atLeast("season of " + name(), season, 2, "use the number of steps, such as 365");
    requireReach("season of " + name(), season);
    requireOrigin("around");
    int half = window("around").size() / 2;
    return with(
        draft -> {
          draft.until = Until.SEASON;
          draft.lag = season;
          draft.ahead = half;
        });
  }

  private HistoryTransform seasonal(int season) {
    if (transform instanceof Lag each) {
      return each.every(season);
    }
    if (transform instanceof Fold all) {
      HistoryTransform every = all.every(season);
      requireState(every);
      return every;
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
    return with(draft -> draft.transform = ((Windowed) transform).with(strict));
  }

  /**
   * Knows the planned values of a covariate up to the target, such as a price or a promotion.
   *
   * @return the feature; a panel must say that the covariate is known in the future
   */
  public HistoryFeature throughTarget() {
    return throughTarget(0);
  }

  /**
   * Knows the planned values of a covariate up to some steps after the target: {@code
   * max(8).of("promotion").throughTarget(7)} is whether a promotion is planned for the target or
   * the seven steps after it. What a plan does not hold is missing, and left out of a window, so
   * give the plan as many steps beyond the target; {@code atLeast(8)} asks for all of it. Rows of
   * the past see the values that were recorded: use a covariate that was really fixed that early.
   *
   * @param steps how many steps after the target, from 0 to 10,000
   * @return the feature; a panel must say that the covariate is known in the future
   * @throws InvalidInputException if it carries numbers along, as features of all values do, and
   *     {@code steps} is not 0
   */
  public HistoryFeature throughTarget(int steps) {
    Require.that(
        steps >= 0 && steps <= Window.MAX_LOOKBACK,
        "steps after the target of " + name(),
        steps,
        "must be from 0 to " + Window.MAX_LOOKBACK,
        "use how many steps plans are made ahead, such as 14");
    requireOrigin("throughTarget");
    if (channel.covariate().isEmpty() || channel.isGroup()) {
      throw new InvalidInputException(
          "feature " + name(),
          definition(),
          "must look at a covariate of the series alone",
          "call of(\"price\") before throughTarget()");
    }
    if (steps > 0 && transform.stateSize() > 0) {
      throw new InvalidInputException(
          "feature " + name(),
          definition(),
          "must be one of the last values alone to look ahead of the target",
          "use max(n) or another feature of a window, or call throughTarget()");
    }
    return with(
        draft -> {
          draft.until = Until.TARGET;
          draft.lag = -steps;
        });
  }

  @Override
  public HistoryFeature as(String newName) {
    return with(draft -> draft.name = newName);
  }

  /** A feature can be told but once where its newest value lies. */
  private void requireOrigin(String what) {
    if (until != Until.ORIGIN || lag != 1) {
      throw new InvalidInputException(
          "feature " + name(),
          definition(),
          "must not be given %s() after lagged(), every(), around() or throughTarget()"
              .formatted(what),
          "leave one of them out");
    }
  }

  private void requireNoPlan(String what) {
    if (until == Until.TARGET) {
      throw new InvalidInputException(
          "feature " + name(),
          definition(),
          "must not be given %s(): plans are those of the series alone".formatted(what),
          "leave out throughTarget()");
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

  /** Longest distance in steps from the newest value to the origin, of features of the past. */
  int longestLag() {
    return lag;
  }

  /** How many steps after the target it knows plans of. */
  int stepsAhead() {
    return until == Until.TARGET ? -lag : 0;
  }

  /** Steps from the newest value to the origin, or to the target if it knows that. */
  int lag(int horizon) {
    return until == Until.SEASON ? Math.max(1, lag - (horizon - 1) % lag - ahead) : lag;
  }

  @Override
  public String name() {
    if (name != null) {
      return name;
    }
    String own = channel.prefix() + transform.name();
    if (until == Until.TARGET) {
      return lag == 0 ? own + "_target" : own + "_target_ahead_" + -lag;
    }
    if (ahead > 0) {
      return own + "_around_" + lag;
    }
    return until == Until.ORIGIN && lag > 1 ? own + "_lag_" + lag : own;
  }

  @Override
  public String definition() {
    String own = transform instanceof BulkTransform ? "" : "own ";
    String text = own + transform.definition() + " of " + channel.text();
    return switch (until) {
      case ORIGIN -> lag == 1 ? text : text + ", " + lag + " steps before the origin";
      case SEASON -> text + (ahead > 0 ? ", around" : ", at") + " the target's position in " + lag;
      case TARGET -> text + ", through the target" + (lag == 0 ? "" : " + " + -lag);
    };
  }
}
