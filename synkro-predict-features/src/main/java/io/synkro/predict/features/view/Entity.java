package io.synkro.predict.features.view;

import io.synkro.predict.internal.Require;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What features describe: a product in a warehouse, a product, a supplier. Immutable.
 *
 * @param name unique name, such as {@code series}
 * @param keys names of the parts of a key, in order, at least one, unique: {@code product}, {@code
 *     warehouse}
 */
public record Entity(String name, List<String> keys) {
  /** A product in a warehouse. */
  public static final Entity SERIES = Entity.of("series", "product", "warehouse");

  /** A product in all warehouses. */
  public static final Entity PRODUCT = Entity.of("product", "product");

  /** A warehouse with all its products. */
  public static final Entity WAREHOUSE = Entity.of("warehouse", "warehouse");

  /** {@inheritDoc} */
  public Entity {
    Require.identifier("entity", name);
    keys = List.copyOf(keys);
    Require.that(!keys.isEmpty(), "keys of entity " + name, "none", "must be at least one", "");
    Set<String> unique = new HashSet<>();
    for (String key : keys) {
      Require.identifier("key of entity " + name, key);
      Require.that(unique.add(key), "key of entity " + name, key, "must be unique", "");
    }
  }

  /**
   * Creates an entity.
   *
   * @param name its name
   * @param keys names of the parts of a key
   * @return the entity
   */
  public static Entity of(String name, String... keys) {
    return new Entity(name, List.of(keys));
  }

  /**
   * Refuses keys with another number of parts.
   *
   * @param key a key
   * @return the key
   */
  public EntityKey requireKey(EntityKey key) {
    Require.that(
        key.size() == keys.size(),
        "key of entity " + name,
        key,
        "must have the parts " + keys,
        "give one value for each");
    return key;
  }
}
