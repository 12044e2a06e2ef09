package io.synkro.predict.examples.sample;

/** How a product is bought and kept, equal in every warehouse but for the service level. */
record Terms(
    Supplier supplier,
    int packSize,
    int minimumOrder,
    int unitCostCents,
    int holdingRateHundredths,
    int serviceLevelHundredths,
    int volumeLitres) {
  static Terms of(SampleOptions options, Product product) {
    Draws draws = Draws.of(options.seed(), Draws.Purpose.TERMS, product.index());
    double level = product.traits().level();
    int pack = level > 12 ? 12 : level > 4 ? 6 : 1;
    return new Terms(
        Supplier.ALL.get(draws.whole(0, Supplier.ALL.size() - 1)),
        pack,
        draws.chance(0.3) ? 2 * pack : 0,
        (int) Math.rint(product.traits().priceCents() * draws.uniform(0.45, 0.7)),
        draws.whole(18, 28),
        level > 12 ? 98 : level > 4 ? 95 : 90,
        draws.whole(1, 40));
  }
}
