/**
 * The engine {@code "ojalgo"}: a branch and bound of our own on the linear programs of ojAlgo, none
 * of whose statuses are taken on trust. Start at {@code OjalgoEngine}.
 */
@NullMarked
package io.synkro.predict.optimize.linear.ojalgo;

import org.jspecify.annotations.NullMarked;
