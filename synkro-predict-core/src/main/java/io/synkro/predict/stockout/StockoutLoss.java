package io.synkro.predict.stockout;

/**
 * What is expected to be lost to stock-outs within the horizon if nothing more is ordered.
 *
 * @param units demand that cannot be served, zero or more
 * @param revenue units times selling price
 * @param margin units times selling price less purchase price
 */
public record StockoutLoss(double units, double revenue, double margin) {}
