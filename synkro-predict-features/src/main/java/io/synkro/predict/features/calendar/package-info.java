/**
 * What the calendar says of a step of time: dates, seasons, pay days, working days, holidays and
 * events. Start at {@code DateFeatures} and {@code EventCalendar}; each feature is a {@code
 * StepFeature}. Uses {@code series}.
 */
@NullMarked
package io.synkro.predict.features.calendar;

import org.jspecify.annotations.NullMarked;
