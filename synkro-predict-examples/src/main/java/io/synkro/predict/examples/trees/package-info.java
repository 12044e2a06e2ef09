/** Scoring of a tree model from files. Start at {@code ScoreTrees}, one package up. */
@NullMarked
package io.synkro.predict.examples.trees;

import org.jspecify.annotations.NullMarked;
