package io.synkro.predict.univariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.univariate.EtsModel.ErrorType;
import io.synkro.predict.univariate.EtsModel.SeasonType;
import io.synkro.predict.univariate.EtsModel.TrendType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutoEtsTest {
  private static EtsFit fit(String name) {
    return AutoEts.standard().fit(ClassicSeries.values(name), ClassicSeries.season(name));
  }

  /**
   * Models and AICc by R forecast 8.20, {@code ets(x)}. Its searches for two of the series stop
   * early, so that it chooses ETS(M,N,N) for lynx and ETS(M,Ad,M) for AirPassengers.
   */
  @ParameterizedTest
  @CsvSource({
    "Nile, 'ETS(M,N,N)', 1458.5519156062967",
    "USAccDeaths, 'ETS(A,N,A)', 1148.7160985966841",
    "UKgas, 'ETS(M,A,M)', 1256.558294160099",
    "lynx, 'ETS(M,A,N)', 2058.3557286294081",
    "AirPassengers, 'ETS(M,A,M)', 1400.6384324739129"
  })
  void choosesAsTheReferenceOrBetter(String name, String model, double aicc) {
    EtsFit fit = fit(name);
    assertThat(fit.text()).isEqualTo(model);
    assertThat(fit.aicc()).isLessThan(aicc + 2e-3);
  }

  @Test
  void choosesTheLowestCriterionOfAllCandidates() {
    double[] values = ClassicSeries.values("USAccDeaths");
    EtsFit best = fit("USAccDeaths");
    for (EtsModel model : EtsModel.all()) {
      assertThat(new Ets(model).fit(values, 12).aicc()).isGreaterThanOrEqualTo(best.aicc());
    }
  }

  @Test
  void knowsTheCriteriaOfASeries() {
    // R forecast 8.20: ets(Nile, model = "ANN") has alpha 0.2455, l 1110.7, AIC 1458.781
    EtsFit fit = Ets.simple().fit(ClassicSeries.values("Nile"), 1);
    assertThat(fit.parameters().get("alpha")).isCloseTo(0.2455, within(1e-3));
    assertThat(fit.parameters().get("l0")).isCloseTo(1110.7, within(0.2));
    assertThat(fit.aic()).isCloseTo(1458.781, within(1e-3));
    assertThat(fit.bic()).isCloseTo(1466.5965505563759, within(1e-3));
    assertThat(fit.aicc()).isCloseTo(1459.0310399984116, within(1e-3));
    assertThat(fit.parameters()).containsOnlyKeys("alpha", "l0");
  }

  @Test
  void namesTheParametersOfAModel() {
    EtsModel model =
        new EtsModel(ErrorType.MULTIPLICATIVE, TrendType.DAMPED, SeasonType.MULTIPLICATIVE);
    EtsFit fit = new Ets(model).fit(ClassicSeries.values("UKgas"), 4);
    assertThat(fit.text()).isEqualTo("ETS(M,Ad,M)");
    assertThat(fit.parameters().keySet())
        .containsExactly("alpha", "beta", "gamma", "phi", "l0", "b0", "s0", "s-1", "s-2", "s-3");
    double factors =
        fit.parameters().entrySet().stream()
            .filter(parameter -> parameter.getKey().startsWith("s"))
            .mapToDouble(Map.Entry::getValue)
            .sum();
    assertThat(factors).isCloseTo(4, within(1e-9));
  }

  @Test
  void doesNotDependOnTheUnit() {
    double[] values = ClassicSeries.values("AirPassengers");
    double[] huge = values.clone();
    for (int t = 0; t < values.length; t++) {
      huge[t] *= 0x1p40;
    }
    double[] forecast = AutoEts.standard().fit(values, 12).forecast(24);
    double[] ofHuge = AutoEts.standard().fit(huge, 12).forecast(24);
    for (int h = 0; h < 24; h++) {
      assertThat(ofHuge[h]).isEqualTo(forecast[h] * 0x1p40);
    }
  }

  @Test
  void leavesOutWhatASeriesDoesNotAllow() {
    double[] values = ClassicSeries.values("AirPassengers");
    EtsModel factors =
        new EtsModel(ErrorType.MULTIPLICATIVE, TrendType.ADDITIVE, SeasonType.MULTIPLICATIVE);
    Ets method = new Ets(factors);
    assertThat(method.fit(values, 12).text()).isEqualTo("ETS(M,A,M)");
    assertThat(method.fit(values, 25).text()).isEqualTo("ETS(M,A,N)");
    assertThat(method.fit(Arrays.copyOf(values, 23), 12).text()).isEqualTo("ETS(M,A,N)");
    assertThat(method.fit(Arrays.copyOf(values, 6), 12).text()).isEqualTo("ETS(M,N,N)");
    assertThat(method.fit(Arrays.copyOf(values, 4), 12).text()).isEqualTo("Mean");
    values[3] = 0;
    assertThat(method.fit(values, 12).text()).isEqualTo("ETS(A,A,A)");
    assertThat(AutoEts.standard().fit(values, 12).text()).startsWith("ETS(A");
    assertThat(new AutoEts(List.of(factors)).fit(values, 12).text()).isEqualTo("ETS(A,A,A)");
  }

  @Test
  void forecastsALineExactly() {
    double[] line = new double[20];
    for (int t = 0; t < line.length; t++) {
      line[t] = 5 + 3 * t;
    }
    EtsFit fit = AutoEts.standard().fit(line, 1);
    assertThat(fit.text()).isEqualTo("ETS(A,A,N)");
    assertThat(fit.forecast(3)).containsExactly(new double[] {65, 68, 71}, within(1e-6));
  }

  @Test
  void goesOnWithTheRecursionOfTheFit() {
    double[] values = ClassicSeries.values("UKgas");
    EtsFit fit = AutoEts.standard().fit(values, 4);
    EtsFit later = fit.after(1200, Double.NaN, 400);
    double first = fit.forecast(1)[0];
    double level = fit.after(1200).forecast(1)[0];
    assertThat(later.sigma2()).isEqualTo(fit.sigma2());
    assertThat(first).isNotEqualTo(level);
    assertThat(fit.after(first).forecast(3)[2]).isCloseTo(fit.forecast(4)[3], within(1e-9));
  }

  @Test
  void refusesModelsThatAreNone() {
    assertThatThrownBy(() -> new AutoEts(List.of())).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(
            () -> new EtsModel(ErrorType.ADDITIVE, TrendType.NONE, SeasonType.MULTIPLICATIVE))
        .isInstanceOf(InvalidInputException.class);
    assertThat(EtsModel.all()).hasSize(15).doesNotHaveDuplicates();
  }
}
