package io.synkro.predict.optimize;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Something that orders use up: money, or the space of a warehouse. Used by one thread. */
final class Limit {
  private static final double ROUNDING = 1e-9;

  private final String name;
  private final double amount;
  private final ToDoubleFunction<LineDraft> useOfPack;
  private double wanted;
  private double used;
  private double marginalValue;

  /** {@code useOfPack} is zero for lines that this limit does not concern. */
  Limit(String name, double amount, ToDoubleFunction<LineDraft> useOfPack) {
    this.name = name;
    this.amount = amount;
    this.useOfPack = useOfPack;
  }

  void measure(List<LineDraft> drafts) {
    wanted = drafts.stream().mapToDouble(d -> d.wantedPacks() * useOfPack.applyAsDouble(d)).sum();
  }

  boolean binds() {
    return wanted > amount * (1 + ROUNDING);
  }

  double useOfPack(LineDraft draft) {
    return useOfPack.applyAsDouble(draft);
  }

  /** Share of all there is that a pack takes; infinite if there is nothing. */
  double shareOfPack(LineDraft draft) {
    double use = useOfPack(draft);
    return use == 0 ? 0 : use / amount;
  }

  /** Whole packs that still fit; rounding must not cost the last one. */
  long fits(LineDraft draft) {
    double use = useOfPack(draft);
    return use == 0
        ? Long.MAX_VALUE
        : (long) Math.max(0, Math.floor((amount - used) / use + ROUNDING));
  }

  void take(LineDraft draft, long packs) {
    used += packs * useOfPack(draft);
  }

  /** Remembers what the best pack that did not fit would have saved for a unit of this limit. */
  void refuse(LineDraft draft, long packs) {
    marginalValue =
        Math.max(
            marginalValue,
            draft.unitsSavedBy(packs) * draft.unitMargin() / (packs * useOfPack(draft)));
  }

  BindingConstraint result() {
    return new BindingConstraint(name, amount, used, wanted, marginalValue);
  }
}
