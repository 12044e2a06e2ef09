package io.synkro.predict.examples.sample;

import io.synkro.predict.examples.sample.Product.Pattern;

/**
 * Lives through the history of a product in a warehouse: customers want, the shelf gives what it
 * has, and a planner with an (s, S) policy and an imperfect memory orders from a supplier whose
 * lead time varies.
 */
final class SeriesSimulation {
  private static final double[] WAREHOUSE_SIZE = {1.3, 1.0, 0.8, 1.1, 0.7};
  private static final double MEMORY = 0.05;
  private static final double RETURN_CHANCE = 0.0006;
  private static final double GAP_CHANCE = 0.0004;

  private final Product product;
  private final SeriesCalendar calendar;
  private final Terms terms;
  private final Draws draws;
  private final double level;
  private final double meanSize;
  private final double safetyFactor;
  private final SeriesHistory history;

  private int onHand;
  private int onOrder;
  private int dueDay;
  private double remembered;

  private SeriesSimulation(
      SampleOptions options, Product product, SeriesCalendar calendar, int warehouse) {
    this.product = product;
    this.calendar = calendar;
    terms = Terms.of(options, product);
    int series = product.index() * 1000 + warehouse;
    draws = Draws.of(options.seed(), Draws.Purpose.SERIES, series);
    double size = WAREHOUSE_SIZE[warehouse % WAREHOUSE_SIZE.length];
    level = product.traits().level() * size * draws.spread(0.25);
    meanSize = product.pattern() == Pattern.LUMPY ? draws.uniform(4, 8) : draws.uniform(1.5, 3);
    safetyFactor = draws.uniform(0.2, 1.5);
    int days = options.days();
    history =
        new SeriesHistory(
            new int[days],
            new int[days],
            new int[days],
            new int[days],
            new boolean[days],
            new SeriesHistory.EndState(0, 0, 0));
  }

  static SeriesHistory run(
      SampleOptions options, Product product, SeriesCalendar calendar, int warehouse) {
    return new SeriesSimulation(options, product, calendar, warehouse).run();
  }

  private SeriesHistory run() {
    int first = product.traits().firstDay();
    remembered = level * calendar.factor(first);
    onHand = (int) Math.ceil(orderUpTo());
    int days = history.units().length;
    for (int day = first; day < days; day++) {
      liveThrough(day);
    }
    loseRows(first, days);
    return new SeriesHistory(
        history.demand(),
        history.stock(),
        history.units(),
        history.inStock(),
        history.missing(),
        new SeriesHistory.EndState(onHand, onOrder, onOrder > 0 ? dueDay : 0));
  }

  private void liveThrough(int day) {
    if (onOrder > 0 && dueDay <= day) {
      onHand += onOrder;
      onOrder = 0;
    }
    boolean returned = day > 28 && draws.chance(RETURN_CHANCE);
    int demand = returned ? 0 : demand(level * calendar.factor(day));
    int sold = Math.min(demand, onHand);
    history.demand()[day] = demand;
    history.stock()[day] = onHand;
    history.inStock()[day] = inStock(demand, onHand);
    // what comes back is written off: it does not return to the shelf
    history.units()[day] = returned ? -draws.whole(1, 4) : sold;
    if (demand <= onHand) {
      remembered += MEMORY * (sold - remembered);
    }
    onHand -= sold;
    if (onOrder == 0 && (day + product.index()) % terms.supplier().reviewDays() == 0) {
      review(day);
    }
  }

  private int demand(double mean) {
    double shape = product.traits().dispersion();
    if (product.pattern() == Pattern.SMOOTH) {
      return draws.negativeBinomial(mean, shape);
    }
    if (!draws.chance(mean / meanSize)) {
      return 0;
    }
    double spread = product.pattern() == Pattern.LUMPY ? 0.9 : shape;
    return 1 + draws.negativeBinomial(meanSize - 1, spread);
  }

  /** Customers come evenly through the day, so the share sold is the share of the day served. */
  private static int inStock(int demand, int stock) {
    if (stock == 0) {
      return 0;
    }
    return demand <= stock ? 100 : Math.max(1, Math.min(99, 100 * stock / demand));
  }

  private void review(int day) {
    boolean dead = day >= product.traits().fadeDay() + 45;
    if (dead || onHand > reorderPoint()) {
      return;
    }
    int pack = terms.packSize();
    int packs = (int) Math.ceil((orderUpTo() - onHand) / pack);
    onOrder = Math.max(terms.minimumOrder(), Math.max(1, packs) * pack);
    dueDay = day + terms.supplier().leadTime(draws);
  }

  private double reorderPoint() {
    Supplier supplier = terms.supplier();
    double days = supplier.leadTimeDays() + supplier.reviewDays();
    double spread = product.pattern() == Pattern.SMOOTH ? 0.5 : 2;
    double variance =
        days * remembered * (1 + spread * spread * remembered)
            + remembered * remembered * supplier.leadTimeSdDays() * supplier.leadTimeSdDays();
    return remembered * days + safetyFactor * StrictMath.sqrt(variance);
  }

  private double orderUpTo() {
    double cover = Math.max(10, terms.supplier().leadTimeDays());
    return reorderPoint() + Math.max(terms.packSize(), cover * remembered);
  }

  /** A few days were never recorded: the till was down, a file was lost. */
  private void loseRows(int first, int days) {
    for (int day = first + 1; day < days - 1; day++) {
      if (draws.chance(GAP_CHANCE)) {
        int end = Math.min(days - 1, day + draws.whole(1, 3));
        for (int lost = day; lost < end; lost++) {
          history.missing()[lost] = true;
        }
      }
    }
  }
}
