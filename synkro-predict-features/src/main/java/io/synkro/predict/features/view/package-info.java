/**
 * What a feature store holds: entities, their keys, views of features with time to live, and
 * batches of rows with two times each. Start at {@code FeatureView}. Uses {@code tabular}.
 */
@NullMarked
package io.synkro.predict.features.view;

import org.jspecify.annotations.NullMarked;
