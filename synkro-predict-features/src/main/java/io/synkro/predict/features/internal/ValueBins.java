package io.synkro.predict.features.internal;

/**
 * A histogram of all values so far, in a few numbers of a state. Each bin holds the smallest and
 * the largest of its values and how many there are; bins do not overlap. There is one for each
 * different value until there are {@link #MOST}; then the two neighbours become one that have the
 * least product of count and width, so that neither a quantile nor its rank is far off. Stateless.
 *
 * <p>Streaming histograms of this kind are due to Ben-Haim &amp; Tom-Tov (2010), <a
 * href="https://jmlr.org/papers/v11/ben-haim10a.html">JMLR 11:849-872</a>, whose bins are centres
 * and merge by distance.
 */
final class ValueBins {
  /** Most bins, and so how many different values are told apart. */
  static final int MOST = 64;

  /** How many numbers of a state are taken: how many bins there are, then these. */
  static final int NUMBERS = 1 + 3 * MOST;

  private static final int LOWEST = 1;
  private static final int HIGHEST = 2;
  private static final int COUNT = 3;

  private ValueBins() {}

  static void start(double[] state, int at) {
    state[at] = 0;
  }

  static void add(double[] state, int at, double value) {
    int bins = (int) state[at];
    int bin = firstThrough(state, at, value);
    if (bin < bins && state[at + 3 * bin + LOWEST] <= value) {
      state[at + 3 * bin + COUNT]++;
      return;
    }
    if (bins == MOST) {
      int merged = merge(state, at);
      bin = merged < bin ? bin - 1 : bin;
      if (merged == bin && state[at + 3 * bin + LOWEST] < value) {
        state[at + 3 * bin + COUNT]++; // the value lies between those that were merged
        return;
      }
      bins--;
    }
    int place = at + 3 * bin;
    System.arraycopy(state, place + 1, state, place + 4, 3 * (bins - bin));
    state[place + LOWEST] = value;
    state[place + HIGHEST] = value;
    state[place + COUNT] = 1;
    state[at] = bins + 1;
  }

  /** The first bin whose largest value is not below a value. */
  private static int firstThrough(double[] state, int at, double value) {
    int low = 0;
    int high = (int) state[at];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (state[at + 3 * middle + HIGHEST] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Makes one bin of two neighbours and returns its position. */
  private static int merge(double[] state, int at) {
    int first = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < MOST - 1; i++) {
      int place = at + 3 * i;
      double count = state[place + COUNT] + state[place + 3 + COUNT];
      double width = state[place + 3 + HIGHEST] - state[place + LOWEST];
      if (count * width < least) {
        first = i;
        least = count * width;
      }
    }
    int place = at + 3 * first;
    state[place + HIGHEST] = state[place + 3 + HIGHEST];
    state[place + COUNT] += state[place + 3 + COUNT];
    System.arraycopy(state, place + 7, state, place + 4, 3 * (MOST - 2 - first));
    state[at] = MOST - 1;
    return first;
  }

  /** A quantile, interpolated as {@link SortedWindows#quantile}; NaN if there is no value. */
  static float quantile(double[] state, int at, double level) {
    int bins = (int) state[at];
    double count = 0;
    for (int bin = 0; bin < bins; bin++) {
      count += state[at + 3 * bin + COUNT];
    }
    if (count == 0) {
      return Float.NaN;
    }
    double position = (count - 1) * level;
    double below = Math.floor(position);
    double low = ofRank(state, at, below);
    if (below + 1 >= count) {
      return (float) low;
    }
    return (float) (low + (position - below) * (ofRank(state, at, below + 1) - low));
  }

  /** The value of a rank from 0; those of a bin are taken to be spread evenly. */
  private static double ofRank(double[] state, int at, double rank) {
    double before = rank;
    int place = at;
    while (before >= state[place + COUNT]) {
      before -= state[place + COUNT];
      place += 3;
    }
    double lowest = state[place + LOWEST];
    double width = state[place + HIGHEST] - lowest;
    return width == 0 ? lowest : lowest + width * (before / (state[place + COUNT] - 1));
  }
}
