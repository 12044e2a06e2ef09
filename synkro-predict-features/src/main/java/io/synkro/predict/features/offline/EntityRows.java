package io.synkro.predict.features.offline;

import io.synkro.predict.features.offline.internal.KeyDictionary;
import io.synkro.predict.features.view.Entity;
import io.synkro.predict.features.view.EntityKey;
import io.synkro.predict.internal.Require;

/**
 * What to join features to: entities, each as of a time. The arrays are not copied, since there may
 * be many rows: they must not be written to afterwards. Safe for use by many threads under that
 * condition.
 */
public final class EntityRows {
  private final Entity entity;
  private final EntityKey[] keys;
  private final long[] asOf;
  private final long[] knownBy;
  private final KeyDictionary dictionary = new KeyDictionary();
  private final int[] codes;

  private EntityRows(Entity entity, EntityKey[] keys, long[] asOf, long[] knownBy) {
    Require.that(
        asOf.length == keys.length && knownBy.length == keys.length,
        "lengths of asOf and knownBy",
        "%d, %d".formatted(asOf.length, knownBy.length),
        "must be the number of keys, " + keys.length,
        "");
    this.entity = entity;
    this.keys = keys;
    this.asOf = asOf;
    this.knownBy = knownBy;
    this.codes = new int[keys.length];
    dictionary.addAll(keys.length, row -> keys[row], codes, 0);
    for (int code = 0; code < dictionary.size(); code++) {
      entity.requireKey(EntityKey.ofJoined(dictionary.text(code)));
    }
  }

  /**
   * Creates rows for which all counts that was known at their time.
   *
   * @param entity what the rows are about
   * @param keys which one, for each row
   * @param asOf as of what time, milliseconds since 1970-01-01T00:00Z, for each row
   * @return the rows
   */
  public static EntityRows of(Entity entity, EntityKey[] keys, long[] asOf) {
    return new EntityRows(entity, keys, asOf, asOf);
  }

  /**
   * Returns the same rows with another time up to which something may have been known. A training
   * set that is to see corrections of the past takes a later one.
   *
   * @param newKnownBy milliseconds since 1970-01-01T00:00Z, for each row
   * @return the rows
   */
  public EntityRows knownBy(long[] newKnownBy) {
    return new EntityRows(entity, keys, asOf, newKnownBy);
  }

  /**
   * Returns what the rows are about.
   *
   * @return the entity
   */
  public Entity entity() {
    return entity;
  }

  /**
   * Returns the number of rows.
   *
   * @return zero or more
   */
  public int size() {
    return keys.length;
  }

  /**
   * Returns which entity a row is about.
   *
   * @param row position of the row
   * @return its key
   */
  public EntityKey key(int row) {
    return keys[row];
  }

  /**
   * Returns as of what time a row is.
   *
   * @param row position of the row
   * @return milliseconds since 1970-01-01T00:00Z
   */
  public long asOfMillis(int row) {
    return asOf[row];
  }

  /**
   * Returns by when what counts for a row must have been known.
   *
   * @param row position of the row
   * @return milliseconds since 1970-01-01T00:00Z
   */
  public long knownByMillis(int row) {
    return knownBy[row];
  }

  KeyDictionary dictionary() {
    return dictionary;
  }

  int code(int row) {
    return codes[row];
  }
}
