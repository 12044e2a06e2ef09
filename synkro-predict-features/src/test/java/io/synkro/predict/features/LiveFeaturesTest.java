package io.synkro.predict.features;

import static io.synkro.predict.features.Features.adi;
import static io.synkro.predict.features.Features.age;
import static io.synkro.predict.features.Features.attribute;
import static io.synkro.predict.features.Features.cv2;
import static io.synkro.predict.features.Features.demandClass;
import static io.synkro.predict.features.Features.difference;
import static io.synkro.predict.features.Features.ewm;
import static io.synkro.predict.features.Features.ewmHalfLife;
import static io.synkro.predict.features.Features.horizon;
import static io.synkro.predict.features.Features.lag;
import static io.synkro.predict.features.Features.lags;
import static io.synkro.predict.features.Features.max;
import static io.synkro.predict.features.Features.maxAll;
import static io.synkro.predict.features.Features.mean;
import static io.synkro.predict.features.Features.meanAll;
import static io.synkro.predict.features.Features.means;
import static io.synkro.predict.features.Features.median;
import static io.synkro.predict.features.Features.medianAll;
import static io.synkro.predict.features.Features.min;
import static io.synkro.predict.features.Features.minAll;
import static io.synkro.predict.features.Features.planned;
import static io.synkro.predict.features.Features.quantile;
import static io.synkro.predict.features.Features.quantileAll;
import static io.synkro.predict.features.Features.ratio;
import static io.synkro.predict.features.Features.sd;
import static io.synkro.predict.features.Features.sdAll;
import static io.synkro.predict.features.Features.sinceChange;
import static io.synkro.predict.features.Features.sinceFirstSale;
import static io.synkro.predict.features.Features.sinceSale;
import static io.synkro.predict.features.Features.stepsUntil;
import static io.synkro.predict.features.Features.zeroShare;
import static io.synkro.predict.features.Features.zeroShareAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.series.Availability;
import io.synkro.predict.series.Covariate;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.SeriesPanelBuilder;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.series.TimeSeries;
import io.synkro.predict.tabular.FeatureRows;
import io.synkro.predict.tabular.FeatureTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The bits of a vector are those of the row of a table. */
class LiveFeaturesTest {
  private static final int FUTURE = 9;
  private static final int AHEAD = 7;

  /** Every kind of feature, in every way that it can be told to look at something. */
  static List<PipelineFeature> everything() {
    List<PipelineFeature> all = new ArrayList<>();
    all.addAll(List.of(lags(1, 2, 7, 40)));
    all.addAll(List.of(means(7, 28, 60)));
    all.addAll(List.of(sd(7), min(5), max(33), median(9), quantile(28, 0.9), zeroShare(14)));
    all.addAll(List.of(ewm(0.3), ewmHalfLife(7), meanAll(), sdAll(), minAll(), maxAll()));
    all.addAll(List.of(zeroShareAll(), sinceSale(), sinceFirstSale(), adi(), cv2(), demandClass()));
    all.addAll(List.of(medianAll(), quantileAll(0.9).of("price"), ewm(0.3).every(7)));
    all.addAll(List.of(sdAll().every(5), medianAll().every(4).sumBy("product")));
    all.add(sinceSale().every(7));
    all.addAll(List.of(mean(4).every(7), lag(1).every(7), sd(3).every(5), median(3).every(7)));
    all.addAll(List.of(mean(28).lagged(28), ewm(0.2).lagged(3), sinceSale().lagged(5)));
    all.addAll(List.of(mean(28).atLeast(25), sinceChange().of("price"), ewm(0.5).of("weather")));
    all.add(lag(1).of("weather"));
    all.addAll(List.of(planned("price"), mean(7).of("price").throughTarget()));
    all.add(sinceSale().of("promotion").throughTarget().as("promotion_timing"));
    all.addAll(List.of(stepsUntil("promotion", 5), sd(5).of("price").throughTarget(1)));
    all.addAll(List.of(max(8).of("promotion").throughTarget(AHEAD), lag(1).of("promotion")));
    all.add(ratio(planned("price"), mean(28).of("price")).as("price_to_mean"));
    all.add(ratio(planned("price"), max(28).of("price")).as("price_to_highest"));
    all.add(ratio(lag(1).of("price"), lag(1).of("price").meanBy("category")).as("price_to_others"));
    all.addAll(List.of(difference(lag(1), lag(8)), ratio(mean(7), mean(28))));
    all.addAll(List.of(mean(7).sumBy("warehouse"), lag(1).sumBy("all"), ewm(0.1).meanBy("all")));
    all.addAll(List.of(meanAll().meanBy("category"), mean(2).every(7).sumBy("product")));
    all.addAll(List.of(mean(7).around(12), sd(4).around(5), age()));
    all.add(Features.of(RecentLevel.of(Frequency.MONTHLY)));
    all.addAll(List.of(attribute("category"), horizon()));
    return all;
  }

