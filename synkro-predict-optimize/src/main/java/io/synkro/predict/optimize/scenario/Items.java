package io.synkro.predict.optimize.scenario;

import io.synkro.predict.internal.Require;
import io.synkro.predict.inventory.StockItem;
import io.synkro.predict.inventory.SupplierId;
import io.synkro.predict.series.ProductId;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.StaticAttribute;
import io.synkro.predict.series.WarehouseId;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which items a change is about.
 *
 * @param inWords for people, such as "category tea"
 * @param which whether an item is among them
 */
public record Items(String inWords, Predicate<StockItem> which) {

  /**
   * Chooses all items.
   *
   * @return all
   */
  public static Items all() {
    return new Items("all items", item -> true);
  }

  /**
   * Chooses a product wherever it is.
   *
   * @param product the product
   * @return its items
   */
  public static Items of(ProductId product) {
    return new Items("product " + product, item -> item.id().product().equals(product));
  }

  /**
   * Chooses what is in a warehouse.
   *
   * @param warehouse the warehouse
   * @return its items
   */
  public static Items of(WarehouseId warehouse) {
    return new Items("warehouse " + warehouse, item -> item.id().warehouse().equals(warehouse));
  }

  /**
   * Chooses what a supplier delivers.
   *
   * @param supplier who delivers
   * @return its items
   */
  public static Items of(SupplierId supplier) {
    return new Items("supplier " + supplier, item -> item.supply().supplier().equals(supplier));
  }

  /**
   * Chooses by a static attribute, such as the category.
   *
   * @param panel the series with their attributes
   * @param name of the attribute
   * @param value that the items have
   * @return the items of these series
   * @throws io.synkro.predict.InvalidInputException if the panel has no such attribute
   */
  public static Items withAttribute(SeriesPanel panel, String name, String value) {
    StaticAttribute found =
        panel.attributes().stream()
            .filter(attribute -> attribute.name().equals(name))
            .findFirst()
            .orElse(null);
    Require.that(
        found != null,
        "attribute",
        name,
        "must be one of " + panel.attributes().stream().map(StaticAttribute::name).toList(),
        "");
    Set<SeriesId> ids = new HashSet<>();
    for (int s = 0; found != null && s < panel.size(); s++) {
      if (found.value(s).equals(value)) {
        ids.add(panel.id(s));
      }
    }
    return new Items(name + " " + value, item -> ids.contains(item.id()));
  }

  /**
   * Chooses those that others choose too.
   *
   * @param others items
   * @return the items of both
   */
  public Items and(Items others) {
    return new Items(inWords + " and " + others.inWords, which.and(others.which));
  }

  boolean has(StockItem item) {
    return which.test(item);
  }
}
