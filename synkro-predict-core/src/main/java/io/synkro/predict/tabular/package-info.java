/**
 * Tables of features and the contract of the engines that learn from them. Start at {@code
 * Learner}; {@code FeatureSource} turns a panel into a table. Uses {@code series}.
 */
@NullMarked
package io.synkro.predict.tabular;

import org.jspecify.annotations.NullMarked;
