package io.synkro.predict.benchmarks.optimize;

import io.synkro.predict.optimize.distribution.DemandDistribution;
import io.synkro.predict.optimize.distribution.GammaDemand;
import io.synkro.predict.optimize.distribution.LognormalDemand;
import io.synkro.predict.optimize.distribution.NegativeBinomialDemand;
import io.synkro.predict.optimize.distribution.NormalDemand;
import io.synkro.predict.optimize.distribution.PoissonDemand;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Answers the cases of loss functions. */
final class LossCases {
  private static final String PREFIX = "stockpyl.loss_functions.";

  private LossCases() {}

  static Map<String, Function<CaseInputs, CaseAnswer>> functions() {
    Map<String, Function<CaseInputs, DemandDistribution>> demands =
        Map.of(
            "standard_normal", in -> new NormalDemand(0, 1),
            "normal", in -> new NormalDemand(in.number("mean"), in.number("sd")),
            "lognormal", in -> new LognormalDemand(in.number("mu"), in.number("sigma")),
            "exponential", in -> GammaDemand.exponential(1 / in.number("mu")),
            "gamma", in -> new GammaDemand(in.number("a"), in.number("b")),
            "poisson", in -> new PoissonDemand(in.number("mean")),
            "negative_binomial", LossCases::negativeBinomial,
            "continuous", in -> in.distribution("distrib", "pmf"),
            "discrete", in -> in.distribution("distrib", "pmf"));
    Map<String, Function<CaseInputs, CaseAnswer>> functions = new HashMap<>();
    demands.forEach(
        (name, demand) -> {
          functions.put(PREFIX + name + "_loss", in -> first(demand.apply(in), stock(in)));
          functions.put(PREFIX + name + "_second_loss", in -> second(demand.apply(in), stock(in)));
        });
    return functions;
  }

  private static DemandDistribution negativeBinomial(CaseInputs in) {
    return in.has("r")
        ? NegativeBinomialDemand.failures(in.number("r"), in.number("p"))
        : NegativeBinomialDemand.of(in.number("mean"), in.number("sd"));
  }

  private static double stock(CaseInputs in) {
    return in.has("z") ? in.number("z") : in.number("x");
  }

  private static CaseAnswer first(DemandDistribution demand, double stock) {
    return new CaseAnswer()
        .with("n", demand.loss(stock))
        .with("n_bar", demand.complementaryLoss(stock));
  }

  private static CaseAnswer second(DemandDistribution demand, double stock) {
    return new CaseAnswer()
        .with("n2", demand.secondLoss(stock))
        .with("n2_bar", demand.complementarySecondLoss(stock));
  }
}
