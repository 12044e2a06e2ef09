package io.synkro.predict.examples.features;

import io.synkro.predict.csv.ReadLimits;
import io.synkro.predict.csv.SalesCsv;
import io.synkro.predict.csv.SalesMapping;
import io.synkro.predict.engine.Engines;
import io.synkro.predict.examples.job.UsageException;
import io.synkro.predict.examples.sample.SampleData;
import io.synkro.predict.examples.sample.SampleOptions;
import io.synkro.predict.features.FeaturePipeline;
import io.synkro.predict.features.offline.BackfillReport;
import io.synkro.predict.features.offline.Partition;
import io.synkro.predict.features.offline.PartitionOutcome;
import io.synkro.predict.features.online.OnlineTable;
import io.synkro.predict.features.online.OnlineVector;
import io.synkro.predict.features.store.FeatureStore;
import io.synkro.predict.features.view.Entity;
import io.synkro.predict.features.view.EntityKey;
import io.synkro.predict.features.view.FeatureSelection;
import io.synkro.predict.features.view.FeatureStatus;
import io.synkro.predict.features.view.FeatureView;
import io.synkro.predict.features.view.Freshness;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.tabular.FeatureTable;
import io.synkro.predict.tabular.FittedLearner;
import io.synkro.predict.tabular.LearnerOptions;
import io.synkro.predict.tabular.Objective;
import io.synkro.predict.tabular.SchemaMismatchException;
import io.synkro.predict.tabular.TrainingData;
import io.synkro.predict.trees.TreeModel;
import io.synkro.predict.trees.TreeModels;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** From a sales file to a feature store, a model, and vectors that the model is served. */
public final class FeatureJob {
  private static final int STORED_DAYS = 60;
  private static final int HELD_OUT_DAYS = 14;
  private static final int FEWEST_DAYS = STORED_DAYS + 28;
  private static final Freshness FRESHNESS = new Freshness(Duration.ofDays(1), Duration.ofDays(3));

  private final FeatureArguments arguments;
  private final PrintStream out;

  /**
   * Creates a job.
   *
   * @param arguments what to work on
   * @param out what was done, for people
   */
  public FeatureJob(FeatureArguments arguments, PrintStream out) {
    this.arguments = arguments;
    this.out = out;
  }

  /**
   * Runs the job.
   *
   * @throws IOException if the output cannot be written
   */
  public void run() throws IOException {
    Path folder = arguments.output();
    SeriesPanel panel = read(folder);
    Files.createDirectories(folder);
    FeaturePipeline pipeline = SalesPipeline.of(panel);
    DailyRows rows = new DailyRows(panel, pipeline, source());
    FeatureView view = view(panel, pipeline);
    FeatureTable table = computeAll(panel, pipeline);
    Instant morning = rows.begin(panel.end()).plus(Duration.ofHours(6));
    try (FeatureStore store = open(folder, morning)) {
      backfill(store, view, rows.partitions(panel.end() - STORED_DAYS, panel.end() + 1));
      train(store, view, rows, panel.end());
    }
    serve(folder.resolve("model.trees"), view(panel, SalesPipeline.of(panel, 21)));
    replay(new LiveReplay(panel, pipeline, table, panel.end() - HELD_OUT_DAYS));
    heading("Read online as time goes by: values are stale after a day and expire after three");
    for (int days : new int[] {0, 1, 3}) {
      readOnline(panel, view, morning.plus(Duration.ofDays(days)));
    }
    print("Store and model: %s", folder);
  }

  private static FeatureView view(SeriesPanel panel, FeaturePipeline pipeline) {
    return FeatureView.of("daily_sales", Entity.SERIES, pipeline.schema(panel), FRESHNESS);
  }

  private FeatureStore open(Path folder, Instant now) throws IOException {
    return FeatureStore.in(folder.resolve("store"), Clock.fixed(now, ZoneOffset.UTC)).open();
  }

  private String source() {
    return arguments.sales().map(file -> String.valueOf(file.getFileName())).orElse("sample");
  }

  private SeriesPanel read(Path folder) throws IOException {
    heading("Sales: " + source());
    SalesMapping mapping =
        arguments.mapping().map(SalesMapping::load).orElseGet(SalesMapping::standard);
    SeriesPanel panel = SalesCsv.read(sales(folder), mapping, ReadLimits.strict()).panel();
    if (panel.axis().frequency() != Frequency.DAILY || panel.end() < FEWEST_DAYS) {
      throw new UsageException(
          "The sales are %s and have %d steps; they must be daily, for at least %d days."
              .formatted(
                  panel.axis().frequency().name().toLowerCase(Locale.ROOT),
                  panel.end(),
                  FEWEST_DAYS));
    }
    print(
        "%,d series, %s to %s, %,d days of sales",
        panel.size(),
        panel.axis().at(0).toLocalDate(),
        panel.axis().at(panel.end() - 1L).toLocalDate(),
        panel.observations());
    return panel;
  }