  static FeaturePipeline pipeline(Frequency frequency) {
    return FeaturePipeline.builder(frequency)
        .add(everything().toArray(PipelineFeature[]::new))
        .build();
  }

  /** Series of different starts and ends with gaps, and a price, weather and promotions. */
  static SeriesPanel panel(Frequency frequency, int steps, SplittableRandom random) {
    TimeAxis axis = TimeAxis.of(frequency, LocalDate.of(2019, 1, 1));
    SeriesPanelBuilder builder =
        SeriesPanel.builder(axis)
            .futureSteps(FUTURE)
            .covariate("price", Availability.KNOWN_IN_FUTURE)
            .covariate("promotion", Availability.KNOWN_IN_FUTURE)
            .covariate("weather", Availability.PAST_ONLY)
            .attribute("category");
    for (int s = 0; s < 7; s++) {
      int start = s == 0 ? 0 : random.nextInt(steps / 2);
      int length = steps - start - (s == 3 ? random.nextInt(steps / 4) : 0);
      boolean whole = s % 2 == 0;
      double gaps = s % 3 == 0 ? 0 : 0.1;
      double[] demand = new double[length];
      for (int t = 0; t < length; t++) {
        double size = Math.max(0, random.nextDouble() * 12 - 4);
        demand[t] = random.nextDouble() < gaps ? Double.NaN : whole ? Math.rint(size) : size;
      }
      builder.add(
          new TimeSeries(SeriesId.of("P" + s / 2, "W" + s % 2), axis, start, demand),
          Map.of(
              "price", prices(length + FUTURE, random),
              "promotion", flags(length + FUTURE, random),
              "weather", random.doubles(length, -5, 30).toArray()),
          Map.of("category", "c" + s % 3));
    }
    return builder.build();
  }

  private static double[] prices(int length, SplittableRandom random) {
    double[] prices = new double[length];
    double price = 9.99;
    for (int t = 0; t < length; t++) {
      price = random.nextInt(12) == 0 ? random.nextInt(500, 1500) / 100.0 : price;
      prices[t] = random.nextInt(40) == 0 ? Double.NaN : price;
    }
    return prices;
  }

  private static double[] flags(int length, SplittableRandom random) {
    return random.ints(length, 0, 4).mapToDouble(i -> i == 0 ? 1 : 0).toArray();
  }

  @Property(tries = 30)
  void vectorsAreEqualToRows(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int open) {
    SplittableRandom random = new SplittableRandom(seed);
    Frequency frequency = List.of(Frequency.values()).get(random.nextInt(6));
    SeriesPanel panel = panel(frequency, random.nextInt(20, 130), random);
    FeaturePipeline pipeline = pipeline(frequency);
    LiveFeatures live = LiveFeatures.of(pipeline, panel, open);
    VectorReader reader = live.reader();
    for (int s = 0; s < panel.size(); s++) {
      live.add(panel.id(s), Map.of("category", "c" + s % 3));
    }
    float[] vector = new float[pipeline.features().size()];
    for (int origin = 0; origin <= panel.end(); origin++) {
      if (random.nextInt(5) == 0 || origin == panel.end()) {
        compare(panel, live, reader, origin, vector, random.nextInt(1, FUTURE));
      }
      report(panel, live, origin, random, open);
    }
  }

