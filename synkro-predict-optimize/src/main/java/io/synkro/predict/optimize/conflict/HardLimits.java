package io.synkro.predict.optimize.conflict;

import static java.util.Comparator.comparingDouble;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.synkro.predict.optimize.problem.LimitRows;
import io.synkro.predict.optimize.problem.SharedLimit;
import io.synkro.predict.optimize.problem.Space;
import io.synkro.predict.optimize.problem.StockLine;
import io.synkro.predict.optimize.problem.StockProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The hard limits of a problem, a row for the tightest of each subject and period. Immutable after
 * it is made.
 */
final class HardLimits {
  /** No limit. */
  static final int NONE = -1;

  /** What the check of plans allows beyond a limit: less than this is no contradiction. */
  private static final double TOLERANCE = 1e-6;

  private final LimitRows positions;
  private final List<SharedLimit> limits = new ArrayList<>();
  private final int[] rows;
  private final double[] free;

  HardLimits(StockProblem problem) {
    this.positions = LimitRows.of(problem);
    List<SharedLimit> all = problem.limits();
    this.rows = new int[all.size()];
    Arrays.fill(rows, NONE);
    Map<SharedLimit, SharedLimit> tightest = new HashMap<>();
    for (SharedLimit limit : all) {
      if (limit.price() == SharedLimit.HARD) {
        tightest.merge(
            limit.with(0, SharedLimit.HARD), limit, (a, b) -> a.amount() <= b.amount() ? a : b);
      }
    }
    for (int p = 0; p < rows.length; p++) {
      if (all.get(p).equals(tightest.get(all.get(p).with(0, SharedLimit.HARD)))) {
        rows[p] = limits.size();
        limits.add(all.get(p));
      }
    }
    this.free = limits.stream().mapToDouble(SharedLimit::amount).toArray();
    problem.lines().forEach(this::commit);
  }

  private void commit(StockLine line) {
    for (int t = 0; t < line.periods(); t++) {
      double stock = Math.max(0, line.stockWithoutOrders(t));
      for (Space space : Space.values()) {
        int row = row(positions.room(line.id().warehouse(), space, t));
        if (row != NONE) {
          free[row] -= line.unitSpace(space) * stock;
        }
      }
    }
  }

  /** Returns where the limits of the problem are. */
  LimitRows positions() {
    return positions;
  }

  /** Returns the row of the hard limit among some positions, or {@link #NONE}. */
  int row(List<Integer> limitPositions) {
    for (int position : limitPositions) {
      if (rows[position] != NONE) {
        return rows[position];
      }
    }
    return NONE;
  }

  /** Returns the number of rows. */
  int size() {
    return limits.size();
  }

  /** Returns the limit of a row. */
  SharedLimit limit(int row) {
    return limits.get(row);
  }

  /** Returns what orders may use of each row; below zero if stock takes more than there is. */
  double[] free() {
    return free.clone();
  }

  /** Returns the rows of some limits. */
  List<Integer> rows(List<SharedLimit> some) {
    return IntStream.range(0, size()).filter(r -> some.contains(limits.get(r))).boxed().toList();
  }

  /** Returns the rows that stock and open orders exceed before anything is ordered. */
  List<Integer> overfull() {
    return IntStream.range(0, free.length).filter(r -> free[r] < -tolerance(r)).boxed().toList();
  }

  /** Returns the rooms of which some rows are overfull. */
  List<OverfullRoom> rooms(List<Integer> overfull) {
    Map<String, List<Integer>> subjects =
        overfull.stream()
            .collect(groupingBy(r -> LimitText.subject(limit(r)), LinkedHashMap::new, toList()));
    List<OverfullRoom> rooms = new ArrayList<>();
    for (List<Integer> rows : subjects.values()) {
      int worst = rows.stream().min(comparingDouble(r -> free[r])).orElseThrow();
      double taken = limit(worst).amount() - free[worst];
      rooms.add(new OverfullRoom(limit(worst), taken, rows.stream().map(this::limit).toList()));
    }
    return rooms;
  }

  /** Returns how much more than its amount a plan may use of a row and still pass the check. */
  double tolerance(int row) {
    return TOLERANCE * Math.max(1, limits.get(row).amount());
  }
}
