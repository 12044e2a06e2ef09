/**
 * The job behind {@code BuildFeatures}, from a sales file to a feature store and a model that is
 * served from it. Start at {@code FeatureJob}.
 */
@NullMarked
package io.synkro.predict.examples.features;

import org.jspecify.annotations.NullMarked;
