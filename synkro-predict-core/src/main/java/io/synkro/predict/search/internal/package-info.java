/** The Tree-structured Parzen Estimator on plain arrays; knows neither trials nor files. */
@NullMarked
package io.synkro.predict.search.internal;

import org.jspecify.annotations.NullMarked;
