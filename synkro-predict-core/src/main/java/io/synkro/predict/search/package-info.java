/**
 * Search of hyper-parameters: describes what may be varied, tries values, learns where good ones
 * lie, gives up hopeless trials early, and goes on where it was stopped. It knows nothing of what
 * is searched for. Start at {@code Study}. Uses nothing but the root package and Jackson.
 */
@NullMarked
package io.synkro.predict.search;

import org.jspecify.annotations.NullMarked;