  private Path sales(Path folder) throws IOException {
    if (arguments.sales().isPresent()) {
      return arguments.sales().get();
    }
    Path data = folder.resolve("data");
    if (!Files.exists(data.resolve(SampleData.SALES))) {
      SampleData.of(SampleOptions.defaults()).writeTo(data);
    }
    return data.resolve(SampleData.SALES);
  }

  private FeatureTable computeAll(SeriesPanel panel, FeaturePipeline pipeline) {
    heading("Compute the features of every series and day");
    long start = System.nanoTime();
    FeatureTable table = pipeline.computeAll(panel);
    double seconds = (System.nanoTime() - start) / 1e9;
    int features = table.schema().size();
    print(
        "%,d rows of %d features in %.1f s: %,.0f rows/s, %.0f MB",
        table.rows(),
        features,
        seconds,
        table.rows() / seconds,
        table.rows() * 4.0 * features / (1 << 20));
    print("features: %s", String.join(", ", table.schema().names()));
    print("version of the pipeline: %s", pipeline.version());
    return table;
  }

  private void backfill(FeatureStore store, FeatureView view, List<Partition> days)
      throws IOException {
    heading("Keep the last %d days, and tomorrow, in the store".formatted(STORED_DAYS));
    store.register(view);
    BackfillReport report = store.backfill(view, days);
    for (PartitionOutcome.Failed failed : report.failures()) {
      print("%s failed: %s", failed.partition(), String.valueOf(failed.cause().getMessage()));
    }
    long skipped =
        report.outcomes().stream().filter(PartitionOutcome.Skipped.class::isInstance).count();
    long failed = report.failures().size();
    print(
        "%d days computed and written, %d were there already, %d failed",
        report.outcomes().size() - skipped - failed, skipped, failed);
    print("version of the view: %s", view.version());
  }

  private void train(FeatureStore store, FeatureView view, DailyRows rows, int end)
      throws IOException {
    heading("Train LightGBM on the store, to predict the sales of the day that begins");
    List<FeatureSelection> selection = List.of(FeatureSelection.of(view));
    LabelledDays past = rows.labelled(end - STORED_DAYS, end - HELD_OUT_DAYS);
    LabelledDays heldOut = rows.labelled(end - HELD_OUT_DAYS, end);
    TrainingData data =
        TrainingData.of(store.training(past.entities(), selection).table(), past.labels());
    LearnerOptions options = LearnerOptions.builder(new Objective.Tweedie(1.1)).rounds(200).build();
    FittedLearner model = Engines.learner("lightgbm").fit(data, options);
    double[] predicted = model.predict(store.training(heldOut.entities(), selection).table());
    print("%,d examples; each sees what was known as its day began", data.rows());
    print("error (WAPE) on the last %d days, lower is better:", HELD_OUT_DAYS);
    print("  model                      %.3f", heldOut.wape(predicted));
    print("  same weekday a week before %.3f", heldOut.naiveWape());
    model.save(arguments.output().resolve("model.trees"));
  }

  private void serve(Path file, FeatureView changed) throws IOException {
    heading("Load the model and offer it a feature of the same name with another window");
    TreeModel model = TreeModels.read(file);
    try {
      model
          .schema()
          .requireSame(FeatureSelection.jointSchema(List.of(FeatureSelection.of(changed))));
      throw new IllegalStateException("The model takes features that it was not trained on.");
    } catch (SchemaMismatchException e) {
      print("refused: %s", String.valueOf(e.getMessage()));
    }
  }

  private void replay(LiveReplay replay) {
    heading(
        "Play the last %d days again, sale by sale, through live features"
            .formatted(HELD_OUT_DAYS));
    LiveReplay.Result result = replay.run();
    print(
        "%,d vectors compared with the rows of the table, bit for bit: %,d values differ; %.1f µs a"
            + " vector",
        result.vectors(), result.mismatches(), result.nanosAVector() / 1000);
  }

  private void readOnline(SeriesPanel panel, FeatureView view, Instant now) throws IOException {
    List<EntityKey> keys = panel.ids().stream().map(EntityKey::of).toList();
    try (FeatureStore store = open(arguments.output(), now)) {
      OnlineTable read =
          store.prepare(Entity.SERIES, List.of(FeatureSelection.of(view))).read(keys);
      Map<FeatureStatus, Integer> counts = new EnumMap<>(FeatureStatus.class);
      for (OnlineVector vector : read.vectors()) {
        for (int c = 0; c < vector.schema().size(); c++) {
          counts.merge(vector.status(c), 1, Integer::sum);
        }
      }
      OnlineVector first = read.vectors().get(0);
      List<String> names = first.schema().names();
      List<String> missing =
          IntStream.range(0, names.size())
              .filter(c -> first.status(c) == FeatureStatus.MISSING)
              .mapToObj(names::get)
              .toList();
      print("%s  %s", now, counts);
      print(
          "  %s: %s is %s, %s; missing: %s",
          keys.get(0),
          names.get(0),
          first.value(0),
          first.status(0),
          missing.isEmpty() ? "nothing" : String.join(", ", missing));
    }
  }

  private void heading(String text) {
    out.printf("%n%s%n", text);
  }

  private void print(String format, Object... values) {
    out.printf(Locale.ROOT, "  " + format + "%n", values);
  }
}
