/** Checks of arguments, shared by every module of this project and by nobody else. */
@NullMarked
package io.synkro.predict.internal;

import org.jspecify.annotations.NullMarked;
