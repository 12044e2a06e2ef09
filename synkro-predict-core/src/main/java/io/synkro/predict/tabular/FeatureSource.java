package io.synkro.predict.tabular;

import io.synkro.predict.series.SeriesPanel;
import java.util.List;

/**
 * Turns a panel into features. The contract: a row depends on nothing but demand and past-only
 * covariates before its origin, covariates known in the future up to its target step, and static
 * attributes. So the same rows of a panel that is cut at the origin are equal to the last bit, and
 * training cannot see the future. Implementations are immutable and safe for use by many threads.
 */
public interface FeatureSource {
  /**
   * Returns the columns that this source computes for a panel.
   *
   * @param panel the panel; only its covariates and attributes matter
   * @return the schema, equal for every panel with the same covariates and attribute levels
   */
  FeatureSchema schema(SeriesPanel panel);

  /**
   * Computes features.
   *
   * @param panel demand and what goes along with it
   * @param rows which rows
   * @return one row for each of {@code rows}, in the same order
   */
  FeatureTable compute(SeriesPanel panel, FeatureRows rows);

  /**
   * Returns this source with the work done that depends on the kind of a panel alone, for those who
   * ask for features of many small panels of that kind.
   *
   * @param panel a panel of the kind: its frequency, covariates and names of attributes matter
   * @return a source with the same features for every panel, also those of another kind
   */
  default FeatureSource preparedFor(SeriesPanel panel) {
    return this;
  }

  /**
   * Returns the columns of numbers that rise with the value that a covariate has at the target.
   *
   * @param panel the panel
   * @param covariate name of one of its covariates
   * @return names of columns, none if there are none or the source cannot tell
   */
  default List<String> risingWith(SeriesPanel panel, String covariate) {
    return List.of();
  }
}
