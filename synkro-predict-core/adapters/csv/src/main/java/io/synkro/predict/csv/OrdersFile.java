package io.synkro.predict.csv;

import io.synkro.predict.orders.OrderLines;

/**
 * An orders file that was read.
 *
 * @param lines its order lines in the order of the file
 * @param report what became of every row
 */
public record OrdersFile(OrderLines lines, ReadReport report) {}
