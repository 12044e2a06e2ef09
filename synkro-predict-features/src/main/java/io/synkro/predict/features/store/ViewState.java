package io.synkro.predict.features.store;

import io.synkro.predict.features.view.FeatureStatus;
import io.synkro.predict.features.view.FeatureView;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How a view is doing online, for monitoring. Immutable.
 *
 * @param view the view
 * @param entities how many entities have rows
 * @param newestEvent greatest event time of the rows that are served now; empty if there is none
 * @param reads how many features have been read since the store was opened, for every status
 */
public record ViewState(
    FeatureView view,
    long entities,
    Optional<Instant> newestEvent,
    Map<FeatureStatus, Long> reads) {
  /** {@inheritDoc} */
  public ViewState {
    reads = Map.copyOf(reads);
  }
}
