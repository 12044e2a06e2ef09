/**
 * Trains gradient-boosted trees with LightGBM; what is trained is pure Java. Start at {@code
 * Engines.learner("lightgbm")}. Uses {@code tabular}, {@code trees} and {@code engine}.
 */
@NullMarked
package io.synkro.predict.engine.lightgbm;

import org.jspecify.annotations.NullMarked;
