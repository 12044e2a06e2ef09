/**
 * Made-up but realistic sales, stock and customers' orders to try the library with. Start at {@link
 * io.synkro.predict.examples.sample.SampleData}. Uses nothing but the JDK and the argument checks
 * of the core.
 */
@NullMarked
package io.synkro.predict.examples.sample;

import org.jspecify.annotations.NullMarked;
