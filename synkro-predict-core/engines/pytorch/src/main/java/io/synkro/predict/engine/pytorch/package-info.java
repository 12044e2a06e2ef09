/**
 * Trains LSTMs with PyTorch, through the Deep Java Library. Start at {@code
 * Engines.sequenceLearner("pytorch")} of core. Uses {@code pattern}, {@code spi} and {@code engine}
 * of core; what it trains needs neither PyTorch nor this module any more.
 */
@NullMarked
package io.synkro.predict.engine.pytorch;

import org.jspecify.annotations.NullMarked;
