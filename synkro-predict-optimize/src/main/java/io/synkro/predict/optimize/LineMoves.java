package io.synkro.predict.optimize;

import io.synkro.predict.series.SeriesId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What lanes bring to a line and take from it. */
final class LineMoves {
  private final SeriesId id;
  private final int periods;
  private final List<PlannedTransfer> transfers = new ArrayList<>();
  private double[] net = {}; // of most lines there is nothing

  LineMoves(SeriesId id, int periods) {
    this.id = id;
    this.periods = periods;
  }

  /**
   * Adds goods that leave or arrive.
   *
   * @param period in which the line misses or has them; beyond the last one they do not count
   */
  void add(PlannedTransfer transfer, int period) {
    transfers.add(transfer);
    net = net.length == 0 ? new double[periods] : net;
    if (period < net.length) {
      net[period] += isIncoming(transfer) ? transfer.quantity() : -transfer.quantity();
    }
  }

  /** Returns the moves of a line that is there. */
  static LineMoves of(Map<SeriesId, LineMoves> moves, SeriesId id) {
    return Objects.requireNonNull(moves.get(id));
  }

  /** Returns whether the line receives it. */
  boolean isIncoming(PlannedTransfer transfer) {
    return transfer.to().equals(id);
  }

  /** Returns the units that arrive in a period less those that leave in it. */
  double net(int period) {
    return net.length == 0 ? 0 : net[period];
  }

  /** Returns all goods in the order in which they leave. */
  List<PlannedTransfer> transfers() {
    return transfers;
  }

  /** Returns the cost of what arrives. */
  double cost() {
    return transfers.stream().filter(this::isIncoming).mapToDouble(PlannedTransfer::cost).sum();
  }
}
