package io.synkro.predict.quality;

/**
 * X.
 *
 * @param text x
 */
public record DataQualityReport(String text) {}
