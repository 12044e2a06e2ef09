package io.synkro.predict.optimize;

import java.util.List;

/**
 * How lanes join a line to others.
 *
 * @param step units in which orders and transfers are planned, a multiple of the pack; 0 to choose
 * @param inbound periods until the first goods can arrive; {@link #NEVER} if none can
 * @param served units by period of demand that would meet an empty shelf, but need not, since goods
 *     from elsewhere can serve it; empty for none
 */
record LineLanes(double step, int inbound, List<Double> served) {
  /** Periods until goods arrive that never do. */
  static final int NEVER = Integer.MAX_VALUE;

  LineLanes {
    served = List.copyOf(served);
  }

  static LineLanes none(double step) {
    return new LineLanes(step, NEVER, List.of());
  }
}
