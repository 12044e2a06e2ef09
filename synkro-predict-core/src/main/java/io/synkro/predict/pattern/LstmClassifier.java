package io.synkro.predict.pattern;

/** Placeholder so that the contract compiles; replaced by the evaluator. */
public final class LstmClassifier {
  private LstmClassifier() {}
}
