package io.synkro.predict.demand.internal;

/** Finds the sale that a return most likely undoes. Stateless. */
final class Returns {
  private Returns() {}

  /**
   * The latest sale of exactly as many units, else the latest of more: few sales are as large as a
   * lump that comes back as a whole, while single units may come back from any large sale.
   *
   * @param units sales less earlier returns; negative at {@code t}
   * @param t position of the return
   * @param window how many steps before it a sale may lie
   * @return position of the sale, or -1
   */
  static int undone(double[] units, int t, int window) {
    double returned = -units[t];
    int larger = -1;
    for (int k = t - 1; k >= Math.max(0, t - window); k--) {
      if (units[k] == returned) {
        return k;
      }
      if (larger < 0 && units[k] > returned) {
        larger = k;
      }
    }
    return larger;
  }
}
