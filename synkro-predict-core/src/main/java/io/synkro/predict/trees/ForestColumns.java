package io.synkro.predict.trees;

import io.synkro.predict.trees.internal.Dialect;
import io.synkro.predict.trees.internal.Forest;
import java.nio.ByteBuffer;

/** The columns of a forest in a buffer, in the order that {@link TreeModelFile} describes. */
record ForestColumns(ByteBuffer buffer) {
  void put(Forest forest) {
    Forest.Nodes nodes = forest.nodes();
    put(forest.base());
    put(forest.leafValue());
    put(forest.cover().node());
    put(forest.cover().leaf());
    put(forest.treeOutput());
    put(forest.nodeStart());
    put(forest.leafStart());
    put(forest.leafId());
    put(nodes.feature());
    put(nodes.left());
    put(nodes.right());
    put(nodes.setStart());
    put(nodes.categories());
    buffer.asFloatBuffer().put(nodes.threshold());
    skip(Float.BYTES * nodes.threshold().length);
    buffer.put(nodes.rules());
  }

  /**
   * Reads what {@link #put} has written.
   *
   * @param sizes as many bytes as the buffer has left
   * @return a forest that nobody has checked
   */
  Forest get(Dialect dialect, int features, ForestSizes sizes) {
    double[] base = doubles(sizes.outputs());
    double[] leafValue = doubles(sizes.leaves() * sizes.leafWidth());
    Forest.Cover cover =
        new Forest.Cover(
            doubles(sizes.covered() ? sizes.nodes() : 0),
            doubles(sizes.covered() ? sizes.leaves() : 0));
    int[] treeOutput = ints(sizes.trees());
    int[] nodeStart = ints(sizes.trees() + 1);
    int[] leafStart = ints(sizes.trees() + 1);
    int[] leafId = ints(sizes.leaves());
    Forest.Nodes nodes = nodes(sizes);
    return new Forest(
        dialect,
        features,
        base,
        treeOutput,
        nodeStart,
        leafStart,
        nodes,
        sizes.leafWidth(),
        leafValue,
        leafId,
        cover);
  }

  private Forest.Nodes nodes(ForestSizes sizes) {
    int[] feature = ints(sizes.nodes());
    int[] left = ints(sizes.nodes());
    int[] right = ints(sizes.nodes());
    int[] setStart = ints(sizes.sets() + 1);
    int[] categories = ints(sizes.categories());
    float[] threshold = new float[sizes.nodes()];
    buffer.asFloatBuffer().get(threshold);
    skip(Float.BYTES * threshold.length);
    byte[] rules = new byte[sizes.nodes()];
    buffer.get(rules);
    return new Forest.Nodes(feature, threshold, rules, left, right, setStart, categories);
  }

  private void put(double[] column) {
    buffer.asDoubleBuffer().put(column);
    skip(Double.BYTES * column.length);
  }

  private void put(int[] column) {
    buffer.asIntBuffer().put(column);
    skip(Integer.BYTES * column.length);
  }

  private double[] doubles(int length) {
    double[] column = new double[length];
    buffer.asDoubleBuffer().get(column);
    skip(Double.BYTES * length);
    return column;
  }

  private int[] ints(int length) {
    int[] column = new int[length];
    buffer.asIntBuffer().get(column);
    skip(Integer.BYTES * length);
    return column;
  }

  private void skip(int bytes) {
    buffer.position(buffer.position() + bytes);
  }
}
