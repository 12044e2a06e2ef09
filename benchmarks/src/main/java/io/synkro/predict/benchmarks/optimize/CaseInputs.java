package io.synkro.predict.benchmarks.optimize;

import com.fasterxml.jackson.databind.JsonNode;
import io.synkro.predict.optimize.distribution.DemandDistribution;
import io.synkro.predict.optimize.distribution.GammaDemand;
import io.synkro.predict.optimize.distribution.LognormalDemand;
import io.synkro.predict.optimize.distribution.NegativeBinomialDemand;
import io.synkro.predict.optimize.distribution.NormalDemand;
import io.synkro.predict.optimize.distribution.PoissonDemand;
import io.synkro.predict.optimize.distribution.TableDemand;
import io.synkro.predict.optimize.distribution.UniformDemand;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The inputs of a case by their names in the file. */
record CaseInputs(JsonNode json) {

  boolean has(String name) {
    return json.hasNonNull(name);
  }

  boolean isTrue(String name) {
    return json.path(name).asBoolean();
  }

  double number(String name) {
    return number(json, name);
  }

  double number(String name, double ifMissing) {
    return has(name) ? number(name) : ifMissing;
  }

  static double number(JsonNode object, String name) {
    JsonNode value = object.path(name);
    if (!value.isNumber()) {
      throw new IllegalArgumentException(name + " (" + value + ") must be a number");
    }
    return value.doubleValue();
  }

  List<Double> numbers(String name) {
    List<Double> numbers = new ArrayList<>();
    for (JsonNode value : json.path(name)) {
      numbers.add(value.doubleValue());
    }
    return numbers;
  }

  /** One number a period, from one for all, one each, or one each after an unused one. */
  List<Double> perPeriod(String name, int periods) {
    if (json.path(name).isNumber()) {
      return Collections.nCopies(periods, number(name));
    }
    List<Double> numbers = numbers(name);
    return numbers.subList(numbers.size() - periods, numbers.size());
  }

  /** A distribution given as a table of probabilities or as one of scipy. */
  DemandDistribution distribution(String name, String table) {
    return has(table) ? table(json.path(table)) : scipy(json.path(name));
  }

  private static DemandDistribution table(JsonNode probabilities) {
    double[] values = new double[probabilities.size()];
    double[] weights = new double[values.length];
    int i = 0;
    for (var entry : probabilities.properties()) {
      values[i] = Double.parseDouble(entry.getKey());
      weights[i++] = entry.getValue().doubleValue();
    }
    return TableDemand.weighted(values, weights);
  }

  private static DemandDistribution scipy(JsonNode json) {
    JsonNode args = json.path("args");
    double first = args.path(0).asDouble();
    double second = args.path(1).asDouble();
    double scale = json.path("kwds").path("scale").asDouble(1);
    return switch (json.path("__scipy__").asText()) {
      case "norm" -> new NormalDemand(first, second);
      case "uniform" -> new UniformDemand(first, first + second);
      case "expon" -> GammaDemand.exponential(scale);
      case "gamma" -> new GammaDemand(first, scale);
      case "lognorm" -> new LognormalDemand(Math.log(args.path(2).asDouble()), first);
      case "poisson" -> new PoissonDemand(first);
      case "nbinom" -> NegativeBinomialDemand.failures(first, second);
      case "geom" -> NegativeBinomialDemand.geometric(first); // moved to begin at 0
      default -> throw new IllegalArgumentException("distribution " + json);
    };
  }
}