  @Property(tries = 10)
  void vectorsAfterThePastOfAPanelAreEqualToRows(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    SeriesPanel panel = panel(Frequency.DAILY, random.nextInt(20, 130), random);
    FeaturePipeline pipeline = pipeline(Frequency.DAILY);
    LiveFeatures live = LiveFeatures.of(pipeline, panel, 1);
    live.addAll(panel);
    float[] vector = new float[pipeline.features().size()];
    for (int horizon : new int[] {1, FUTURE, 13}) {
      compare(panel, live, live.reader(), panel.end(), vector, horizon);
      compare(panel, live, live.reader(), panel.end() + 4, vector, horizon);
    }
  }

  /** Gives the values of a step in any order, some of them wrong at first. */
  private static void report(
      SeriesPanel panel, LiveFeatures live, int step, SplittableRandom random, int open) {
    int first = random.nextInt(panel.size());
    for (int i = 0; i < panel.size(); i++) {
      int s = (first + i) % panel.size();
      if (step >= panel.start(s) && step < panel.end(s)) {
        if (random.nextInt(3) == 0) {
          live.append(panel.id(s), step, 99.5f, 1, 0, -40);
        }
        assertThat(append(panel, live, s, step)).isEqualTo(LiveFeatures.Outcome.APPLIED);
      }
      int earlier = step - random.nextInt(open);
      if (earlier >= panel.start(s) && earlier < panel.end(s)) {
        LiveFeatures.Outcome outcome = append(panel, live, s, earlier);
        assertThat(outcome).isEqualTo(LiveFeatures.Outcome.APPLIED);
      }
    }
  }

  static LiveFeatures.Outcome append(SeriesPanel panel, LiveFeatures live, int series, int step) {
    float[] values = new float[live.inputs().size()];
    int t = step - panel.start(series);
    for (int c = 0; c < values.length; c++) {
      String name = live.inputs().get(c);
      if (name.equals("demand")) {
        values[c] = (float) panel.value(series, t);
      } else {
        values[c] = (float) panel.covariate(name).orElseThrow().value(series, t);
      }
    }
    return live.append(panel.id(series), step, values);
  }

  static void compare(
      SeriesPanel panel,
      LiveFeatures live,
      VectorReader reader,
      int origin,
      float[] vector,
      int horizon) {
    for (int s = 0; s < panel.size(); s++) {
      if (origin < panel.start(s)) {
        continue;
      }
      FeatureTable row =
          live.pipeline()
              .compute(
                  panel, new FeatureRows(new int[] {s}, new int[] {origin}, new int[] {horizon}));
      float[][] plans = new float[live.planned().size()][horizon + AHEAD];
      for (int p = 0; p < plans.length; p++) {
        Covariate planned = panel.covariate(live.planned().get(p)).orElseThrow();
        for (int h = 0; h < horizon + AHEAD; h++) {
          int t = origin - panel.start(s) + h;
          boolean known = t < panel.length(s) + FUTURE;
          plans[p][h] = known ? (float) planned.value(s, t) : Float.NaN;
        }
      }
      reader.read(panel.id(s), new VectorReader.Ask(origin, horizon), vector, plans);
      for (int c = 0; c < vector.length; c++) {
        assertThat(Float.floatToRawIntBits(vector[c]))
            .as(
                "%s of %s at origin %d, horizon %d: %s, not %s",
                row.schema().names().get(c),
                panel.id(s),
                origin,
                horizon,
                vector[c],
                row.value(0, c))
            .isEqualTo(Float.floatToRawIntBits(row.value(0, c)));
      }
    }
  }
}
