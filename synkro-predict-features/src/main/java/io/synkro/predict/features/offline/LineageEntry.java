package io.synkro.predict.features.offline;

import io.synkro.predict.features.view.Lineage;

/**
 * One step from features back to what they were computed from. Immutable.
 *
 * @param view name of a view
 * @param version version of the view
 * @param commit a commit of that version
 */
public record LineageEntry(String view, String version, Commit commit) {
  /** Returns one line for people, such as {@code demand 3f2a… commit 7 (day-7): 20 rows from …}. */
  @Override
  public String toString() {
    Lineage origin = commit.lineage();
    String text =
        "%s %s commit %d (%s): %d rows from %s, rows %d to %d"
            .formatted(
                view,
                version,
                commit.number(),
                commit.batchId(),
                commit.segment().rows(),
                origin.source(),
                origin.fromRow(),
                origin.toRow());
    return origin.versions().isEmpty()
        ? text
        : text + ", computed by " + String.join(", ", origin.versions());
  }
}
