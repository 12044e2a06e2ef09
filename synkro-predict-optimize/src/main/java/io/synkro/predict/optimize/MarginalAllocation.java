package io.synkro.predict.optimize;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Gives out packs, one step after another, to the line where a step avoids the most expected lost
 * margin for what it uses up, until nothing more fits. With several limits, a step's use is the sum
 * of its shares of each. Source: Fox (1966), "Discrete optimization via marginal analysis",
 * Management Science 13, doi:10.1287/mnsc.13.3.210: since each further pack of a line avoids less
 * than the one before, no plan of the same cost avoids more, up to the last packs that no longer
 * fit. First steps as large as a minimum order, and steps of several packs for large orders, make
 * it a heuristic.
 */
final class MarginalAllocation {
  private static final int STEPS_PER_LINE = 64;

  private static final Comparator<Step> BEST_FIRST =
      Comparator.comparingDouble(Step::marginForUse)
          .thenComparingDouble(Step::unitsForUse)
          .reversed()
          .thenComparing(step -> step.draft().id());

  private record Step(LineDraft draft, long packs, double marginForUse, double unitsForUse) {}

  private final List<Limit> limits;

  private MarginalAllocation(List<Limit> limits) {
    this.limits = limits;
  }

  /** Decides the packs of all drafts and returns the limits that bind. */
  static List<Limit> decide(List<LineDraft> drafts, List<Limit> limits) {
    limits.forEach(limit -> limit.measure(drafts));
    List<Limit> binding = limits.stream().filter(Limit::binds).toList();
    new MarginalAllocation(binding).giveOut(drafts);
    return binding;
  }

  private void giveOut(List<LineDraft> drafts) {
    PriorityQueue<Step> steps = new PriorityQueue<>(BEST_FIRST);
    for (LineDraft draft : drafts) {
      if (limits.stream().allMatch(limit -> limit.useOfPack(draft) == 0)) {
        draft.order(draft.wantedPacks());
      } else if (draft.wantedPacks() > 0) {
        steps.add(next(draft));
      }
    }
    while (!steps.isEmpty()) {
      Step step = steps.remove();
      LineDraft draft = step.draft();
      long fitting = limits.stream().mapToLong(limit -> limit.fits(draft)).min().orElse(0);
      long taken = fitting >= step.packs() ? step.packs() : fitting;
      if (draft.packs() + taken < draft.leastPacks()) {
        taken = 0;
      }
      take(draft, taken);
      if (taken < step.packs()) {
        refuse(draft, draft.packs() == 0 ? draft.leastPacks() : 1);
      } else if (draft.packs() < draft.wantedPacks()) {
        steps.add(next(draft));
      }
    }
  }

  private void take(LineDraft draft, long packs) {
    limits.forEach(limit -> limit.take(draft, packs));
    draft.order(draft.packs() + packs);
  }

  private void refuse(LineDraft draft, long packs) {
    limits.stream()
        .filter(limit -> limit.fits(draft) < packs)
        .forEach(limit -> limit.refuse(draft, packs));
  }

  private Step next(LineDraft draft) {
    long wanted = draft.wantedPacks();
    long step = (wanted + STEPS_PER_LINE - 1) / STEPS_PER_LINE;
    long packs =
        Math.min(
            draft.packs() == 0 ? Math.max(draft.leastPacks(), step) : step, wanted - draft.packs());
    double share = 0;
    for (Limit limit : limits) {
      share += limit.shareOfPack(draft);
    }
    double unitsForUse = draft.unitsSavedBy(packs) / (packs * share);
    return new Step(draft, packs, unitsForUse * draft.unitMargin(), unitsForUse);
  }
}
