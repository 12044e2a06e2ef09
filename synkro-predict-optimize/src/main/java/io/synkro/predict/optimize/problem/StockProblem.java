package io.synkro.predict.optimize.problem;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.Require;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.WarehouseId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Lines, the lanes between them and the limits that they share: see the package for the model.
 * Immutable; safe for use by many threads.
 */
public final class StockProblem {
  private final int periods;
  private final List<StockLine> lines;
  private final List<Lane> lanes;
  private final List<SharedLimit> limits;
  private final Map<SeriesId, Integer> positions;

  private StockProblem(Builder builder) {
    this.periods = builder.periods;
    this.lines = List.copyOf(builder.lines);
    this.lanes = List.copyOf(builder.lanes);
    this.limits = List.copyOf(builder.limits);
    this.positions = Map.copyOf(builder.positions);
  }

  /**
   * Starts a problem.
   *
   * @param periods number of periods, at least 1
   * @return a builder
   */
  public static Builder builder(int periods) {
    return new Builder(Require.atLeast("periods", periods, 1, ""));
  }

  /**
   * Returns the number of periods.
   *
   * @return at least 1
   */
  public int periods() {
    return periods;
  }

  /**
   * Returns the lines.
   *
   * @return at least one
   */
  public List<StockLine> lines() {
    return lines;
  }

  /**
   * Returns the position of a line.
   *
   * @param id product and warehouse
   * @return position in {@link #lines()}
   * @throws io.synkro.predict.InvalidInputException if there is no such line
   */
  public int position(SeriesId id) {
    Integer position = positions.get(id);
    if (position == null) {
      throw new InvalidInputException("line", id.toString(), "must be one of the problem", "");
    }
    return position;
  }

  /**
   * Returns the lanes.
   *
   * @return may be none
   */
  public List<Lane> lanes() {
    return lanes;
  }

  /**
   * Returns the shared limits.
   *
   * @return may be none
   */
  public List<SharedLimit> limits() {
    return limits;
  }

  /**
   * Returns the same lines and lanes under other limits.
   *
   * @param others limits
   * @return a problem
   */
  public StockProblem withLimits(List<SharedLimit> others) {
    Builder builder = withoutLimits();
    lanes.forEach(builder::lane);
    others.forEach(builder::limit);
    return builder.build();
  }

  /**
   * Returns the same lines and limits with other lanes.
   *
   * @param others lanes
   * @return a problem
   */
  public StockProblem withLanes(List<Lane> others) {
    Builder builder = withoutLimits();
    others.forEach(builder::lane);
    limits.forEach(builder::limit);
    return builder.build();
  }

  private Builder withoutLimits() {
    Builder builder = builder(periods);
    lines.forEach(builder::add);
    return builder;
  }

  /**
   * Looks for what no plan can keep, line by line and limit by limit: minimum stocks that no order
   * can reach in time, or that are above what may be kept; and hard limits of room below what the
   * least stock of all lines takes.
   *
   * @return in words; empty if nothing was found, which does not mean that there is a plan
   */
  public List<String> contradictions() {
    return new Contradictions(this).found();
  }

  /** Collects lines, lanes and limits. Not safe for use by several threads. */
  public static final class Builder {
    private final int periods;
    private final List<StockLine> lines = new ArrayList<>();
    private final List<Lane> lanes = new ArrayList<>();
    private final List<SharedLimit> limits = new ArrayList<>();
    private final Map<SeriesId, Integer> positions = new HashMap<>();
    private final Set<WarehouseId> warehouses = new HashSet<>();
    private final Set<Object> known = new HashSet<>();

    private Builder(int periods) {
      this.periods = periods;
    }

    /**
     * Adds a line.
     *
     * @param line a line of as many periods
     * @return this builder
     */
    public Builder add(StockLine line) {
      Require.that(
          line.periods() == periods,
          "periods of " + line.id(),
          line.periods(),
          "must be those of the problem, " + periods,
          "");
      boolean isNew = positions.putIfAbsent(line.id(), lines.size()) == null;
      Require.that(isNew, "line", line.id(), "must be there once", "add them up");
      lines.add(line);
      warehouses.add(line.id().warehouse());
      return this;
    }

    /**
     * Adds a lane.
     *
     * @param lane between two lines of equal packs
     * @return this builder
     */
    public Builder lane(Lane lane) {
      Require.that(known.add(lane), "lane", lane, "must be there once", "remove one");
      lanes.add(lane);
      return this;
    }

    /**
     * Adds a lane for every product that two warehouses have both, of the lines added so far.
     *
     * @param from warehouse that sends
     * @param to warehouse that receives
     * @param leadPeriods periods from sending to arrival
     * @param packCost cost of moving a pack of the line that sends
     * @return this builder
     */
    public Builder lanes(
        WarehouseId from, WarehouseId to, int leadPeriods, ToDoubleFunction<StockLine> packCost) {
      for (StockLine line : lines) {
        SeriesId other = new SeriesId(line.id().product(), to);
        if (line.id().warehouse().equals(from) && positions.containsKey(other)) {
          lane(Lane.of(line.id(), other, leadPeriods, packCost.applyAsDouble(line)));
        }
      }
      return this;
    }

    /**
     * Adds a shared limit.
     *
     * @param limit of one of the periods; a subject may have several, such as an elastic one below
     *     a hard one
     * @return this builder
     */
    public Builder limit(SharedLimit limit) {
      Require.index("period of " + limit, limit.period(), periods);
      Require.that(known.add(limit), "limit", limit, "must be there once", "remove one");
      limits.add(limit);
      return this;
    }

    /**
     * Builds the problem.
     *
     * @return the problem
     * @throws InvalidInputException if a lane joins lines that are not there or have different
     *     packs, lanes without lead time form a circle, or there is room of a warehouse without
     *     lines
     */
    public StockProblem build() {
      Require.atLeast("lines", lines.size(), 1, "add what is to be planned");
      for (SharedLimit limit : limits) {
        if (limit instanceof SharedLimit.Room room) {
          Require.that(
              warehouses.contains(room.warehouse()),
              "warehouse of a room",
              room.warehouse(),
              "must have a line",
              "it is misspelt");
        }
      }
      StockProblem problem = new StockProblem(this);
      LaneOrder.require(problem);
      return problem;
    }
  }
}
