/**
 * A durable log of changes in a folder, with snapshots: what has been acknowledged is there after a
 * crash. It carries bytes and does not know what they mean. Start at {@code ChangeLog}.
 */
@NullMarked
package io.synkro.predict.features.log;

import org.jspecify.annotations.NullMarked;
