package io.synkro.predict.optimize.problem;

import io.synkro.predict.inventory.SupplierId;
import io.synkro.predict.series.WarehouseId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the shared limits that an order or a stock falls under. Immutable. */
public final class LimitRows {
  private record Key(Object subject, int period) {}

  private record Place(WarehouseId warehouse, Space space) {}

  private static final String MONEY = "money";

  private final Map<Key, List<Integer>> rows = new HashMap<>();

  private LimitRows() {}

  /**
   * Finds the limits of a problem.
   *
   * @param problem the problem
   * @return positions in {@link StockProblem#limits()} by what they limit
   */
  public static LimitRows of(StockProblem problem) {
    LimitRows found = new LimitRows();
    for (int r = 0; r < problem.limits().size(); r++) {
      SharedLimit limit = problem.limits().get(r);
      found.rows.computeIfAbsent(key(limit), k -> new ArrayList<>()).add(r);
    }
    return found;
  }

  private static Key key(SharedLimit limit) {
    if (limit instanceof SharedLimit.Room room) {
      return new Key(new Place(room.warehouse(), room.space()), room.period());
    }
    if (limit instanceof SharedLimit.Capacity capacity) {
      return new Key(capacity.supplier(), capacity.period());
    }
    return new Key(MONEY, limit.period());
  }

  /**
   * Returns the budgets of a period.
   *
   * @param period from 0
   * @return positions, maybe none
   */
  public List<Integer> budget(int period) {
    return rows.getOrDefault(new Key(MONEY, period), List.of());
  }

  /**
   * Returns the capacities of a supplier.
   *
   * @param supplier who delivers
   * @param period of the order, from 0
   * @return positions, maybe none
   */
  public List<Integer> capacity(SupplierId supplier, int period) {
    return rows.getOrDefault(new Key(supplier, period), List.of());
  }

  /**
   * Returns the room of a warehouse.
   *
   * @param warehouse where
   * @param space kind of room
   * @param period from 0
   * @return positions, maybe none
   */
  public List<Integer> room(WarehouseId warehouse, Space space, int period) {
    return rows.getOrDefault(new Key(new Place(warehouse, space), period), List.of());
  }
}
