/**
 * Writes a planning report as one HTML file that needs nothing else: no network, no fonts, no
 * libraries. Start at {@link io.synkro.predict.examples.report.HtmlPage}; charts are immutable
 * values such as {@link io.synkro.predict.examples.report.ForecastChart}. Uses the argument checks
 * of the core only: callers turn forecasts and plans into plain arrays.
 */
@NullMarked
package io.synkro.predict.examples.report;

import org.jspecify.annotations.NullMarked;
