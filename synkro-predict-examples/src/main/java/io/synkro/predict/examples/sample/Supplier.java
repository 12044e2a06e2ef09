package io.synkro.predict.examples.sample;

import java.util.List;

/** Who delivers: mean and standard deviation of the lead time in days, and the usual terms. */
record Supplier(
    String name, double leadTimeDays, double leadTimeSdDays, int reviewDays, int orderCost) {
  static final List<Supplier> ALL =
      List.of(
          new Supplier("S1-Nordwind", 4, 1, 1, 20),
          new Supplier("S2-Baltica", 8, 2, 1, 30),
          new Supplier("S3-Rheinhandel", 12, 2.5, 7, 25),
          new Supplier("S4-Adria", 18, 5, 7, 45),
          new Supplier("S5-Orient", 28, 7, 7, 80));

  /** A gamma with this mean and deviation, in whole days, at least one. */
  int leadTime(Draws draws) {
    double ratio = leadTimeDays / leadTimeSdDays;
    return (int) Math.max(1, Math.rint(leadTimeDays * draws.gamma(ratio * ratio)));
  }
}
