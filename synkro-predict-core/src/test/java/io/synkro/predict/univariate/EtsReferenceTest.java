package io.synkro.predict.univariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.univariate.EtsModel.SeasonType;
import io.synkro.predict.univariate.internal.EtsParameters;
import io.synkro.predict.univariate.internal.EtsSearch;
import io.synkro.predict.univariate.internal.EtsSmoothing;
import io.synkro.predict.univariate.internal.EtsState;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the models to R forecast 8.20: recursions, likelihood, forecasts and variances with the
 * parameters that {@code ets} had found there, and the likelihoods that it had found.
 */
class EtsReferenceTest {
  /**
   * Series; model; smoothing parameters; l0, b0, s0, s-1 and so on; log-likelihood; AICc; BIC;
   * sigma2; last fitted value; forecasts; variances of {@code class1}, {@code class2} and {@code
   * class3}.
   */
  private static final String[] GIVEN = {
    "AirPassengers; ETS(M,A,M);"
        + "0.39499685049501421, 0.010700441903343723, 0.39953920240055874 ;"
        + "122.37542601647627, 1.1073665820835703, 0.90004111994684366, "
        + "0.78266910706806425, 0.90136804386885416, 1.0476177697608089, "
        + "1.1537067990618175, 1.1830314019678256, 1.0839951214625223, "
        + "0.97865889878328527, 1.0331616425763399, 1.0807569099010852, "
        + "0.95224788418681494, 0.90274530141573806;"
        + "-682.40361905780605; 1403.664380972755; 1449.2940642084041; 0.0015821481352416723;"
        + "433.71906124714951; 448.97376716740013, 425.22781727305619, 484.21371148492614, 504.61107228796629;"
        + "318.92537650562218, 332.635273102403, 494.11693753305389, 607.4885529818954, "
        + "720.8322220463009, 1047.9235908333449, 1520.7739355463036, 1618.5937736025371,"
        + " 1214.1959324219854, 1033.0207083402677, 820.22695489040723, "
        + "1087.1218247408303, 1463.9864898298858, 1393.5101060403972, "
        + "1913.9391106032426, 2197.9667796705767",
    "USAccDeaths; ETS(A,A,A);"
        + "0.53783633858224988, 0.00118122904167528, 0.0037151621867510345 ;"
        + "9933.1304899365714, -20.046857259370306, 58.221647919858228, "
        + "-260.49272469582786, 230.87962879893689, -47.981725243206931, "
        + "988.77543913759541,  1698.957014864633, 751.92604592956695, "
        + "333.91331096684956, -514.48120850658484, -741.24562745861499, "
        + "-1510.7415228854543, -987.73027882775114;"
        + "-555.92493373333161; 1157.1832007999965; 1184.5531914899361; 90853.861734988619;"
        + "8920.9972479399003; 8034.8431346479756, 7485.7253605620526,  8238.492859791595, 8446.9935973702031;"
        + "90853.861734988619, 117250.53710935886, 143763.03314218795, "
        + "170391.60337063478, 197136.50133185819, 223997.98056301702",
    "Nile; ETS(A,N,N);"
        + "0.24553386269715649 ;"
        + "1110.6868599513627;"
        + "-726.39051999920582; 1459.0310399984116; 1466.5965505563759; 20802.801025564691;"
        + "826.65900247352738; 805.38128285871971, 805.38128285871971, 805.38128285871971, 805.38128285871971;"
        + "20802.801025564691, 22056.936947454942, 23311.072869345193, "
        + "24565.208791235444, 25819.344713125691, 27073.480635015945",
    "Nile; ETS(M,N,N);"
        + "0.1514031662366615 ;"
        + "1087.7718249928084;"
        + "-726.15095780314834; 1458.5519156062967; 1466.1174261642609; 0.023957056555940173;"
        + "856.51606203207916; 838.87516132299515, 838.87516132299515, 838.87516132299515, 838.87516132299515;"
        + "16858.857073839637, 17254.569590087864, 17650.499418061459, "
        + "18046.646677100682, 18443.011486611329, 18839.593966064393",
    "USAccDeaths; ETS(M,Ad,A);"
        + "0.55569026456921655, 0.00010014778851069898, 0.00010012194099905427, "
        + "0.95123198010316812 ;"
        + "9930.822298099265, -49.497768592893216, 7.8012552791537155, "
        + "-261.00852069197208, 263.89251833911032, -109.10999416053299, "
        + "986.39654212443634, 1679.4749537445114,  744.6884976212159, "
        + "339.55635825894649, -514.83700100702322, -740.83539674391056, "
        + "-1523.4610465933163, -872.55816617061896;"
        + "-553.94060911633142; 1156.7868786100214; 1184.8612083749517; 0.0011469375766502625;"
        + "8905.3846049243457; 8209.8491531301261, 7557.7209635743702, "
        + "8339.2847854366046, 8564.2538594651578;"
        + "77305.454280272126, 89418.949038371444, 123945.10534930229, "
        + "153002.95194463432, 196665.14601056278, 237106.41031649709",
    "UKgas; ETS(M,N,M);"
        + "0.11997370466105778, 0.73438185183865079 ;"
        + "120.89749089660388, 0.96772554275542344, 0.68641152622094026, "
        + "1.0462974905145237, 1.2995654405091126;"
        + "-635.70788030492827; 1286.5357606098564; 1304.190679199726; 0.020001079463140566;"
        + "821.11897314855094; 1198.8816624267847, 617.02951785075572, 337.42612259693789, 788.53849959587239;"
        + "28747.896341046642, 7726.7185403158937, 2344.127565002188, 12984.4519407972, "
        + "51551.396972091898, 13769.175552395158, 4151.7673134789957, "
        + "22859.814878275218, 74866.964124060469, 19947.312305250161, "
        + "5999.9943376999163, 32956.89924906235, 98704.610473092442, 26263.781786442021,"
        + " 7889.6022465721744, 43280.040368902795",
    "AirPassengers; ETS(A,Ad,N);"
        + "0.99989947583542649, 0.00010001556358635918, 0.97999968896489409 ;"
        + "118.47190946645318, 1.9516084963478799;"
        + "-863.79606806733784; 1740.2052748208071; 1757.4110159321317; 1167.5860355124407;"
        + "390.11600361186026; 432.10657183980777, 432.21513835503316, 432.32153350618614, 432.42580072122337;"
        + "1167.5860355124407, 2335.1662122177522, 3502.9707038208403, "
        + "4670.9950448574737, 5839.2348583463026, 7007.685854051957"
  };

