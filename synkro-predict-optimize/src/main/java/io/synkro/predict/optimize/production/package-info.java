/**
 * What to make when: lot sizes of several items that share a capacity, with set-ups that take time
 * and money. Start at {@code CapacitatedLotSizing} and {@code LotSizingSolver}. Uses {@code engine}
 * and {@code linear}.
 */
@NullMarked
package io.synkro.predict.optimize.production;

import org.jspecify.annotations.NullMarked;
