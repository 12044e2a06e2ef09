/**
 * What-if: changes of one snapshot of demand, items and limits, planned anew and compared with the
 * plan of today. Start at {@code WhatIf}. Uses {@code optimize}.
 */
@NullMarked
package io.synkro.predict.optimize.scenario;

import org.jspecify.annotations.NullMarked;
