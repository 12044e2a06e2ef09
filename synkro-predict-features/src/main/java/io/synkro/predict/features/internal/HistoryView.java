package io.synkro.predict.features.internal;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.tabular.History;
import io.synkro.predict.tabular.HistoryTransform;
import org.jspecify.annotations.Nullable;

/** A history that is moved along an array of values. Not safe for use by many threads. */
public final class HistoryView implements History {
  private float[] values = new float[0];
  private int end;
  private int reach;
  private long newestStep;
  private int first;
  private long firstStep;
  private final SortedWindow window = new SortedWindow();

  /** Sums of the 1, 2, 4, … newest values, as far as they are known. */
  private final double[] sums = new double[Integer.SIZE];

  private int knownSums;
  private float[] summed = values;
  private int summedEnd;

  private @Nullable WholeTotals totals;

  /** Creates a view of nothing, to be placed. */
  public HistoryView() {}

  HistoryView(ChannelBuffer in, int reach) {
    this.values = in.values();
    this.reach = reach;
    this.first = in.pad();
    this.firstStep = in.firstStep();
  }

  /** Makes a value of the buffer the newest; -1 is the one before the first. */
  void moveTo(int newest) {
    end = first + newest + 1;
    newestStep = firstStep + newest;
  }

  /**
   * Places the view.
   *
   * @param newValues values, one a step
   * @param newEnd position after the newest value; at least {@code newReach}
   * @param newReach how far back may be read
   * @param step step of the newest value
   */
  public void place(float[] newValues, int newEnd, int newReach, long step) {
    forget();
    move(newValues, newEnd, newReach, step);
  }

  /**
   * Places the view on values that have not changed since {@link #forget()}.
   *
   * @param newValues values, one a step
   * @param newEnd position after the newest value; at least {@code newReach}
   * @param newReach how far back may be read
   * @param step step of the newest value
   */
  public void move(float[] newValues, int newEnd, int newReach, long step) {
    values = newValues;
    end = newEnd;
    reach = newReach;
    newestStep = step;
  }

  /**
   * Makes totals known, if they are those of the values that the view is on.
   *
   * @param newTotals running totals of any values
   */
  public void know(WholeTotals newTotals) {
    totals = newTotals;
  }

  /** The running totals up to the newest value, if there are any. */
  @Nullable WholeTotals totals() {
    return totals != null && totals.hold(values, end) ? totals : null;
  }

  /** Position after the newest value. */
  int end() {
    return end;
  }

  /** Forgets what was worked out, since the values are about to change. */
  public void forget() {
    window.forget();
    knownSums = 0;
  }

  /**
   * The sum of the {@code 2^level} newest values; NaN if one is missing. Windows of many sizes end
   * with the same value, so the sums of the smaller ones are parts of the larger ones.
   */
  double newestSum(int level) {
    if (summed != values || summedEnd != end) {
      summed = values;
      summedEnd = end;
      knownSums = 0;
    }
    if (knownSums == 0) {
      sums[0] = at(1);
      knownSums = 1;
    }
    for (; knownSums <= level; knownSums++) {
      int half = 1 << (knownSums - 1);
      sums[knownSums] = sums[knownSums - 1] + WindowSums.ofPiece(this, 1 + half, half);
    }
    return sums[level];
  }

  /** The window that ends with the newest value, sorted; good until the view is moved. */
  SortedWindow sorted(Window wanted) {
    window.sort(values, end, wanted);
    return window;
  }

  /**
   * Asks a transform for its feature.
   *
   * @param transform any transform, the user's own too
   * @param state numbers of many transforms, after the newest value
   * @param at where those of this transform begin
   * @return the feature, NaN if it is not finite
   */
  public float ask(HistoryTransform transform, double[] state, int at) {
    return finite(transform.value(this, state, at));
  }

  /**
   * Asks a transform of which season positions may have numbers of their own.
   *
   * @param transform any transform, the user's own too
   * @param state numbers of many transforms
   * @param at where those of this transform begin
   * @param back how many steps the numbers of a season are ahead of the newest value
   * @return the feature, NaN if it is not finite
   */
  public float ask(HistoryTransform transform, double[] state, int at, int back) {
    return transform instanceof SeasonalFold seasonal
        ? finite(seasonal.value(state, at, back))
        : ask(transform, state, at);
  }

  private static float finite(float value) {
    return Math.abs(value) <= Float.MAX_VALUE ? value : Float.NaN;
  }

  /** The history itself if it is a view, else one of its last values. */
  static HistoryView of(History history, int lookback) {
    if (history instanceof HistoryView view) {
      return view;
    }
    HistoryView copy = new HistoryView();
    float[] last = new float[lookback];
    for (int k = 1; k <= lookback; k++) {
      last[lookback - k] = history.back(k);
    }
    copy.place(last, lookback, lookback, history.newestStep());
    return copy;
  }

  /** A value as {@link #back} returns it, for transforms that are known not to reach too far. */
  float at(int steps) {
    return values[end - steps];
  }

  @Override
  public float back(int steps) {
    if (steps < 1 || steps > reach) {
      throw tooFar(steps);
    }
    return values[end - steps];
  }

  private InvalidInputException tooFar(int steps) {
    return new InvalidInputException(
        "steps back",
        Integer.toString(steps),
        "must be from 1 to the look-back of the transform, " + reach,
        "let lookback() return more");
  }

  @Override
  public long newestStep() {
    return newestStep;
  }
}
