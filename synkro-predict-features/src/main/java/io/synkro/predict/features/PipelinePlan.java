package io.synkro.predict.features;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The features of a pipeline in the order in which they are computed, with the channels that they
 * look at. Features that are only operands of others come after the columns. Immutable.
 */
final class PipelinePlan {
  /** A feature with the positions of its operands, or -1. */
  record Node(PipelineFeature feature, int first, int second) {}

  private final List<Node> nodes;
  private final int columns;
  private final int[] order;
  private final List<Channel> channels;
  private final int[] lookbacks;
  private final int[] ahead;

  private PipelinePlan(Compilation made) {
    this.nodes = List.copyOf(made.nodes);
    this.columns = made.columns;
    this.order = made.order.stream().mapToInt(Integer::intValue).toArray();
    this.channels = List.copyOf(made.lookbacks.keySet());
    this.lookbacks = channels.stream().mapToInt(made.lookbacks::get).toArray();
    this.ahead = channels.stream().mapToInt(made.ahead::get).toArray();
  }

  static PipelinePlan of(List<PipelineFeature> features) {
    Compilation compilation = new Compilation(features.size());
    for (int c = 0; c < features.size(); c++) {
      compilation.positions.putIfAbsent(features.get(c).definition(), c);
      compilation.nodes.add(new Node(features.get(c), -1, -1));
    }
    for (int c = 0; c < features.size(); c++) {
      compilation.connect(c);
    }
    return new PipelinePlan(compilation);
  }

  /** All features: the columns, then the operands that are no columns. */
  List<Node> nodes() {
    return nodes;
  }

  Node node(int position) {
    return nodes.get(position);
  }

  int columns() {
    return columns;
  }

  /** Positions of the nodes, operands before what is made of them. */
  int[] order() {
    return order.clone();
  }

  List<Channel> channels() {
    return channels;
  }

  int channel(Channel channel) {
    return channels.indexOf(channel);
  }

  /** How far before the origin any feature of a channel reads, at least 1. */
  int lookback(Channel channel) {
    int position = channels.indexOf(channel);
    return position < 0 ? 1 : lookbacks[position];
  }

  /** How many steps after the target any feature of a channel knows plans of. */
  int stepsAhead(Channel channel) {
    int position = channels.indexOf(channel);
    return position < 0 ? 0 : ahead[position];
  }

  private static final class Compilation {
    private final int columns;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Integer> order = new ArrayList<>();
    private final Set<Integer> connected = new HashSet<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<Channel, Integer> lookbacks = new LinkedHashMap<>();
    private final Map<Channel, Integer> ahead = new HashMap<>();

    Compilation(int columns) {
      this.columns = columns;
    }

    void connect(int position) {
      if (!connected.add(position)) {
        return;
      }
      PipelineFeature feature = nodes.get(position).feature();
      if (feature instanceof CombinedFeature combined) {
        int first = operand(combined.first());
        int second = operand(combined.second());
        nodes.set(position, new Node(feature, first, second));
      } else if (feature instanceof HistoryFeature history) {
        int reach = Math.max(1, history.transform().lookback());
        int back =
            history.until() == HistoryFeature.Until.TARGET
                ? Math.max(1, reach - history.stepsAhead())
                : reach + history.longestLag() - 1;
        lookbacks.merge(history.channel(), back, Math::max);
        ahead.merge(history.channel(), history.stepsAhead(), Math::max);
      }
      order.add(position);
    }

    private int operand(PipelineFeature feature) {
      Integer known = positions.get(feature.definition());
      if (known == null) {
        known = nodes.size();
        positions.put(feature.definition(), known);
        nodes.add(new Node(feature, -1, -1));
      }
      connect(known);
      return known;
    }
  }
}
