package io.synkro.predict.features.online;

import io.synkro.predict.tabular.FeatureTable;
import java.util.List;

/**
 * Features of many entities as they were at one moment. Immutable.
 *
 * @param vectors values, event times and statuses of each entity, in the order asked for
 * @param table the values once more, for models: one row for each entity
 */
public record OnlineTable(List<OnlineVector> vectors, FeatureTable table) {
  /** {@inheritDoc} */
  public OnlineTable {
    vectors = List.copyOf(vectors);
  }
}
