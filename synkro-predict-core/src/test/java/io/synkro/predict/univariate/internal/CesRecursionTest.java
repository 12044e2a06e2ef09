package io.synkro.predict.univariate.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.univariate.PublicSeries;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CesRecursionTest {
  private static final double[] DEATHS = PublicSeries.accidentalDeaths();

  @ParameterizedTest(name = "{0}")
  @CsvSource({ // statsforecast 1.5, cesmodel(USAccDeaths, 12), in doubles
    "NONE, 1.3 1.01 0 0, 1293.3167954643545, 8130.157551039633, 9338.958760098338, 10314.166315531516",
    "SIMPLE, 1.2 1.02 0 0, 1312.9614578106525, 10129.725209494054, 8712.31498883895,7976.529995039769",
    "PARTIAL, 1.4 1.03 0.2 0, 1235.1094480787065, 9401.84165222024, 8781.046559504255, 11490.398053504654",
    "FULL, 1.1 1.02 1.2 0.97, 1412.922746520089, 10837.016494861427, 10208.843931380525, 13720.950204766006"
  })
  void agreesWithStatsforecastForGivenParameters(
      CesType type, String given, double likelihood, double at40, double first, double last) {
    CesRecursion recursion = recursion(type, given);
    double squares = 0;
    for (int t = 0; t < DEATHS.length; t++) {
      double next = recursion.next(t);
      if (t == 40) {
        assertThat(next).isCloseTo(at40, within(1e-9 * at40));
      }
      squares += (DEATHS[t] - next) * (DEATHS[t] - next);
      recursion.observe(t, DEATHS[t] - next);
    }
    assertThat(recursion(type, given).forward(DEATHS)).isCloseTo(squares, within(1e-9 * squares));
    assertThat(72 * StrictMath.log(squares)).isCloseTo(likelihood, within(1e-9 * likelihood));
    assertThat(recursion.next(72)).isCloseTo(first, within(1e-9 * first));
    for (int t = 72; t < 85; t++) {
      recursion.observe(t, 0);
    }
    assertThat(recursion.next(85)).isCloseTo(last, within(1e-9 * last));
  }

  private static CesRecursion recursion(CesType type, String given) {
    double[] p = Pattern.compile(" ").splitAsStream(given).mapToDouble(Double::valueOf).toArray();
    CesRecursion recursion = CesRecursion.initial(type, type == CesType.NONE ? 1 : 12, DEATHS);
    recursion.use(new CesParameters(p[0], p[1], p[2], p[3]));
    recursion.backfit(DEATHS);
    return recursion;
  }
}
