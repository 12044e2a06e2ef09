package io.synkro.predict.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.synkro.predict.trees.internal.Dialect;
import io.synkro.predict.trees.internal.Forest;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ForestCheckTest {
  /** Tree 0 has the nodes 0 and 1 and the leaves 0 to 2, tree 1 the leaf 3 and no node. */
  private static Forest forest() {
    return LightGbmText.read(LightGbmTextTest.MODEL).ensemble().forest();
  }

  static Stream<Arguments> damages() {
    return Stream.of(
        damage("tree 0 reaches node 0 twice", f -> f.nodes().left()[0] = 0),
        damage("tree 0 reaches leaf 0 twice", f -> f.nodes().right()[1] = ~0),
        damage("tree 0 reaches node 1 twice", f -> f.nodes().left()[1] = 1),
        damage("tree 0 has a child that does not exist", f -> f.nodes().left()[0] = 2),
        damage("tree 0 has a child that does not exist", f -> f.nodes().left()[0] = ~3),
        damage("tree 0 has a child that", f -> f.nodes().left()[0] = Integer.MAX_VALUE),
        damage("tree 0 has a child that", f -> f.nodes().left()[0] = Integer.MIN_VALUE),
        damage("tree 0 has a leaf that no path", f -> cutOff(f.nodes())),
        damage("tree 0 asks for feature 2", f -> f.nodes().feature()[1] = 2),
        damage("tree 0 asks for feature -1", f -> f.nodes().feature()[0] = -1),
        damage("threshold that is not a number", f -> f.nodes().threshold()[0] = Float.NaN),
        damage("has a rule that there is not", f -> f.nodes().rules()[0] = 32),
        damage("has a rule that there is not", f -> f.nodes().rules()[0] = -1),
        damage("another set of categories", f -> f.nodes().threshold()[1] = 1),
        damage("another set of categories", f -> f.nodes().threshold()[1] = 0.5f),
        damage("another set of categories", f -> f.nodes().threshold()[1] = Float.NaN),
        damage("another set of categories", f -> f.nodes().rules()[0] = Forest.CATEGORY),
        damage("sets of categories that no node asks for", f -> f.nodes().rules()[1] = 0),
        damage("begin one after the other", f -> f.nodes().setStart()[1] = 1),
        damage("begin one after the other", f -> f.nodes().setStart()[0] = 1),
        damage("begin one after the other", f -> f.nodes().setStart()[0] = -1),
        damage("tree 0 has the category -1", f -> f.nodes().categories()[0] = -1),
        damage("tree 0 has the category 16777216", f -> f.nodes().categories()[1] = 1 << 24),
        damage("tree 0 has a category twice", f -> f.nodes().categories()[0] = 2),
        damage("tree 1 has a leaf value that is not finite", f -> f.leafValue()[3] = Double.NaN),
        damage("tree 1 has the cover -1.0", f -> f.cover().leaf()[3] = -1),
        damage("tree 0 has the cover NaN", f -> f.cover().node()[1] = Double.NaN),
        damage("base score is not finite", f -> f.base()[0] = Double.POSITIVE_INFINITY),
        damage("the sum of its leaf values may overflow", f -> f.leafValue()[3] = 1e308),
        damage("tree 1 belongs to output 1", f -> f.treeOutput()[1] = 1),
        damage("tree 1 belongs to output -1", f -> f.treeOutput()[1] = -1),
        damage("does not begin at 0", f -> f.nodeStart()[0] = 1),
        damage("does not begin at 0", f -> f.leafStart()[0] = -1),
        damage("tree 0 has less than no nodes", f -> f.nodeStart()[1] = Integer.MIN_VALUE),
        damage("tree 0 does not have one leaf more", f -> f.nodeStart()[1] = Integer.MAX_VALUE),
        damage("tree 0 does not have one leaf more", f -> f.leafStart()[1] = 4),
        damage("do not have all its nodes and leaves", ForestCheckTest::shorten));
  }

  private static Arguments damage(String problem, Consumer<Forest> damage) {
    return arguments(problem, damage);
  }

  /** A node and its leaves that lead to each other and to nowhere else, as in a ring. */
  private static void cutOff(Forest.Nodes nodes) {
    nodes.left()[0] = ~0;
    nodes.left()[1] = 1;
  }

  private static void shorten(Forest forest) {
    forest.nodeStart()[2] = 3;
    forest.leafStart()[2] = 5;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damages")
  void refusesWhatCannotBeWalked(String problem, Consumer<Forest> damage) {
    Forest forest = forest();
    damage.accept(forest);
    assertThatThrownBy(() -> ForestCheck.check("some.trees", forest))
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("some.trees")
        .hasMessageContaining(problem);
  }

  @Test
  void xgboostAddsFloats() {
    Forest forest = XgboostJson.read(XgboostJsonTest.MODEL).ensemble().forest();
    assertThatCode(() -> ForestCheck.check("some.trees", forest)).doesNotThrowAnyException();
    forest.leafValue()[0] = 0.1;
    assertThatThrownBy(() -> ForestCheck.check("some.trees", forest))
        .hasMessageContaining("tree 0 has a leaf value that is no float");
    forest.leafValue()[0] = 0.5;
    forest.base()[0] = 0.1;
    assertThatThrownBy(() -> ForestCheck.check("some.trees", forest))
        .hasMessageContaining("its base score is no float");
  }

  /** Engines number parents first, but nothing says that they must. */
  @Test
  void aNodeMayComeAfterItsChildren() {
    ReadTree tree = new ReadTree(3, 4, 1);
    System.arraycopy(new int[] {2, ~0, 1}, 0, tree.left, 0, 3);
    System.arraycopy(new int[] {~3, ~1, ~2}, 0, tree.right, 0, 3);
    ForestBuilder builder = new ForestBuilder("some.trees", Dialect.LIGHTGBM, 1, new double[1], 1);
    builder.add(tree, 0);
    builder.add(tree, 0);
    Forest forest = builder.build();
    assertThat(forest.nodes().left()).containsExactly(2, ~0, 1, 5, ~4, 4);
    forest.nodes().left()[5] = 3;
    assertThatThrownBy(() -> ForestCheck.check("some.trees", forest))
        .hasMessageContaining("tree 1 reaches node 0 twice");
    forest.nodes().left()[5] = 1;
    assertThatThrownBy(() -> ForestCheck.check("some.trees", forest))
        .hasMessageContaining("tree 1 has a child that does not exist");
  }

  @Test
  void childrenThatAreTooLargeStaySo() {
    ReadTree tree = new ReadTree(1, 2, 1);
    tree.left[0] = Integer.MAX_VALUE;
    tree.right[0] = Integer.MIN_VALUE;
    ForestBuilder builder = new ForestBuilder("some.trees", Dialect.LIGHTGBM, 1, new double[1], 1);
    ReadTree good = new ReadTree(1, 2, 1);
    good.left[0] = ~0;
    good.right[0] = ~1;
    builder.add(good, 0);
    builder.add(tree, 0);
    assertThatThrownBy(builder::build)
        .hasMessageContaining("tree 1 has a child that does not exist");
  }

  @Test
  void refusesLeavesOfAnotherWidth() {
    ForestBuilder builder = new ForestBuilder("some.trees", Dialect.XGBOOST, 1, new double[2], 2);
    assertThatThrownBy(() -> builder.add(new ReadTree(0, 1, 1), 0))
        .hasMessageContaining("tree 0 has leaves of another width");
  }
}
