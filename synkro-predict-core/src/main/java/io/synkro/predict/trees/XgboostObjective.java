package io.synkro.predict.trees;

/**
 * An objective of XGBoost: how it turns margins into predictions, and base scores into margins.
 * Sources: {@code PredTransform} and {@code ProbToMargin} in {@code src/objective/*.cu} and {@code
 * regression_loss.h} of XGBoost 3.4.0, {@code Logit} and {@code SoftPlusInv} in {@code
 * src/common/math.h}.
 */
record XgboostObjective(Link link, Start start) {
  /** What becomes of a base score before trees are added to it. */
  enum Start {
    /** Nothing: the file holds a margin. */
    AS_IS,
    /** Its logarithm. */
    LOG,
    /** ln(p / (1 - p)), with p kept away from 0 and 1 by {@code kRtEps}. */
    LOGIT,
    /** The first stays; of the others, what {@link Link.Kind#RISING} makes the step before them. */
    GAPS
  }

  /**
   * Returns an objective.
   *
   * @param name as written in the file
   * @throws UnsupportedModelException if it is not one of XGBoost 3.4
   */
  static XgboostObjective of(String name) {
    return switch (name) {
      case "reg:squarederror",
          "reg:linear",
          "reg:squaredlogerror",
          "reg:pseudohubererror",
          "reg:absoluteerror",
          "binary:logitraw",
          "rank:pairwise",
          "rank:ndcg",
          "rank:map" ->
          of(Link.Kind.IDENTITY, Start.AS_IS);
      case "count:poisson", "reg:tweedie", "reg:gamma", "survival:aft", "survival:cox" ->
          of(Link.Kind.EXP, Start.LOG);
      case "binary:logistic", "reg:logistic" -> of(Link.Kind.SIGMOID, Start.LOGIT);
      case "binary:hinge" -> of(Link.Kind.STEP, Start.AS_IS);
      case "reg:quantileerror" -> of(Link.Kind.SORTED, Start.AS_IS);
      case "reg:expectileerror" -> of(Link.Kind.RISING, Start.GAPS);
      // softmax has the trees of softprob and says the likeliest class only
      case "multi:softprob", "multi:softmax" -> of(Link.Kind.SOFTMAX, Start.AS_IS);
      default ->
          throw new UnsupportedModelException(
              XgboostJson.ENGINE, "objective=" + name, "train with an objective of XGBoost 3.4");
    };
  }

  private static XgboostObjective of(Link.Kind kind, Start start) {
    return new XgboostObjective(Link.of(kind), start);
  }

  /** Where the sums of the outputs begin, in floats as XGBoost computes it. */
  double[] margins(float[] scores) {
    double[] margins = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      margins[i] =
          switch (start) {
            case AS_IS -> scores[i];
            case LOG -> log(scores[i]);
            case LOGIT -> logit(scores[i]);
            case GAPS -> i == 0 ? scores[i] : step(scores[i] - scores[i - 1]);
          };
    }
    return margins;
  }

  private static float logit(float probability) {
    if (!(probability >= 0 && probability <= 1)) { // XGBoost refuses it as well
      throw XgboostDocument.corrupt(
          "base_score is %s, no probability".formatted(probability), null);
    }
    float inside = Math.min(Math.max(probability, Link.LEAST_STEP), 1 - Link.LEAST_STEP);
    return -log(1 / inside - 1);
  }

  private static float step(float gap) {
    float x = Math.max(gap - Link.LEAST_STEP, Link.LEAST_STEP);
    return x + log(-(float) Math.expm1(-x));
  }

  /** The float nearest to the logarithm; the C library of XGBoost misses it once in 700 times. */
  private static float log(float x) {
    return (float) Math.log(x);
  }
}
