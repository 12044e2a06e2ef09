/**
 * Checks of arguments, growing arrays, special functions and files that are whole or absent, shared
 * by every module of this project and by nobody else. Start at {@code Require}.
 */
@NullMarked
package io.synkro.predict.internal;

import org.jspecify.annotations.NullMarked;
