package io.synkro.predict.engine.pytorch;

/**
 * The optimiser Adam with a limit on the norm of the whole gradient, on plain arrays. Source:
 * Kingma &amp; Ba (2015), algorithm 1, <a
 * href="https://arxiv.org/abs/1412.6980">arXiv:1412.6980</a>; clipping: Pascanu, Mikolov &amp;
 * Bengio (2013), algorithm 1, <a href="https://arxiv.org/abs/1211.5063">arXiv:1211.5063</a>.
 */
final class Adam {
  private static final double DECAY_OF_MEAN = 0.9;
  private static final double DECAY_OF_SQUARE = 0.999;
  private static final double EPSILON = 1e-8;

  private final double learningRate;
  private final double clipNorm;
  private final double[][] means;
  private final double[][] squares;
  private int steps;

  Adam(Weights weights, double learningRate, double clipNorm) {
    this.learningRate = learningRate;
    this.clipNorm = clipNorm;
    this.means = new double[weights.size()][];
    this.squares = new double[weights.size()][];
    for (int p = 0; p < means.length; p++) {
      means[p] = new double[weights.part(p).length];
      squares[p] = new double[weights.part(p).length];
    }
  }

  /** Moves the weights against the gradients; both are indexed by part. */
  void step(Weights weights, float[][] gradients) {
    steps++;
    double scale = Math.min(1, clipNorm / norm(gradients));
    double meanBias = 1 - Math.pow(DECAY_OF_MEAN, steps);
    double squareBias = 1 - Math.pow(DECAY_OF_SQUARE, steps);
    for (int p = 0; p < gradients.length; p++) {
      float[] part = weights.part(p);
      for (int i = 0; i < part.length; i++) {
        double gradient = gradients[p][i] * scale;
        means[p][i] += (1 - DECAY_OF_MEAN) * (gradient - means[p][i]);
        squares[p][i] += (1 - DECAY_OF_SQUARE) * (gradient * gradient - squares[p][i]);
        double size = Math.sqrt(squares[p][i] / squareBias) + EPSILON;
        part[i] = (float) (part[i] - learningRate * (means[p][i] / meanBias) / size);
      }
    }
  }

  static double norm(float[][] gradients) {
    double sum = 0;
    for (float[] part : gradients) {
      for (float gradient : part) {
        sum += (double) gradient * gradient;
      }
    }
    return Math.sqrt(sum);
  }
}
