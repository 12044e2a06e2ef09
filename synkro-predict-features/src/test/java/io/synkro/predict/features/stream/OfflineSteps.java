package io.synkro.predict.features.stream;

import io.synkro.predict.series.Availability;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.SeriesPanelBuilder;
import io.synkro.predict.series.TimeSeries;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The panel of some events, made as slowly and plainly as can be: for every step all events are
 * gone through again.
 */
final class OfflineSteps {
  private final List<DemandEvent> events;
  private final int newest;
  private final int settled;
  private final Silence silence;

  /** Silent steps before {@code settled} have a meaning; the panel ends with {@code newest}. */
  OfflineSteps(List<DemandEvent> events, int newest, int settled, Silence silence) {
    this.events = events;
    this.newest = newest;
    this.settled = settled;
    this.silence = silence;
  }

  SeriesPanel panel() {
    SeriesPanelBuilder builder =
        SeriesPanel.builder(Events.AXIS)
            .futureSteps(0)
            .covariate("price", Availability.PAST_ONLY)
            .covariate("promotion", Availability.PAST_ONLY)
            .covariate("min_stock", Availability.PAST_ONLY)
            .covariate("in_stock_share", Availability.PAST_ONLY)
            .covariate("returns", Availability.PAST_ONLY);
    TreeSet<SeriesId> ids = new TreeSet<>();
    events.forEach(e -> ids.add(e.stamp().series()));
    for (SeriesId id : ids) {
      List<DemandEvent> own = events.stream().filter(e -> e.stamp().series().equals(id)).toList();
      int start = own.stream().mapToInt(OfflineSteps::step).min().orElseThrow();
      int length = newest + 1 - start;
      double[] demand = new double[length];
      Map<String, double[]> covariates = new TreeMap<>();
      for (String name : List.of("price", "promotion", "min_stock", "in_stock_share", "returns")) {
        covariates.put(name, new double[length]);
      }
      for (int t = 0; t < length; t++) {
        fill(own, start + t, t, demand, covariates);
      }
      builder.add(new TimeSeries(id, Events.AXIS, start, demand), covariates, Map.of());
    }
    return builder.build();
  }

  private void fill(
      List<DemandEvent> own, int step, int t, double[] demand, Map<String, double[]> covariates) {
    List<DemandEvent> now = own.stream().filter(e -> step(e) == step).toList();
    boolean known = !now.isEmpty() || step < settled;
    List<DemandEvent> past = own.stream().filter(e -> step(e) <= step).toList();
    List<DemandEvent> prices = of(DemandEvent.PriceChange.class, now);
    List<DemandEvent> levels = of(DemandEvent.StockLevel.class, now);
    double price = last(of(DemandEvent.PriceChange.class, past));
    double stock = last(of(DemandEvent.StockLevel.class, past));
    double promotion =
        prices.isEmpty()
            ? lastPromotion(past)
            : prices.stream().anyMatch(e -> ((DemandEvent.PriceChange) e).promotion()) ? 1 : 0;
    double lowest = levels.stream().mapToDouble(DemandEvent::amount).min().orElse(stock);
    double share =
        levels.isEmpty()
            ? Double.isNaN(stock) ? stock : stock > 0 ? 1 : 0
            : (double) levels.stream().filter(e -> e.amount() > 0).count() / levels.size();
    boolean sold = now.stream().anyMatch(OfflineSteps::isSale);
    double silent = step < settled && silence != Silence.MISSING ? 0 : Double.NaN;
    demand[t] = sold ? sum(of(DemandEvent.Sale.class, now)) : silent;
    set(covariates, "returns", t, sold ? sum(of(DemandEvent.CustomerReturn.class, now)) : silent);
    set(covariates, "price", t, known ? price : Double.NaN);
    set(covariates, "promotion", t, known ? promotion : Double.NaN);
    set(covariates, "min_stock", t, known ? lowest : Double.NaN);
    set(covariates, "in_stock_share", t, known ? share : Double.NaN);
  }

  private static void set(Map<String, double[]> covariates, String name, int t, double value) {
    Objects.requireNonNull(covariates.get(name))[t] = value;
  }

  private static boolean isSale(DemandEvent event) {
    return event instanceof DemandEvent.Sale || event instanceof DemandEvent.CustomerReturn;
  }

  /** Tenths add up exactly as whole numbers. */
  private static double sum(List<DemandEvent> events) {
    return events.stream().mapToLong(e -> Math.round(10 * e.amount())).sum() / 10.0;
  }

  private static List<DemandEvent> of(Class<?> type, List<DemandEvent> events) {
    return events.stream().filter(type::isInstance).toList();
  }

  private static final Comparator<DemandEvent> BY_TIME =
      Comparator.comparing((DemandEvent e) -> e.stamp().time())
          .thenComparing(e -> e.stamp().knownAt())
          .thenComparing(DemandEvent::amount)
          .thenComparing(e -> e instanceof DemandEvent.PriceChange p && p.promotion());

  private static double last(List<DemandEvent> events) {
    return events.stream().max(BY_TIME).map(DemandEvent::amount).orElse(Double.NaN);
  }

  private static double lastPromotion(List<DemandEvent> past) {
    return of(DemandEvent.PriceChange.class, past).stream()
        .max(BY_TIME)
        .map(e -> ((DemandEvent.PriceChange) e).promotion() ? 1.0 : 0.0)
        .orElse(Double.NaN);
  }

  static int step(DemandEvent event) {
    return (int) Events.AXIS.stepOf(event.stamp().time());
  }
}
