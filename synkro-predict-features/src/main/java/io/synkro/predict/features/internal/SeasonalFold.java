package io.synkro.predict.features.internal;

/**
 * A feature of the whole past of one season position, such as the mean of all Mondays: every
 * position of a season has numbers of its own. They say which of them the newest step belongs to.
 */
final class SeasonalFold extends Fold {
  private final Fold each;
  private final int season;

  /**
   * Creates the transform.
   *
   * @param each the feature of the values of one position
   * @param season steps of a season, at least 2
   */
  SeasonalFold(Fold each, int season) {
    super(
        each.name() + "_every_" + season,
        each.definition() + " every " + season,
        1 + season * each.stateSize());
    this.each = each;
    this.season = season;
  }

  @Override
  public void start(double[] state, int at) {
    state[at] = season - 1;
    for (int position = 0; position < season; position++) {
      each.start(state, place(at, position));
    }
  }

  @Override
  public void update(double[] state, int at, float value) {
    int position = ((int) state[at] + 1) % season;
    state[at] = position;
    each.update(state, place(at, position), value);
  }

  private int place(int at, int position) {
    return at + 1 + position * each.stateSize();
  }

  @Override
  float value(double[] state, int at) {
    return value(state, at, 0);
  }

  /** The feature as of some steps before the newest one that the state has taken in. */
  float value(double[] state, int at, int back) {
    int position = Math.floorMod((int) state[at] - back, season);
    return each.value(state, place(at, position));
  }
}