  /** Series; model; greatest log-likelihood that {@code ets} found. */
  private static final String[] FOUND = {
    "AirPassengers; ETS(A,N,N); -863.89337759925127",
    "AirPassengers; ETS(A,N,A); -767.42953896482254",
    "AirPassengers; ETS(A,A,N); -863.6473024947835",
    "AirPassengers; ETS(A,Ad,N); -863.79606806733784",
    "AirPassengers; ETS(A,A,A); -765.93584751167077",
    "AirPassengers; ETS(A,Ad,A); -767.61544562095196",
    "AirPassengers; ETS(M,N,N); -833.95013059608948",
    "AirPassengers; ETS(M,N,A); -775.39615336827148",
    "AirPassengers; ETS(M,N,M); -715.65719689784396",
    "AirPassengers; ETS(M,A,N); -831.89757702770009",
    "AirPassengers; ETS(M,Ad,N); -833.41172563191185",
    "AirPassengers; ETS(M,A,A); -768.23341005409895",
    "AirPassengers; ETS(M,Ad,A); -773.6049717936063",
    "AirPassengers; ETS(M,A,M); -682.40361905780605",
    "AirPassengers; ETS(M,Ad,M); -679.58321623695645",
    "Nile; ETS(A,N,N); -726.39051999920582",
    "Nile; ETS(A,A,N); -725.95606224494031",
    "Nile; ETS(A,Ad,N); -726.50204680102365",
    "Nile; ETS(M,N,N); -726.15095780314834",
    "Nile; ETS(M,A,N); -725.74124118671455",
    "Nile; ETS(M,Ad,N); -726.3072606643974",
    "USAccDeaths; ETS(A,N,N); -628.17137955619148",
    "USAccDeaths; ETS(A,N,A); -555.07233501262772",
    "USAccDeaths; ETS(A,A,N); -630.12924796489938",
    "USAccDeaths; ETS(A,Ad,N); -628.27624709970189",
    "USAccDeaths; ETS(A,A,A); -555.92493373333161",
    "USAccDeaths; ETS(A,Ad,A); -552.50255960730544",
    "USAccDeaths; ETS(M,N,N); -628.99767617518535",
    "USAccDeaths; ETS(M,N,A); -555.92956655936882",
    "USAccDeaths; ETS(M,N,M); -556.91998301688227",
    "USAccDeaths; ETS(M,A,N); -628.51207588238788",
    "USAccDeaths; ETS(M,Ad,N); -628.4051311509379",
    "USAccDeaths; ETS(M,A,A); -555.00607362337109",
    "USAccDeaths; ETS(M,Ad,A); -553.94060911633142",
    "USAccDeaths; ETS(M,A,M); -562.23204412266682",
    "USAccDeaths; ETS(M,Ad,M); -552.06286462475464",
    "UKgas; ETS(A,N,N); -812.86658352490952",
    "UKgas; ETS(A,N,A); -652.65163586545907",
    "UKgas; ETS(A,A,N); -804.91095984783794",
    "UKgas; ETS(A,Ad,N); -804.87725435641721",
    "UKgas; ETS(A,A,A); -646.18571958928544",
    "UKgas; ETS(A,Ad,A); -647.58410994999383",
    "UKgas; ETS(M,N,N); -763.04037500927041",
    "UKgas; ETS(M,N,A); -679.52705729693616",
    "UKgas; ETS(M,N,M); -635.70788030492827",
    "UKgas; ETS(M,A,N); -749.91220395876701",
    "UKgas; ETS(M,Ad,N); -751.21002833670616",
    "UKgas; ETS(M,A,A); -704.2425696638179",
    "UKgas; ETS(M,Ad,A); -714.58068586536899",
    "UKgas; ETS(M,A,M); -618.36077973311069",
    "UKgas; ETS(M,Ad,M); -619.48836646076791",
    "lynx; ETS(A,N,N); -1076.5231371278403",
    "lynx; ETS(A,A,N); -1079.6799579015262",
    "lynx; ETS(A,Ad,N); -1076.3612286465479",
    "lynx; ETS(M,N,N); -1026.0687734056132",
    "lynx; ETS(M,A,N); -1027.5080692804033",
    "lynx; ETS(M,Ad,N); -1024.9856138603534"
  };

