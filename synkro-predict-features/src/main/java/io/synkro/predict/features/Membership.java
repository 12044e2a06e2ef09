package io.synkro.predict.features;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The attributes and groups of a series; series with the same ones share it. Immutable but for the
 * groups themselves.
 *
 * @param codes codes of the attributes of the plan's nodes, by node; NaN for none
 * @param groups its group for each group channel, or null where it belongs to none
 */
record Membership(List<Float> codes, List<@Nullable LiveGroup> groups) {}
