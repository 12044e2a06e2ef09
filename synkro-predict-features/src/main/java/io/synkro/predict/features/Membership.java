package io.synkro.predict.features;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The attributes and groups of a series; series with the same ones share it. Immutable but for the
 * groups themselves.
 *
 * @param attributes texts of the attributes that matter, by their names
 * @param codes codes of the attributes of the plan's nodes, by node; NaN for none
 * @param groups its group for each group channel, or null where it belongs to none
 */
record Membership(
    Map<String, String> attributes, List<Float> codes, List<@Nullable LiveGroup> groups) {}
