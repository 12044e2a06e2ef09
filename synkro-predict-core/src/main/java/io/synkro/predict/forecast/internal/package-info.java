/** The parts of a forecaster: cleaning, members, rolling origins, interval calibration. */
@NullMarked
package io.synkro.predict.forecast.internal;

import org.jspecify.annotations.NullMarked;
