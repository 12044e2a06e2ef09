package io.synkro.predict.optimize.echelon;

import java.util.stream.IntStream;

/** The links between the stages where stock is dearest, as many as make no circle. */
final class SpanningTree {
  private SpanningTree() {}

  /** Chooses the links (Kruskal's algorithm). */
  static boolean[] of(ServiceModel model) {
    Topology network = model.network();
    int[] piece = IntStream.range(0, model.size()).toArray();
    boolean[] chosen = new boolean[network.links()];
    int[] dearestFirst =
        IntStream.range(0, network.links())
            .boxed()
            .sorted((a, b) -> Double.compare(weight(model, b), weight(model, a)))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int e : dearestFirst) {
      int one = piece[network.supplier(e)];
      int other = piece[network.customer(e)];
      if (one != other) {
        chosen[e] = true;
        for (int k = 0; k < piece.length; k++) {
          piece[k] = piece[k] == other ? one : piece[k];
        }
      }
    }
    return chosen;
  }

  /** Numbers of the links that are not chosen. */
  static int[] rest(boolean[] chosen) {
    return IntStream.range(0, chosen.length).filter(e -> !chosen[e]).toArray();
  }

  private static double weight(ServiceModel model, int link) {
    return Math.min(
        model.costFactor(model.network().supplier(link)),
        model.costFactor(model.network().customer(link)));
  }
}
