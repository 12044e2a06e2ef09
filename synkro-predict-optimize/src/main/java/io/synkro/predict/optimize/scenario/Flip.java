package io.synkro.predict.optimize.scenario;

import io.synkro.predict.series.SeriesId;

/**
 * An item that is ordered today in one of two plans only.
 *
 * @param id product and warehouse
 * @param before units ordered today by the base plan
 * @param after units ordered today by the plan of the scenario
 * @param money what is ordered of it more, at purchase prices; below zero if less
 */
public record Flip(SeriesId id, double before, double after, double money) {}
