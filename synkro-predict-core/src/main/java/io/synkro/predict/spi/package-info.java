/**
 * What authors of engines implement: small providers that {@code java.util.ServiceLoader} finds.
 * Start at {@code LearnerProvider}.
 */
@NullMarked
package io.synkro.predict.spi;

import org.jspecify.annotations.NullMarked;
