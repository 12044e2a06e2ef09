package io.synkro.predict.trees.internal;

import io.synkro.predict.internal.IntArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The questions that the nodes of a forest ask, those that are equal only once: a few hundred
 * thresholds a feature, however many trees there are. A condition holds if the node sends a value
 * to the right. Immutable.
 */
final class Conditions {
  /** More bits for categories than this (64 MB) are left to the kernel that walks. */
  private static final long MAX_CATEGORY_WORDS = 1 << 23;

  final List<NumberColumn> numbers = new ArrayList<>();
  final List<CategoryColumn> categories = new ArrayList<>();

  /** The condition of each node. */
  final int[] ofNode;

  /** Number of conditions. */
  final int size;

  private Conditions(Forest.Nodes nodes, Dialect dialect, Map<Column, IntArray> columns) {
    ofNode = new int[nodes.feature().length];
    int next = 0;
    for (Map.Entry<Column, IntArray> entry : columns.entrySet()) {
      IntArray asking = entry.getValue();
      if (entry.getKey().isCategory()) {
        CategoryColumn column = new CategoryColumn(nodes, dialect, asking, next);
        categories.add(column);
        for (int i = 0; i < asking.size(); i++) {
          ofNode[asking.get(i)] = next++;
        }
      } else {
        NumberColumn column = new NumberColumn(nodes, dialect, asking, next);
        numbers.add(column);
        for (int i = 0; i < asking.size(); i++) {
          ofNode[asking.get(i)] = column.condition(nodes, asking.get(i));
        }
        next += column.conditions();
      }
    }
    size = next;
  }

  /** Returns whether {@link #of} takes a forest: not if its categories need too large tables. */
  static boolean fit(Forest forest) {
    long words = 0;
    for (Map.Entry<Column, IntArray> entry : columns(forest.nodes()).entrySet()) {
      if (entry.getKey().isCategory()) {
        words += CategoryColumn.size(forest.nodes(), entry.getValue());
      }
    }
    return words <= MAX_CATEGORY_WORDS;
  }

  static Conditions of(Forest forest) {
    return new Conditions(forest.nodes(), forest.dialect(), columns(forest.nodes()));
  }

  private static Map<Column, IntArray> columns(Forest.Nodes nodes) {
    Map<Column, IntArray> columns = new LinkedHashMap<>();
    for (int n = 0; n < nodes.feature().length; n++) {
      columns.computeIfAbsent(Column.of(nodes, n), c -> new IntArray()).add(n);
    }
    return columns;
  }

  /** What nodes share that one column answers: the feature, its kind, which values are missing. */
  private record Column(int feature, int rules) {
    private static final int KIND =
        Forest.CATEGORY | Forest.NAN_IS_MISSING | Forest.ZERO_IS_MISSING;

    static Column of(Forest.Nodes nodes, int node) {
      return new Column(nodes.feature()[node], nodes.rules()[node] & KIND);
    }

    boolean isCategory() {
      return (rules & Forest.CATEGORY) != 0;
    }
  }
}
