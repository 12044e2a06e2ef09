package io.synkro.predict.features;

import io.synkro.predict.features.HistoryFeature.Until;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the state of an entity keeps what a plan needs: the channels of single series, and apart
 * from them each group channel, with the numbers that their transforms carry along. Immutable.
 */
final class LiveLayout {
  /** A transform that carries numbers along. */
  record Carried(HistoryFeature feature, int ring, int at) {}

  /** The channels of one state. */
  record Part(
      List<Channel> channels, List<Integer> capacities, List<Carried> carried, int numbers) {
    int ring(Channel channel) {
      return channels.indexOf(channel);
    }
  }

  private final Part own;
  private final List<Part> groups;
  private final int[] memberChannels;
  private final int openSteps;
  private final int[] at;
  private final int[] rings;
  private final int[] lookbacks;

  LiveLayout(PipelinePlan plan, int openSteps) {
    this.openSteps = openSteps;
    this.at = new int[plan.nodes().size()];
    this.rings = new int[plan.nodes().size()];
    this.lookbacks = new int[plan.nodes().size()];
    List<Channel> grouped = plan.channels().stream().filter(Channel::isGroup).toList();
    List<Channel> single = plan.channels().stream().map(Channel::ofSeries).distinct().toList();
    this.own = part(plan, single);
    this.groups = grouped.stream().map(c -> part(plan, List.of(c))).toList();
    this.memberChannels = grouped.stream().mapToInt(c -> own.ring(c.ofSeries())).toArray();
  }

  private Part part(PipelinePlan plan, List<Channel> channels) {
    List<Carried> carried = new ArrayList<>();
    int numbers = 0;
    for (int n = 0; n < plan.nodes().size(); n++) {
      if (!(plan.node(n).feature() instanceof HistoryFeature feature)
          || !channels.contains(feature.channel())) {
        continue;
      }
      rings[n] = channels.indexOf(feature.channel());
      lookbacks[n] = feature.transform().lookback();
      if (feature.transform().stateSize() > 0) {
        at[n] = numbers;
        carried.add(new Carried(feature, channels.indexOf(feature.channel()), numbers));
        numbers += feature.transform().stateSize();
      }
    }
    List<Integer> capacities = channels.stream().map(c -> plan.lookback(c) + openSteps).toList();
    return new Part(channels, capacities, List.copyOf(carried), numbers);
  }

  Part own() {
    return own;
  }

  /** One part for each group channel. */
  List<Part> groups() {
    return groups;
  }

  /** Position of a group channel, -1 for that of a single series. */
  int group(Channel channel) {
    for (int g = 0; g < groups.size(); g++) {
      if (groups.get(g).channels().get(0).equals(channel)) {
        return g;
      }
    }
    return -1;
  }

  /** The channel of a series that goes into a group channel. */
  int memberChannel(int group) {
    return memberChannels[group];
  }

  /** How many of the newest steps may still be corrected. */
  int openSteps() {
    return openSteps;
  }

  /** Where the numbers of a node lie in those of its part. */
  int at(int node) {
    return at[node];
  }

  /** The ring of its part that a node looks at. */
  int ring(int node) {
    return rings[node];
  }

  /** How far back the transform of a node reads. */
  int lookback(int node) {
    return lookbacks[node];
  }

  /** How far behind a step the value lies that a transform takes in with it. */
  static int delay(HistoryFeature feature) {
    return feature.until() == Until.ORIGIN ? feature.longestLag() - 1 : 0;
  }
}
