package io.synkro.predict.examples.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * Who buys: how often, how much, what, and until when.
 *
 * @param id readable id
 * @param visitChance chance of an order on an ordinary day
 * @param size how much is bought, relative to the others
 * @param workdays whether the customer orders on workdays rather than at the weekend
 * @param bundle products that are bought together, as indexes
 * @param favourites single products that are bought now and then, as indexes
 * @param lastDay last day with an order
 */
record Customer(
    String id,
    double visitChance,
    double size,
    boolean workdays,
    List<Integer> bundle,
    List<Integer> favourites,
    int lastDay) {
  private static final int PER_WAREHOUSE = 120;
  private static final int BUNDLES = 12;
  private static final int FAVOURITES = 8;

  /** The customers of a warehouse; bundles are shared by all warehouses. */
  static List<Customer> of(SampleOptions options, int warehouse, int firstDay) {
    List<List<Integer>> bundles = bundles(options);
    Draws draws = Draws.of(options.seed(), Draws.Purpose.CUSTOMERS, warehouse + 1);
    List<Customer> customers = new ArrayList<>();
    for (int i = 0; i < PER_WAREHOUSE; i++) {
      String id = "C" + String.valueOf(100_001 + warehouse * PER_WAREHOUSE + i).substring(1);
      List<Integer> bundle = bundles.get(draws.whole(0, bundles.size() - 1));
      List<Integer> favourites = new ArrayList<>();
      for (int k = 0; k < FAVOURITES; k++) {
        favourites.add(draws.whole(0, options.products() - 1));
      }
      customers.add(customer(draws, id, bundle, favourites).until(draws, options, firstDay));
    }
    return List.copyOf(customers);
  }

  private static Customer customer(
      Draws draws, String id, List<Integer> bundle, List<Integer> favourites) {
    double kind = draws.uniform();
    List<Integer> liked = List.copyOf(favourites);
    if (kind < 0.12) { // trade: often and much, on workdays
      return new Customer(
          id, draws.uniform(0.3, 0.6), draws.uniform(2.5, 5), true, bundle, liked, 0);
    }
    if (kind < 0.55) { // households that come every week or two
      return new Customer(
          id, draws.uniform(0.08, 0.2), draws.uniform(0.5, 1.2), false, bundle, liked, 0);
    }
    return new Customer( // the occasional ones
        id,
        draws.uniform(0.01, 0.04),
        draws.uniform(0.3, 1.5),
        draws.chance(0.4),
        bundle,
        liked,
        0);
  }

  /** One in six stops for good somewhere inside the time of the orders. */
  private Customer until(Draws draws, SampleOptions options, int firstDay) {
    int never = options.days();
    int last =
        draws.chance(0.17)
            ? firstDay + (int) ((never - firstDay) * draws.uniform(0.2, 0.8))
            : never;
    return new Customer(id, visitChance, size, workdays, bundle, favourites, last);
  }

  private static List<List<Integer>> bundles(SampleOptions options) {
    Draws draws = Draws.of(options.seed(), Draws.Purpose.CUSTOMERS, 0);
    List<List<Integer>> bundles = new ArrayList<>();
    for (int i = 0; i < BUNDLES; i++) {
      List<Integer> bundle = new ArrayList<>();
      for (int k = draws.whole(3, 6); k > 0; k--) {
        int product = draws.whole(0, options.products() - 1);
        if (!bundle.contains(product)) {
          bundle.add(product);
        }
      }
      bundles.add(List.copyOf(bundle));
    }
    return bundles;
  }
}
