package io.synkro.predict.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Counts findings and keeps the gravest of each kind. */
final class Findings {
  private final int cap;
  private final Map<FindingKind, Integer> counts = new EnumMap<>(FindingKind.class);

  /** The least grave finding that is kept is on top, ready to give way. */
  private final Map<FindingKind, PriorityQueue<Finding>> kept = new EnumMap<>(FindingKind.class);

  Findings(int cap) {
    this.cap = cap;
  }

  void add(Finding finding) {
    counts.merge(finding.kind(), 1, Integer::sum);
    PriorityQueue<Finding> queue =
        kept.computeIfAbsent(
            finding.kind(), kind -> new PriorityQueue<>(Collections.reverseOrder()));
    queue.add(finding);
    if (queue.size() > cap) {
      queue.remove();
    }
  }

  Map<FindingKind, Integer> counts() {
    return counts;
  }

  List<Finding> sorted() {
    List<Finding> all = new ArrayList<>();
    kept.values().forEach(all::addAll);
    Collections.sort(all);
    return all;
  }
}
