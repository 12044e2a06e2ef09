package io.synkro.predict.pattern;

import io.synkro.predict.orders.OrderLines;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.univariate.DemandProfile;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Describes demand and orders: classes, trends and anomalies of every series, customer segments,
 * products bought together and, with a sequence learner, who will order again. Equal input gives an
 * equal report. Immutable; safe for use by many threads.
 *
 * <pre>{@code
 * PatternReport report =
 *     PatternAnalyzer.builder().learner(Engines.sequenceLearner("pytorch")).build()
 *         .analyze(sales, orders);
 * System.out.println(report.text());
 * }</pre>
 */
public final class PatternAnalyzer {
  private final PatternOptions options;
  private final @Nullable SequenceLearner learner;
  private final LstmOptions lstm;

  private PatternAnalyzer(Builder builder) {
    this.options = builder.options;
    this.learner = builder.learner;
    this.lstm = builder.lstm;
  }

  /**
   * Starts an analyzer with standard options and without a sequence learner.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Analyses demand alone; what needs orders stays empty in the report.
   *
   * @param sales demand; where it has the covariate {@code in_stock}, steps below 1 count as
   *     unknown, so that a stock-out is neither low demand nor a drop
   * @return the report
   */
  public PatternReport analyze(SeriesPanel sales) {
    return analyze(sales, OrderLines.builder().build());
  }

  /**
   * Analyses demand and orders.
   *
   * @param sales demand; see {@link #analyze(SeriesPanel)}
   * @param orders customers' orders; "today" is the day after the last of them
   * @return the report
   */
  public PatternReport analyze(SeriesPanel sales, OrderLines orders) {
    Sellable sellable = new Sellable(sales);
    OrderBook book = OrderBook.of(orders);
    return new PatternReport(
        IntStream.range(0, sales.size())
            .mapToObj(i -> DemandProfile.of(sales.id(i), sellable.values(i)))
            .toList(),
        new TrendSearch(sales, sellable).search(options.significance()),
        new AnomalySearch(sales, sellable, options).search(),
        new CustomerSearch(orders, book).search(),
        new AssociationSearch(orders).search(options),
        learner == null
            ? new ReorderOutlook.NotAsked()
            : new ReorderStudy(orders, book).run(learner, lstm));
  }

  /** Collects what an analyzer needs; not safe for use by many threads. */
  public static final class Builder {
    private PatternOptions options = PatternOptions.standard();
    private @Nullable SequenceLearner learner;
    private LstmOptions lstm = new LstmOptions(16, 10, 64, 0.005, 1, 42);

    private Builder() {}

    /**
     * Sets what counts as a pattern.
     *
     * @param value the options
     * @return this builder
     */
    public Builder options(PatternOptions value) {
      this.options = value;
      return this;
    }

    /**
     * Asks for the reorder outlook.
     *
     * @param value an engine, such as {@code Engines.sequenceLearner("pytorch")}
     * @return this builder
     */
    public Builder learner(SequenceLearner value) {
      this.learner = value;
      return this;
    }

    /**
     * Sets how the LSTM is trained; 16 units and 10 epochs unless set.
     *
     * @param value the options
     * @return this builder
     */
    public Builder lstm(LstmOptions value) {
      this.lstm = value;
      return this;
    }

    /**
     * Builds the analyzer.
     *
     * @return the analyzer
     */
    public PatternAnalyzer build() {
      return new PatternAnalyzer(this);
    }
  }
}
