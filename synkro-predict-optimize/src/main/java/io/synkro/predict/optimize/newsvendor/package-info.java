/**
 * How much to have for a demand that is not known yet: one period (start at {@code Newsvendor}), or
 * several with fixed order costs ({@code FiniteHorizon}). Uses {@code distribution}.
 */
@NullMarked
package io.synkro.predict.optimize.newsvendor;

import org.jspecify.annotations.NullMarked;
