/**
 * Ensembles of decision trees in plain Java: what LightGBM and XGBoost have trained is read from
 * their own model text and evaluated without native code, with the native engine's scores. Start at
 * {@code TreeModels}. Uses {@code tabular}.
 */
@NullMarked
package io.synkro.predict.trees;

import org.jspecify.annotations.NullMarked;
