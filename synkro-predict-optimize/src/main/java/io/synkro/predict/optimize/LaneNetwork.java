package io.synkro.predict.optimize;

import io.synkro.predict.series.ProductId;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.WarehouseId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which lines lanes join, and what that changes in them.
 *
 * <p>Engines let goods that arrive in a period be sent on in it, which is before they are there if
 * both happen between two days of orders. So a line that runs short before its orders arrive has
 * goods from the period on whose demand they serve, and sends nothing; all others have them from
 * the next day of orders on.
 */
final class LaneNetwork {
  private final PlanRules rules;
  private final Map<SeriesId, PlanLine> kept;
  private final Map<SeriesId, LineModel> lines = new LinkedHashMap<>();
  private final Set<SeriesId> senders = new HashSet<>();
  private final Set<SeriesId> receivers = new HashSet<>();
  private final List<Joint> joints = new ArrayList<>();

  /**
   * Two lines that a lane joins.
   *
   * @param periods from sending to when goods count
   */
  record Joint(SeriesId from, SeriesId to, int periods, TransferLane lane) {}

  private record Packs(ProductId product, double size) {
    static Packs of(LineModel line) {
      return new Packs(line.item().id().product(), line.item().supply().packSize());
    }
  }

  /**
   * Joins lines.
   *
   * @param alone lines as they are without lanes, in the order of items
   * @param lanes between warehouses
   * @param kept lines of a plan that is not to be changed; none if there is no plan yet
   */
  LaneNetwork(
      Collection<LineModel> alone,
      List<TransferLane> lanes,
      PlanRules rules,
      Map<SeriesId, PlanLine> kept) {
    this.rules = rules;
    this.kept = kept;
    alone.forEach(line -> lines.put(line.item().id(), line));
    kept.values().stream()
        .flatMap(line -> line.transfers().stream())
        .forEach(
            transfer -> {
              senders.add(transfer.from());
              receivers.add(transfer.to());
            });
    List<Joint> pairs = pairs(lanes);
    if (!pairs.isEmpty()) {
      Set<SeriesId> urgent = urgent(pairs);
      pairs.forEach(pair -> join(pair, urgent));
      tellLines(steps(pairs));
      serve();
    }
  }

  /** Returns the lines, in the order of items. */
  Map<SeriesId, LineModel> lines() {
    return Collections.unmodifiableMap(lines);
  }

  /** Returns what is joined, lane by lane. */
  List<Joint> joints() {
    return Collections.unmodifiableList(joints);
  }

  /** Lines that lanes could join, with the periods until goods serve demand. */
  private List<Joint> pairs(List<TransferLane> lanes) {
    Map<WarehouseId, List<LineModel>> byWarehouse = new HashMap<>();
    for (LineModel line : lines.values()) {
      byWarehouse.computeIfAbsent(line.item().id().warehouse(), it -> new ArrayList<>()).add(line);
    }
    List<Joint> pairs = new ArrayList<>();
    for (TransferLane lane : lanes) {
      for (LineModel from : byWarehouse.getOrDefault(lane.from(), List.of())) {
        LineModel to = lines.get(new SeriesId(from.item().id().product(), lane.to()));
        if (to != null && Packs.of(from).equals(Packs.of(to)) && mayShareSteps(from, to)) {
          pairs.add(
              new Joint(
                  from.item().id(), to.item().id(), to.times().periodAfter(lane.days()), lane));
        }
      }
    }
    return pairs;
  }

  /** Steps of a plan that is kept cannot be changed any more. */
  private boolean mayShareSteps(LineModel from, LineModel to) {
    return kept.isEmpty() || from.step() == to.step();
  }

  /** Returns lines that run out of stock when only goods from elsewhere can help. */
  private Set<SeriesId> urgent(List<Joint> pairs) {
    Map<SeriesId, Integer> first = new HashMap<>();
    pairs.forEach(pair -> first.merge(pair.to(), pair.periods(), Math::min));
    Set<SeriesId> urgent = new HashSet<>();
    first.forEach(
        (id, periods) -> {
          if (line(id).runsShort(periods + rules.frozenPeriods()) && !senders.contains(id)) {
            urgent.add(id);
          }
        });
    return urgent;
  }

  private void join(Joint pair, Set<SeriesId> urgent) {
    int days = rules.calendar().days();
    int untilOrders = (pair.lane().days() + days - 1) / days;
    int periods = urgent.contains(pair.to()) ? pair.periods() : untilOrders;
    if (!urgent.contains(pair.from())
        && periods + rules.frozenPeriods() < rules.calendar().periods()) {
      joints.add(new Joint(pair.from(), pair.to(), periods, pair.lane()));
    }
  }

  /** Goods of one line have to be whole steps of the other. */
  private Map<Packs, Double> steps(List<Joint> pairs) {
    Map<Packs, Double> steps = new HashMap<>();
    for (Joint pair : pairs) {
      for (SeriesId id : List.of(pair.from(), pair.to())) {
        steps.merge(Packs.of(line(id)), line(id).step(), Math::max);
      }
    }
    return steps;
  }

  private void tellLines(Map<Packs, Double> steps) {
    Map<SeriesId, Integer> inbound = new HashMap<>();
    for (Joint joint : joints) {
      inbound.merge(joint.from(), LineLanes.NEVER, Math::min);
      inbound.merge(joint.to(), joint.periods(), Math::min);
    }
    inbound.forEach(
        (id, periods) -> {
          double step = kept.isEmpty() ? steps.get(Packs.of(line(id))) : line(id).step();
          lines.put(id, line(id).joined(new LineLanes(step, periods, List.of())));
        });
  }

  /**
   * Finds the demand that is not lost, since what others do not need before their orders arrive can
   * serve it for less than its margin. A rule of thumb: cheap, and the plan may do otherwise.
   */
  private void serve() {
    Map<SeriesId, List<Joint>> inbound = new HashMap<>();
    joints.forEach(it -> inbound.computeIfAbsent(it.to(), id -> new ArrayList<>()).add(it));
    Map<SeriesId, Double> spare = new HashMap<>();
    for (SeriesId id : List.copyOf(lines.keySet())) {
      if (inbound.containsKey(id) && (kept.isEmpty() || receivers.contains(id))) {
        double[] served = new double[rules.calendar().periods()];
        double sum = 0;
        for (Joint joint : inbound.get(id)) {
          double most = spare.computeIfAbsent(joint.from(), it -> line(it).spare());
          double given = serve(joint, most, served);
          spare.put(joint.from(), most - given);
          sum += given;
        }
        if (sum > 0) {
          List<Double> units = Arrays.stream(served).boxed().toList();
          LineLanes known = line(id).lanes();
          lines.put(id, line(id).joined(new LineLanes(known.step(), known.inbound(), units)));
        }
      }
    }
  }

  private double serve(Joint joint, double most, double[] served) {
    LineModel to = line(joint.to());
    if (joint.lane().unitCost() >= to.item().costs().unitMargin()) {
      return 0;
    }
    int day = rules.frozenPeriods() * rules.calendar().days() + joint.lane().days();
    double left = most;
    for (int t = joint.periods() + rules.frozenPeriods(); t < served.length; t++) {
      double units = Math.min(left, Math.max(0, to.lostFrom(t, day) - served[t]));
      served[t] += units;
      left -= units;
    }
    return most - left;
  }

  /** Returns a line that is there. */
  LineModel line(SeriesId id) {
    LineModel line = lines.get(id);
    if (line == null) {
      throw new IllegalStateException("There is no line " + id);
    }
    return line;
  }
}
