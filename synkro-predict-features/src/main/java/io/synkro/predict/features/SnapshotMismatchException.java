package io.synkro.predict.features;

import io.synkro.predict.SynkroPredictException;
import io.synkro.predict.internal.Require;
import java.util.List;

/** A snapshot of other features, or of features with other settings, than those that read it. */
public final class SnapshotMismatchException extends SynkroPredictException {
  private static final long serialVersionUID = 1L;
  private static final int MOST_NAMED = 5;

  private final String[] differences;

  /**
   * Creates an exception.
   *
   * @param differences what is different in the snapshot, at least one line
   */
  public SnapshotMismatchException(List<String> differences) {
    super(
        "The snapshot is of other features: %s. Maybe build them anew from their history in another folder."
            .formatted(text(differences)));
    this.differences = differences.toArray(new String[0]);
  }

  private static String text(List<String> differences) {
    List<String> named =
        differences.stream().limit(MOST_NAMED).map(d -> Require.abbreviated(d, 200)).toList();
    int more = differences.size() - named.size();
    return String.join("; ", named) + (more > 0 ? "; and %d more".formatted(more) : "");
  }

  /**
   * Returns what is different in the snapshot.
   *
   * @return one line for each difference, such as {@code mean_7 is mean(8) of demand, daily, not
   *     mean(7) of demand, daily}
   */
  public List<String> differences() {
    return List.of(differences);
  }
}
