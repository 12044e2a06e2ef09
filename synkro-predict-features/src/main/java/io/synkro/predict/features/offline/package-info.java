/**
 * The history of features, on disk and for training: immutable columnar files with atomic commits,
 * joins that are correct in event time and in knowledge time, and backfills that can be resumed.
 * Start at {@code OfflineStore}; {@code PointInTimeJoin} also joins batches that are in memory.
 * Uses {@code view}.
 */
@NullMarked
package io.synkro.predict.features.offline;

import org.jspecify.annotations.NullMarked;
