package io.synkro.predict.optimize.production;

/** Which set-ups are decided in a part of the search. */
final class Fixings {
  private final int periods;
  private final byte[] state;

  Fixings(LotData data) {
    periods = data.periods;
    state = new byte[data.items * periods];
    for (int i = 0; i < data.items; i++) {
      int end = data.end(i);
      for (int t = 0; t < periods; t++) {
        if (t >= end || data.setupTime[i] > data.capacity[t] + LotData.TINY) {
          forbid(i, t);
        }
      }
    }
  }

  private Fixings(Fixings other) {
    periods = other.periods;
    state = other.state.clone();
  }

  Fixings copy() {
    return new Fixings(this);
  }

  boolean isForced(int item, int period) {
    return state[item * periods + period] > 0;
  }

  boolean isForbidden(int item, int period) {
    return state[item * periods + period] < 0;
  }

  boolean isFree(int item, int period) {
    return state[item * periods + period] == 0;
  }

  void force(int item, int period) {
    state[item * periods + period] = 1;
  }

  void forbid(int item, int period) {
    state[item * periods + period] = -1;
  }
}
