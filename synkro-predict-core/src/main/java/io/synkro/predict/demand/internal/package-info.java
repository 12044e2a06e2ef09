/** The rules by which sales become demand, one series at a time, and regression on prices. */
@NullMarked
package io.synkro.predict.demand.internal;

import org.jspecify.annotations.NullMarked;
