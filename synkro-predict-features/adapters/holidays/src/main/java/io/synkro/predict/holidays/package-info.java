/**
 * Public holidays of countries and their regions. Start at {@code PublicHolidays}. Uses {@code
 * features.calendar}.
 */
@NullMarked
package io.synkro.predict.holidays;

import org.jspecify.annotations.NullMarked;
