package io.synkro.predict.optimize;

import io.synkro.predict.inventory.StockItem;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** What a line rests on, and what follows from it whether or not lanes join the line to others. */
record LineBasis(
    StockItem item,
    LinePolicy.Ahead ahead,
    PlanRules rules,
    LineTimes times,
    LinePolicy policy,
    LineErrors errors) {
  static LineBasis of(StockItem item, LinePolicy.Ahead ahead, PlanRules rules) {
    LocalDate today = rules.calendar().asOf();
    LineTimes times =
        LineTimes.of(
            rules.calendar(),
            (int) ChronoUnit.DAYS.between(today, item.supply().arrivalOfOrder(today)));
    LinePolicy policy =
        new LinePolicy(item, ahead, Math.max(item.supply().reviewDays(), rules.calendar().days()));
    return new LineBasis(
        item, ahead, rules, times, policy, new LineErrors(policy, times, ahead.demand()));
  }
}
