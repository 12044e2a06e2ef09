package io.synkro.predict.examples.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * Shares out the units that a warehouse sold on a day among its customers, so that the orders add
 * up to the recorded sales exactly.
 */
final class OrderDay {
  private static final double BUNDLE_CHANCE = 0.75;
  private static final double BUNDLE_ITEM_CHANCE = 0.8;
  private static final double FAVOURITE_CHANCE = 0.25;

  /** What a visitor takes: quantities by product index. */
  // filled here, read once by the writer
  @SuppressWarnings("ArrayRecordComponent")
  record Basket(Customer customer, int[] quantities) {}

  private final Draws draws;
  private final int[] remaining;
  private final int[] usual;

  private OrderDay(Draws draws, int[] units) {
    this.draws = draws;
    remaining = units.clone();
    usual = new int[units.length];
    for (int i = 0; i < units.length; i++) {
      usual[i] = Math.max(1, units[i] / 10);
    }
  }

  /**
   * Returns the baskets of the day.
   *
   * @param draws the warehouse's stream
   * @param units recorded units by product index, none negative
   * @param customers the warehouse's customers
   * @param day day and whether it is at the weekend
   */
  static List<Basket> of(Draws draws, int[] units, List<Customer> customers, Day day) {
    OrderDay orders = new OrderDay(draws, units);
    List<Basket> baskets = orders.visitors(customers, day);
    if (!baskets.isEmpty()) {
      orders.shopFirst(baskets);
      orders.shareRest(baskets);
    }
    return baskets;
  }

  /** A day, counted from the first day of the history. */
  record Day(int index, boolean weekend) {}

  private List<Basket> visitors(List<Customer> customers, Day day) {
    List<Basket> baskets = new ArrayList<>();
    Customer anybody = customers.get(0);
    for (Customer customer : customers) {
      if (customer.lastDay() < day.index()) {
        continue;
      }
      anybody = customer;
      double habit = customer.workdays() == day.weekend() ? 0.3 : 1.2;
      if (draws.chance(customer.visitChance() * habit)) {
        baskets.add(new Basket(customer, new int[remaining.length]));
      }
    }
    if (baskets.isEmpty()) {
      baskets.add(new Basket(anybody, new int[remaining.length]));
    }
    return baskets;
  }

  private void shopFirst(List<Basket> baskets) {
    for (Basket basket : baskets) {
      Customer customer = basket.customer();
      if (draws.chance(BUNDLE_CHANCE)) {
        for (int product : customer.bundle()) {
          if (draws.chance(BUNDLE_ITEM_CHANCE)) {
            take(basket, product);
          }
        }
      }
      for (int product : customer.favourites()) {
        if (draws.chance(FAVOURITE_CHANCE)) {
          take(basket, product);
        }
      }
    }
  }

  private void shareRest(List<Basket> baskets) {
    for (int product = 0; product < remaining.length; product++) {
      while (remaining[product] > 0) {
        take(baskets.get(draws.whole(0, baskets.size() - 1)), product);
      }
    }
  }

  private void take(Basket basket, int product) {
    double wish = usual[product] * basket.customer().size() * draws.uniform(0.5, 1.5);
    int quantity = Math.min(remaining[product], Math.max(1, (int) Math.rint(wish)));
    basket.quantities()[product] += quantity;
    remaining[product] -= quantity;
  }
}
