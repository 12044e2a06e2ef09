package io.synkro.predict.features.view;

import io.synkro.predict.internal.Require;
import java.util.List;

/**
 * Where a batch of features comes from. Immutable.
 *
 * @param source what it was computed from, such as a file, table or topic
 * @param fromRow first row or offset of the source that went into it
 * @param toRow row or offset after the last one, at least {@code fromRow}
 * @param versions versions of the views or pipelines that it was computed from; may be empty
 */
public record Lineage(String source, long fromRow, long toRow, List<String> versions) {
  /** {@inheritDoc} */
  public Lineage {
    Require.identifier("source", source);
    Require.that(toRow >= fromRow, "toRow", toRow, "must be at least fromRow, " + fromRow, "");
    versions = List.copyOf(versions);
  }

  /**
   * Creates the lineage of a batch that was not computed from rows.
   *
   * @param source what it comes from
   * @return the lineage
   */
  public static Lineage of(String source) {
    return new Lineage(source, 0, 0, List.of());
  }
}
