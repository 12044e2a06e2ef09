package io.synkro.predict.optimize.linear;

/**
 * Adds up products in about twice the precision of a double. Source: Ogita, Rump &amp; Oishi
 * (2005), "Accurate sum and dot product", algorithm Dot2, doi:10.1137/030601818.
 */
final class PreciseSum {
  private double sum;
  private double error;

  void addProduct(double a, double b) {
    double product = a * b;
    double productError = Math.fma(a, b, -product);
    double total = sum + product;
    double part = total - sum;
    error += (sum - (total - part)) + (product - part) + productError;
    sum = total;
  }

  double value() {
    return sum + error;
  }
}
