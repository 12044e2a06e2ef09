package io.synkro.predict.features.offline;

import io.synkro.predict.features.view.FeatureSelection;
import io.synkro.predict.internal.Require;
import io.synkro.predict.internal.Shared;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Joins features to rows such that each row sees what was known at its time and nothing else. Of
 * the rows of a view that have the row's key, an event time of at most its as-of time and a
 * known-at time of at most its known-by time, it takes the one with the greatest event time; of
 * those the one with the greatest known-at time; of those the one that was committed last, and
 * within a batch the last. Its age, from event time to as-of time, decides whether it is fresh,
 * stale or expired.
 *
 * <p>A view is joined by the names of its keys, so a view of products may be joined to rows of
 * products in warehouses. Each lookup takes logarithmic time whatever the data, and rows are found
 * independently of one another, so the result is the same for any number of threads. Immutable and
 * safe for use by many threads.
 */
public final class PointInTimeJoin {
  private static final int PIECE = 4_096;

  private final List<FeatureHistory> histories;
  private final boolean eventTimeOnly;
  private final int threads;
  private final Executor executor;

  private PointInTimeJoin(
      List<FeatureHistory> histories, boolean eventTimeOnly, int threads, Executor executor) {
    this.histories = histories;
    this.eventTimeOnly = eventTimeOnly;
    this.threads = threads;
    this.executor = executor;
  }

  /**
   * Creates a join.
   *
   * @param histories what was known, at least one
   * @return the join, on the calling thread
   */
  public static PointInTimeJoin of(List<FeatureHistory> histories) {
    Require.that(!histories.isEmpty(), "histories", "none", "must be at least one", "");
    return new PointInTimeJoin(List.copyOf(histories), false, 1, Runnable::run);
  }

  /**
   * Returns a join that ignores when things were known. <b>It leaks</b>: rows see values that came
   * late or were corrected after their time, which a model cannot have when it predicts, so it
   * looks better in training than it is. For data whose known-at times mean nothing.
   *
   * @return the join
   */
  public PointInTimeJoin eventTimeOnly() {
    return new PointInTimeJoin(histories, true, threads, executor);
  }

  /**
   * Returns a join that works on many threads.
   *
   * @param newThreads most threads, the calling one among them, at least 1
   * @param newExecutor runs the others
   * @return the join
   */
  public PointInTimeJoin parallel(int newThreads, Executor newExecutor) {
    Require.atLeast("threads", newThreads, 1, "");
    return new PointInTimeJoin(histories, eventTimeOnly, newThreads, newExecutor);
  }

  /**
   * Joins.
   *
   * @param rows entities and times
   * @return one row for each row given, in the same order
   * @throws io.synkro.predict.InvalidInputException if a view has a key that the rows' entity
   *     lacks, or two columns have one name, as those of two versions of a view
   */
  public TrainingSet join(EntityRows rows) {
    FeatureSchema schema =
        FeatureSelection.jointSchema(histories.stream().map(FeatureHistory::selection).toList());
    List<ViewJoin> joins = new ArrayList<>();
    for (FeatureHistory history : histories) {
      joins.add(new ViewJoin(history, rows, eventTimeOnly));
    }
    int pieces = (int) ((rows.size() + PIECE - 1L) / PIECE);
    Shared.run(
        pieces,
        threads,
        executor,
        () ->
            piece -> {
              int from = piece * PIECE;
              int to = Math.min(rows.size() - from, PIECE) + from;
              joins.forEach(join -> join.join(from, to));
            });
    float[][] values =
        joins.stream().flatMap(join -> join.values().stream()).toArray(float[][]::new);
    byte[][] statuses =
        joins.stream().flatMap(join -> join.statuses().stream()).toArray(byte[][]::new);
    return new TrainingSet(
        rows,
        new FeatureTable(schema, values),
        statuses,
        joins.stream().map(ViewJoin::joined).toList());
  }
}
