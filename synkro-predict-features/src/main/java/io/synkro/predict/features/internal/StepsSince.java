package io.synkro.predict.features.internal;

/**
 * Steps since something happened for the last or the first time: 1 if it happened in the newest
 * step, missing if it never did.
 */
public final class StepsSince extends Fold {
  /** What happened. */
  public enum Event {
    /** The last value above zero. */
    LAST_POSITIVE("since_last_positive"),
    /** The first value above zero. */
    FIRST_POSITIVE("since_first_positive"),
    /** The first step, whatever its value. */
    START("since_start"),
    /** The last value that differs from the observed one before it. */
    LAST_CHANGE("since_change");

    private final String text;

    Event(String text) {
      this.text = text;
    }
  }

  private static final int NEVER = -1;

  private final Event event;

  /**
   * Creates the transform.
   *
   * @param event what happened
   * @param name its name
   */
  public StepsSince(Event event, String name) {
    super(name, event.text, event == Event.LAST_CHANGE ? 2 : 1);
    this.event = event;
  }

  @Override
  public void start(double[] state, int at) {
    state[at] = Double.NaN;
    if (event == Event.LAST_CHANGE) {
      state[at + 1] = Double.NaN;
    }
  }

  @Override
  public void update(double[] state, int at, float value) {
    if (happened(state, at, value)) {
      state[at] = 0;
    }
    state[at] += 1;
    if (event == Event.LAST_CHANGE && !Float.isNaN(value)) {
      state[at + 1] = value;
    }
  }

  @Override
  public void update(double[] state, int at, float[] values, int from, int to) {
    if (event == Event.LAST_CHANGE || event == Event.FIRST_POSITIVE) {
      super.update(state, at, values, from, to);
      return;
    }
    if (from >= to) {
      return;
    }
    int last = event == Event.START && Double.isNaN(state[at]) ? from : NEVER;
    for (int i = to - 1; event == Event.LAST_POSITIVE && last == NEVER && i >= from; i--) {
      last = values[i] > 0 ? i : NEVER;
    }
    state[at] = last == NEVER ? state[at] + (to - from) : to - last;
  }

  private boolean happened(double[] state, int at, float value) {
    return switch (event) {
      case LAST_POSITIVE -> value > 0;
      case FIRST_POSITIVE -> value > 0 && Double.isNaN(state[at]);
      case START -> Double.isNaN(state[at]);
      case LAST_CHANGE ->
          !Float.isNaN(value) && !Double.isNaN(state[at + 1]) && value != state[at + 1];
    };
  }

  @Override
  float value(double[] state, int at) {
    return (float) state[at];
  }
}
