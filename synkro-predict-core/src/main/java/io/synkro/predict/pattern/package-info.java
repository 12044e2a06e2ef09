/**
 * What orders and demand look like: classes, trends, anomalies, customer segments, associations.
 * Start at {@code PatternAnalyzer}. Uses {@code series}, {@code orders} and {@code evaluate}.
 */
@NullMarked
package io.synkro.predict.pattern;

import org.jspecify.annotations.NullMarked;
