/**
 * The online feature store: the latest features of every entity in memory, in the process that
 * predicts, durable by a change log and snapshots. Start at {@code OnlineStore}. Uses {@code
 * features.view} and {@code features.log}.
 */
@NullMarked
package io.synkro.predict.features.online;

import org.jspecify.annotations.NullMarked;
