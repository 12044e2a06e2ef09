package io.synkro.predict.features;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.Require;
import io.synkro.predict.internal.Shared;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.tabular.BinnedTable;
import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureBins;
import io.synkro.predict.tabular.FeatureRows;
import io.synkro.predict.tabular.FeatureSchema;
import io.synkro.predict.tabular.FeatureSource;
import io.synkro.predict.tabular.FeatureTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Features of demand series, computed by the same objects for whole panels and, step by step, for
 * single entities, so that a model is served what it was trained on. What a feature is goes into
 * the definitions of its schema, and with them into every model that is trained on it. Immutable;
 * safe for use by many threads.
 */
public final class FeaturePipeline implements FeatureSource {
  private static final int SERIES_A_PIECE = 16;

  private final Frequency frequency;
  private final List<PipelineFeature> features;
  private final PipelinePlan plan;

  private FeaturePipeline(Frequency frequency, List<PipelineFeature> features) {
    this.frequency = frequency;
    this.features = List.copyOf(features);
    this.plan = PipelinePlan.of(this.features);
  }

  /**
   * Starts a pipeline.
   *
   * @param frequency frequency of the panels that it is for
   * @return a builder
   */
  public static Builder builder(Frequency frequency) {
    return new Builder(frequency);
  }

  /** Collects the features of a pipeline, in the order of its columns. */
  public static final class Builder {
    private final Frequency frequency;
    private final List<PipelineFeature> features = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private Builder(Frequency frequency) {
      this.frequency = frequency;
    }

    /**
     * Adds features.
     *
     * @param added made by {@link Features}; names must be unique
     * @return this builder
     */
    public Builder add(PipelineFeature... added) {
      for (PipelineFeature feature : added) {
        column(feature, frequency, 0);
        Require.that(
            names.add(feature.name()),
            "feature",
            feature.name(),
            "must be unique in its pipeline",
            "give one of them another name with as(\"...\")");
        features.add(feature);
      }
      return this;
    }

    /**
     * Creates the pipeline.
     *
     * @return an immutable pipeline
     * @throws InvalidInputException if it has no features
     */
    public FeaturePipeline build() {
      Require.that(
          !features.isEmpty(), "features", "none", "must be at least one", "add lags(1, 7)");
      return new FeaturePipeline(frequency, features);
    }
  }

  /**
   * Returns the frequency of the panels that this pipeline is for.
   *
   * @return the frequency
   */
  public Frequency frequency() {
    return frequency;
  }

  /**
   * Returns the features in the order of the columns.
   *
   * @return an unmodifiable list
   */
  public List<PipelineFeature> features() {
    return features;
  }

  /**
   * Returns how many steps after the target plans should reach, for features that look so far.
   *
   * @return zero or more; see {@link HistoryFeature#throughTarget(int)}
   */
  public int planStepsAfterTarget() {
    return plan.channels().stream().mapToInt(plan::stepsAhead).max().orElse(0);
  }

  /**
   * Returns the version of everything that determines the values: the definitions of all features,
   * in their order, and the frequency.
   *
   * @return SHA-256, 64 hexadecimal digits
   */
  public String version() {
    return new FeatureSchema(features.stream().map(f -> column(f, 0)).toList()).version();
  }

  /**
   * Returns what the features are, to be kept with whatever is computed by them.
   *
   * @return names and definitions
   */
  public PipelineDefinition definition() {
    Map<String, String> definitions = new LinkedHashMap<>();
    for (PipelineFeature feature : features) {
      definitions.put(feature.name(), column(feature, 0).definition());
    }
    return new PipelineDefinition(version(), definitions);
  }

  private Feature column(PipelineFeature feature, int categories) {
    return column(feature, frequency, categories);
  }

  /** Refuses names and definitions that no column can have. */
  private static Feature column(PipelineFeature feature, Frequency frequency, int categories) {
    String definition = feature.definition() + ", " + frequency.name().toLowerCase(Locale.ROOT);
    return new Feature(feature.name(), categories, definition);
  }

  PipelinePlan plan() {
    return plan;
  }

  /**
   * {@inheritDoc} The definition of an attribute holds a hash of its levels, since they say what a
   * code means.
   *
   * @throws InvalidInputException if the panel is of another frequency or lacks a covariate,
   *     attribute or group of a feature
   */
  @Override
  public FeatureSchema schema(SeriesPanel panel) {
    requireFrequency(panel);
    PanelFit.require(plan, panel);
    List<Feature> columns = new ArrayList<>();
    for (PipelineFeature feature : features) {
      if (feature instanceof AttributeFeature attribute) {
        List<String> levels = PanelInput.attribute(panel, attribute.attribute()).levels();
        Feature column = column(feature, levels.size());
        columns.add(column.definedAs(column.definition() + ", levels " + PanelFit.hash(levels)));
      } else {
        columns.add(column(feature, 0));
      }
    }
    return new FeatureSchema(columns);
  }

  private void requireFrequency(SeriesPanel panel) {
    if (panel.axis().frequency() != frequency) {
      throw new InvalidInputException(
          "frequency of the panel",
          panel.axis().frequency().name(),
          "must be that of the pipeline, " + frequency,
          "build a pipeline for this frequency");
    }
  }

