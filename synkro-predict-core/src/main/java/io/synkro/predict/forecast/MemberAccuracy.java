package io.synkro.predict.forecast;

/**
 * How well a method did in a backtest. Lower is better; NaN where a measure is not defined.
 *
 * @param name the method
 * @param wape weighted absolute percentage error over all series, steps and origins
 * @param rmsse root mean squared scaled error, mean over series and origins
 * @param mase mean absolute scaled error, mean over series and origins
 * @param bias relative bias over all series, steps and origins; positive if too high
 */
public record MemberAccuracy(String name, double wape, double rmsse, double mase, double bias) {}
