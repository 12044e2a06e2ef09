/**
 * The feature store: rows are validated, acknowledged, served at once and kept for training. Start
 * at {@code FeatureStore}, which wires {@code features.validation}, {@code features.online} and
 * {@code features.offline} together.
 */
@NullMarked
package io.synkro.predict.features.store;

import org.jspecify.annotations.NullMarked;