  /**
   * Computes the rows of all steps of a panel, series after series: each step is the target of its
   * row, and its origin, so that the row knows all demand before it.
   *
   * @param panel the panel
   * @return a table of {@code panel.observations()} rows
   */
  public FeatureTable computeAll(SeriesPanel panel) {
    return computeAll(panel, 1, Runnable::run);
  }

  /**
   * Computes the rows of all steps of a panel with several threads; the bits are the same for any
   * number of them.
   *
   * @param panel the panel
   * @param threads most threads, the calling one among them, at least 1
   * @param executor runs the others
   * @return a table of {@code panel.observations()} rows
   */
  public FeatureTable computeAll(SeriesPanel panel, int threads, Executor executor) {
    FeatureSchema schema = schema(panel);
    float[][] columns = new float[schema.size()][panel.observations()];
    fillAll(panel, columns, threads, executor);
    return new FeatureTable(schema, columns);
  }

  /**
   * Computes the rows of all steps of a panel into memory that is there already.
   *
   * @param panel the panel
   * @param columns receives the features, shape {@code [features][panel.observations()]}
   * @param threads most threads, the calling one among them, at least 1
   * @param executor runs the others
   */
  public void fillAll(SeriesPanel panel, float[][] columns, int threads, Executor executor) {
    requireFrequency(panel);
    Require.atLeast("threads", threads, 1, "");
    Require.that(
        columns.length == features.size()
            && Arrays.stream(columns).allMatch(c -> c.length == panel.observations()),
        "shape of columns",
        columns.length + " columns",
        "must be %d columns of %d rows".formatted(features.size(), panel.observations()),
        "");
    each(panel, threads, executor, table -> (series, at) -> table.fill(series, columns, at));
  }

  /** What a thread does to a series, whose rows begin at a row of the whole table. */
  private interface SeriesWork {
    void fill(int series, int at);
  }

  private void each(
      SeriesPanel panel, int threads, Executor executor, Function<PanelTable, SeriesWork> work) {
    PanelInput input = new PanelInput(panel, plan, panel.end());
    int[] offsets = PanelTable.offsets(panel);
    int pieces = (panel.size() + SERIES_A_PIECE - 1) / SERIES_A_PIECE;
    Shared.run(
        pieces,
        threads,
        executor,
        () -> {
          SeriesWork own = work.apply(new PanelTable(input));
          return piece -> {
            int to = Math.min(panel.size(), (piece + 1) * SERIES_A_PIECE);
            for (int s = piece * SERIES_A_PIECE; s < to; s++) {
              own.fill(s, offsets[s]);
            }
          };
        });
  }

  /**
   * Computes the rows of all steps of a panel as {@link #computeAll} does, but keeps no more of
   * each value than its bin: a quarter of the memory, straight from the columns of each series.
   *
   * @param panel the panel
   * @param bins bins for tables of {@code schema(panel)}, such as those of some hundred series
   * @param threads most threads, the calling one among them, at least 1
   * @param executor runs the others
   * @return a table of {@code panel.observations()} rows
   */
  public BinnedTable binAll(SeriesPanel panel, FeatureBins bins, int threads, Executor executor) {
    schema(panel).requireSame(bins.schema());
    byte[][] codes = new byte[features.size()][panel.observations()];
    each(
        panel,
        threads,
        executor,
        table -> {
          float[][] columns = new float[features.size()][PanelTable.longest(panel)];
          return (series, at) -> {
            table.fill(series, columns, 0);
            for (int c = 0; c < columns.length; c++) {
              bins.encode(c, columns[c], panel.length(series), codes[c], at);
            }
          };
        });
    return new BinnedTable(bins, codes);
  }

  @Override
  public FeatureTable compute(SeriesPanel panel, FeatureRows rows) {
    rows.requireWithin(panel);
    FeatureSchema schema = schema(panel);
    float[][] columns = new float[schema.size()][rows.size()];
    int end = panel.end();
    int from = end;
    for (int r = 0; r < rows.size(); r++) {
      from = Math.min(from, rows.target(r));
      end = Math.max(end, rows.target(r) + 1);
    }
    RowTable table = new RowTable(new PanelInput(panel, plan, from, end), rows);
    int[][] bySeries = bySeries(rows, panel.size());
    for (int s = 0; s < bySeries.length; s++) {
      if (bySeries[s].length > 0) {
        table.fill(s, bySeries[s], columns);
      }
    }
    return new FeatureTable(schema, columns);
  }

  private static int[][] bySeries(FeatureRows rows, int series) {
    int[] counts = new int[series];
    for (int r = 0; r < rows.size(); r++) {
      counts[rows.series(r)]++;
    }
    int[][] bySeries = new int[series][];
    for (int s = 0; s < series; s++) {
      bySeries[s] = new int[counts[s]];
      counts[s] = 0;
    }
    for (int r = 0; r < rows.size(); r++) {
      int s = rows.series(r);
      bySeries[s][counts[s]++] = r;
    }
    return bySeries;
  }
}
