package io.synkro.predict.trees;

import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureTable;
import java.util.List;

/** One row of a price and a store. */
final class Tables {
  static final FeatureSchema SCHEMA =
      new FeatureSchema(List.of(Feature.number("price"), Feature.category("store", 3)));

  private Tables() {}

  static FeatureTable row(float price, float store) {
    return new FeatureTable(SCHEMA, new float[][] {{price}, {store}});
  }
}
