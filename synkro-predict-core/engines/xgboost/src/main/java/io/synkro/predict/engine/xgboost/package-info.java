/**
 * Trains gradient-boosted trees with XGBoost; what is trained is pure Java. Start at {@code
 * Engines.learner("xgboost")}. Uses {@code tabular}, {@code trees} and {@code engine}.
 */
@NullMarked
package io.synkro.predict.engine.xgboost;

import org.jspecify.annotations.NullMarked;
