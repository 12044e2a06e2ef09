/**
 * Models of many settings that the native engines train, to compare with. Start at {@code
 * ModelZoo}. Uses {@code engine.lightgbm} and {@code engine.xgboost}.
 */
@NullMarked
package io.synkro.predict.engine.reference;

import org.jspecify.annotations.NullMarked;
