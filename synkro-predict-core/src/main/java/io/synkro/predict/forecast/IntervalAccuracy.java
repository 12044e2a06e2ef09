package io.synkro.predict.forecast;

/**
 * How honest the quantiles of a forecast were in the backtest, where each origin is judged by what
 * the errors of the others teach. All are NaN if demand was observed after one origin only.
 *
 * @param level nominal coverage of the widest interval that was asked for
 * @param coverage share of the steps whose demand was inside that interval
 * @param weightedQuantileLoss over the deciles, by the demand; see {@link
 *     io.synkro.predict.evaluate.QuantileScores#weightedQuantileLoss}
 * @param crps continuous ranked probability score in units, by the deciles; see {@link
 *     io.synkro.predict.evaluate.QuantileScores#crps}
 * @param msis mean scaled interval score of the interval, by the naive error of each series; see
 *     {@link io.synkro.predict.evaluate.IntervalScores}
 */
public record IntervalAccuracy(
    double level, double coverage, double weightedQuantileLoss, double crps, double msis) {}
