package io.synkro.predict.optimize.simulate;

import io.synkro.predict.series.SeriesId;
import io.synkro.predict.univariate.DemandClass;

/**
 * A product in a warehouse with what its simulation came to.
 *
 * @param id product and warehouse
 * @param demandClass class of its demand before the simulation
 * @param run the result
 */
public record SimulatedItem(SeriesId id, DemandClass demandClass, StockRun run) {}
