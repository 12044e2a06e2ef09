/**
 * Ensembles of decision trees in plain Java: what LightGBM and XGBoost have trained is read from
 * their own model files, scored with the native engine's scores, explained and saved, without
 * native code. Start at {@code TreeModels}. Uses {@code tabular}.
 */
@NullMarked
package io.synkro.predict.trees;

import org.jspecify.annotations.NullMarked;