  static Stream<String> given() {
    return Arrays.stream(GIVEN);
  }

  static Stream<String> found() {
    return Arrays.stream(FOUND);
  }

  @ParameterizedTest
  @MethodSource("given")
  @DisplayName("agrees with R for given parameters")
  void agreesForGivenParameters(String line) {
    String[] cells = line.split(";", -1);
    double[] values = ClassicSeries.values(cells[0].strip());
    EtsModel model = model(cells[1].strip());
    EtsSearch search = new EtsSearch(values, ClassicSeries.season(cells[0].strip()));
    EtsParameters parameters = parameters(model, numbers(cells[2]), numbers(cells[3]));
    EtsFit fit = new EtsFit(search.given(model, parameters), values);
    requireClose(fit.logLikelihood(), number(cells[4]), 1e-9);
    requireClose(fit.aicc(), number(cells[5]), 1e-9);
    requireClose(fit.bic(), number(cells[6]), 1e-9);
    requireClose(fit.sigma2(), number(cells[7]), 1e-9);
    requireClose(fit.fitted()[values.length - 1], number(cells[8]), 1e-9);
    double[] forecasts = numbers(cells[9]);
    for (int h = 0; h < forecasts.length; h++) {
      requireClose(fit.forecast(forecasts.length)[h], forecasts[h], 1e-9);
    }
    double[] variances = numbers(cells[10]);
    int exact = model.season() == SeasonType.MULTIPLICATIVE ? parameters.state().period() : 99;
    for (int h = 0; h < variances.length; h++) {
      requireClose(fit.variance(variances.length)[h], variances[h], h < exact ? 1e-9 : 0.02);
    }
  }

  @ParameterizedTest
  @MethodSource("found")
  @DisplayName("finds a likelihood that is no lower than that of R")
  void findsNoLowerLikelihood(String line) {
    String[] cells = line.split(";", -1);
    String name = cells[0].strip();
    EtsFit fit =
        new Ets(model(cells[1].strip()))
            .fit(ClassicSeries.values(name), ClassicSeries.season(name));
    assertThat(fit.text()).isEqualTo(cells[1].strip());
    assertThat(fit.logLikelihood()).isGreaterThan(number(cells[2]) - 1e-3);
  }

  private static EtsModel model(String text) {
    return EtsModel.all().stream()
        .filter(model -> model.text().equals(text))
        .findFirst()
        .orElseThrow();
  }

  private static EtsParameters parameters(EtsModel model, double[] smoothing, double[] state) {
    int next = 1;
    double beta = 0;
    double slope = 0;
    if (model.trend() != EtsModel.TrendType.NONE) {
      beta = smoothing[next];
      slope = state[next++];
    }
    int states = next;
    double gamma = model.season() == SeasonType.NONE ? 0 : smoothing[next++];
    double phi = model.trend() == EtsModel.TrendType.DAMPED ? smoothing[next] : 1;
    double[] season = new double[Math.max(1, state.length - states)];
    for (int s = 0; s < state.length - states; s++) {
      season[season.length - 1 - s] = state[states + s];
    }
    return new EtsParameters(
        new EtsSmoothing(smoothing[0], beta, gamma, phi), new EtsState(state[0], slope, season));
  }

  private static double number(String text) {
    return Double.parseDouble(text.strip());
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(",")).mapToDouble(EtsReferenceTest::number).toArray();
  }

  private static void requireClose(double actual, double expected, double relative) {
    assertThat(actual).isCloseTo(expected, within(relative * Math.abs(expected)));
  }
}
