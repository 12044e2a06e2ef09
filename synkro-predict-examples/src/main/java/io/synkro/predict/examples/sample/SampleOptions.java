package io.synkro.predict.examples.sample;

import io.synkro.predict.internal.Require;
import java.time.LocalDate;

/**
 * What sample data to make.
 *
 * @param products number of products, 1 to 999
 * @param warehouses number of warehouses, 1 to 99
 * @param days length of the history, at least 28 days
 * @param seed equal seeds give equal files
 * @param lastDay last day with recorded sales; the planned rows follow it
 */
public record SampleOptions(int products, int warehouses, int days, long seed, LocalDate lastDay) {
  private static final int MAX_PRODUCTS = 999;
  private static final int MAX_WAREHOUSES = 99;
  private static final int MAX_DAYS = 20 * 366;
  private static final SampleOptions DEFAULTS =
      new SampleOptions(100, 5, 730, 42, LocalDate.of(2025, 12, 31));

  /** {@inheritDoc} */
  public SampleOptions {
    Require.atLeast("products", products, 1, "");
    Require.that(products <= MAX_PRODUCTS, "products", products, "must be at most 999", "");
    Require.atLeast("warehouses", warehouses, 1, "");
    Require.that(warehouses <= MAX_WAREHOUSES, "warehouses", warehouses, "must be at most 99", "");
    Require.atLeast("days", days, 28, "use 730 for two years");
    Require.that(days <= MAX_DAYS, "days", days, "must be at most " + MAX_DAYS, "use 730");
    Require.that(
        lastDay.getYear() >= 1950 && lastDay.getYear() <= 2500,
        "lastDay",
        lastDay,
        "must be in the years 1950 to 2500",
        "");
  }

  /**
   * Returns the usual size: 100 products in 5 warehouses for 730 days until 2025-12-31.
   *
   * @return the options
   */
  public static SampleOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Returns a copy with another number of products.
   *
   * @param products number of products, 1 to 999
   * @return the copy
   */
  public SampleOptions withProducts(int products) {
    return new SampleOptions(products, warehouses, days, seed, lastDay);
  }

  /**
   * Returns a copy with another number of warehouses.
   *
   * @param warehouses number of warehouses, 1 to 99
   * @return the copy
   */
  public SampleOptions withWarehouses(int warehouses) {
    return new SampleOptions(products, warehouses, days, seed, lastDay);
  }

  /**
   * Returns a copy with another length of history.
   *
   * @param days length of the history, at least 28 days
   * @return the copy
   */
  public SampleOptions withDays(int days) {
    return new SampleOptions(products, warehouses, days, seed, lastDay);
  }

  /**
   * Returns a copy with another seed.
   *
   * @param seed equal seeds give equal files
   * @return the copy
   */
  public SampleOptions withSeed(long seed) {
    return new SampleOptions(products, warehouses, days, seed, lastDay);
  }

  /**
   * Returns a copy with another last day.
   *
   * @param lastDay last day with recorded sales
   * @return the copy
   */
  public SampleOptions withLastDay(LocalDate lastDay) {
    return new SampleOptions(products, warehouses, days, seed, lastDay);
  }

  LocalDate firstDay() {
    return lastDay.minusDays(days - 1L);
  }
}
