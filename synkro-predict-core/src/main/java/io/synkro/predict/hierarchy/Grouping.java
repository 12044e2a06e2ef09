package io.synkro.predict.hierarchy;

import io.synkro.predict.internal.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What the series of one total have in common: nothing (the total of all), their product, their
 * warehouse, the values of attributes, or several of these together. One grouping makes one level
 * of a {@link Hierarchy}.
 *
 * @param product whether the series of a total are of one product
 * @param warehouse whether they are of one warehouse
 * @param attributes names of the attributes that they share; kept sorted
 */
public record Grouping(boolean product, boolean warehouse, List<String> attributes) {
  /** {@inheritDoc} */
  public Grouping {
    attributes.forEach(name -> Require.identifier("attribute", name));
    attributes = List.copyOf(new TreeSet<>(attributes));
  }

  /**
   * Groups everything into one total.
   *
   * @return the grouping of no key
   */
  public static Grouping total() {
    return new Grouping(false, false, List.of());
  }

  /**
   * Makes a total for each product, over its warehouses.
   *
   * @return the grouping
   */
  public static Grouping byProduct() {
    return new Grouping(true, false, List.of());
  }

  /**
   * Makes a total for each warehouse, over its products.
   *
   * @return the grouping
   */
  public static Grouping byWarehouse() {
    return new Grouping(false, true, List.of());
  }

  /**
   * Makes a total for each value of an attribute, such as category or region.
   *
   * @param attribute its name in the panel
   * @return the grouping
   */
  public static Grouping by(String attribute) {
    return new Grouping(false, false, List.of(attribute));
  }

  /**
   * Crosses two groupings: {@code by("category").and(byWarehouse())} makes a total for each
   * category in each warehouse.
   *
   * @param other further keys
   * @return the grouping by the keys of both
   */
  public Grouping and(Grouping other) {
    List<String> both = new ArrayList<>(attributes);
    both.addAll(other.attributes);
    return new Grouping(product || other.product, warehouse || other.warehouse, both);
  }

  /** Returns the keys, such as {@code category x warehouse}; {@code total} if there is none. */
  @Override
  public String toString() {
    List<String> keys = new ArrayList<>(attributes);
    if (product) {
      keys.add("product");
    }
    if (warehouse) {
      keys.add("warehouse");
    }
    return keys.isEmpty() ? "total" : String.join(" x ", keys);
  }
}
