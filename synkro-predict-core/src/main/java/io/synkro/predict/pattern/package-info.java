/**
 * What orders and demand look like: classes, trends, anomalies, customer segments, associations.
 * Start at {@code PatternAnalyzer}. {@code LstmClassifier} tells the class of a sequence. Uses
 * {@code series} and {@code orders}.
 */
@NullMarked
package io.synkro.predict.pattern;

import org.jspecify.annotations.NullMarked;
