package io.synkro.predict.features.view;

import io.synkro.predict.internal.Require;
import io.synkro.predict.series.SeriesId;
import java.util.List;

/**
 * Which entity a row of features is about: the values of the entity's keys, such as a product and a
 * warehouse. Kept as one text, since a store holds millions of them. Immutable.
 */
public final class EntityKey implements Comparable<EntityKey> {
  /** Identifiers hold no control characters, so parts that are joined by one stay apart. */
  private static final char SEPARATOR = '\u001f';

  private final String text;

  private EntityKey(String text) {
    this.text = text;
  }

  /**
   * Creates a key.
   *
   * @param parts one value for each key of the entity, at least one, not blank, without control
   *     characters
   * @return the key
   */
  public static EntityKey of(String... parts) {
    Require.atLeast("parts of a key", parts.length, 1, "give the values of the entity's keys");
    for (String part : parts) {
      Require.identifier("part of a key", part);
    }
    return new EntityKey(String.join(String.valueOf(SEPARATOR), parts));
  }

  /**
   * Creates the key of a series.
   *
   * @param id product and warehouse
   * @return a key of {@link Entity#SERIES}
   */
  public static EntityKey of(SeriesId id) {
    return of(id.product().value(), id.warehouse().value());
  }

  /**
   * Reads a key back.
   *
   * @param joined what {@link #joined()} has returned
   * @return the key
   */
  public static EntityKey ofJoined(String joined) {
    int from = 0;
    for (int to = joined.indexOf(SEPARATOR); to >= 0; to = joined.indexOf(SEPARATOR, from)) {
      Require.identifier("part of a key", joined.substring(from, to));
      from = to + 1;
    }
    Require.identifier("part of a key", joined.substring(from));
    return new EntityKey(joined);
  }

  /**
   * Returns the parts in one text, for files.
   *
   * @return the parts with U+001F between them
   */
  public String joined() {
    return text;
  }

  /**
   * Returns the values of the keys.
   *
   * @return at least one
   */
  public List<String> parts() {
    return List.of(text.split(String.valueOf(SEPARATOR), -1));
  }

  /**
   * Returns the number of parts.
   *
   * @return at least 1
   */
  public int size() {
    int size = 1;
    for (int at = text.indexOf(SEPARATOR); at >= 0; at = text.indexOf(SEPARATOR, at + 1)) {
      size++;
    }
    return size;
  }

  @Override
  public int compareTo(EntityKey other) {
    return text.compareTo(other.text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EntityKey that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Returns the parts with {@code @} between them, for people; not meant to be parsed. */
  @Override
  public String toString() {
    return text.replace(SEPARATOR, '@');
  }
}
