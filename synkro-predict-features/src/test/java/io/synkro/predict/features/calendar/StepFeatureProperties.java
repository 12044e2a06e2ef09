package io.synkro.predict.features.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.TimeAxis;
import io.synkro.predict.tabular.Feature;
import io.synkro.predict.tabular.FeatureSchema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StepFeatureProperties {
  private static final LocalDate FRIDAY = LocalDate.of(2020, 1, 3);

  private static final List<StepFeature> ALL = all();

  private static List<StepFeature> all() {
    EventCalendar holidays =
        EventCalendar.ofRules("shop", 1990, 2030, EventRule.easter("Easter Monday", 1));
    EventCalendar pay = PayDays.everyWeeks(2, FRIDAY).calendar("pay", 1990, 2030);
    List<StepFeature> all = new ArrayList<>();
    all.addAll(
        List.of(
            DateFeatures.hour(),
            DateFeatures.weekday(),
            DateFeatures.dayOfMonth(),
            DateFeatures.dayOfYear(),
            DateFeatures.isoWeek(),
            DateFeatures.month(),
            DateFeatures.quarter(),
            DateFeatures.yearProgress()));
    all.addAll(
        List.of(DateFeatures.monthEnd(), DateFeatures.daysToMonthEnd(), DateFeatures.weekend()));
    all.addAll(
        List.of(
            EventFeatures.days(holidays),
            EventFeatures.before(holidays, 7),
            EventFeatures.after(holidays, 7),
            EventFeatures.daysUntil(pay, 14),
            EventFeatures.daysSince(pay, 14),
            WorkingDays.of(holidays).count(),
            WorkingDays.of(holidays).share()));
    all.addAll(FourierTerms.yearly(3));
    all.addAll(FourierTerms.weekly(2));
    all.addAll(FourierTerms.ofSteps(52.18, 2));
    return all;
  }

  @Property(tries = 100)
  void fillGivesTheBitsOfValue(
      @ForAll Frequency frequency,
      @ForAll @IntRange(min = -20_000, max = 20_000) int originDay,
      @ForAll @IntRange(min = -300, max = 300) int from) {
    LocalDate day = LocalDate.ofEpochDay(originDay);
    TimeAxis axis = new TimeAxis(frequency, frequency.floor(day.atStartOfDay()));
    for (StepFeature feature : ALL) {
      float[] target = new float[9];
      feature.fill(axis, from, target, 2, 5);
      for (int i = 0; i < 5; i++) {
        int bits = Float.floatToRawIntBits(feature.value(axis, from + i));
        assertThat(Float.floatToRawIntBits(target[2 + i])).as("%s", feature).isEqualTo(bits);
      }
      assertThat(new float[] {target[0], target[1], target[7], target[8]}).containsOnly(0f);
    }
  }

  /** The same day must mean the same on every axis, else a model could not move to another one. */
  @Property(tries = 100)
  void valuesDependOnTheDayAndNotOnTheOrigin(
      @ForAll @IntRange(min = -5_000, max = 5_000) int shift,
      @ForAll @IntRange(min = -300, max = 300) int step) {
    for (Frequency frequency : Frequency.values()) {
      TimeAxis axis = TimeAxis.of(frequency, LocalDate.of(2020, 1, 1));
      TimeAxis moved = new TimeAxis(frequency, axis.at(shift));
      for (StepFeature feature : ALL) {
        assertThat(feature.value(moved, step - shift))
            .as("%s", feature)
            .isEqualTo(Float.valueOf(feature.value(axis, step)));
      }
    }
  }

  @Test
  void namesAndDefinitionsFitASchema() {
    List<Feature> columns =
        ALL.stream().map(each -> Feature.number(each.name()).definedAs(each.definition())).toList();
    assertThat(new FeatureSchema(columns).size()).isEqualTo(columns.size()); // unique, valid
    assertThat(columns.stream().map(Feature::definition).distinct()).hasSameSizeAs(columns);
    assertThat(all()).isEqualTo(ALL);
  }
}
