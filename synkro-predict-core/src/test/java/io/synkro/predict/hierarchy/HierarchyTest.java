package io.synkro.predict.hierarchy;

import static io.synkro.predict.hierarchy.Hierarchies.AXIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.series.Availability;
import io.synkro.predict.series.Covariate;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.TimeSeries;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HierarchyTest {
  private static final double NAN = Double.NaN;

  @Test
  void nodesComeLevelAfterLevelAndSayWhatTheyAre() {
    Hierarchy hierarchy = Hierarchies.small();
    assertThat(hierarchy.nodes())
        .extracting(Node::toString)
        .containsExactly(
            "(all)@(all)",
            "group=A@(all)",
            "group=B@(all)",
            "AA@W",
            "AB@W",
            "BA@W",
            "BB@W",
            "BC@W");
    assertThat(hierarchy).hasToString("total (1), group (2), series (5)");
    assertThat(hierarchy.members(2)).containsExactly(2, 3, 4);
    assertThat(hierarchy.members(4)).containsExactly(1);
    assertThat(hierarchy.nodesOf(1)).containsExactly(1, 2);
    assertThat(hierarchy.position(SeriesId.of("group=B", Hierarchy.ALL))).hasValue(2);
    assertThat(hierarchy.sum(1, 2, 3, 4, 5)).containsExactly(15, 3, 12, 1, 2, 3, 4, 5);
  }

  @Test
  void crossedGroupsAreNamedByAllTheirKeys() {
    SeriesPanel panel = Hierarchies.crossed(6, 4, new SplittableRandom(1));
    Hierarchy hierarchy = Hierarchies.crossed(panel);
    assertThat(hierarchy)
        .hasToString(
            "total (1), region (2), warehouse (4), category x warehouse (12), product (6), series (24)");
    assertThat(hierarchy.position(SeriesId.of("category=c1", "w2"))).isPresent();
    assertThat(hierarchy.position(SeriesId.of("p3", Hierarchy.ALL))).isPresent();
    assertThat(hierarchy.position(SeriesId.of(Hierarchy.ALL, "w3"))).isPresent();
  }

  @Test
  void totalsAreMissingWhereAMemberIsUnlessItCountsAsZero() {
    SeriesPanel panel =
        SeriesPanel.of(
            List.of(
                new TimeSeries(SeriesId.of("old", "w"), AXIS, 0, 1, NAN, 3, NAN, 5, 6),
                new TimeSeries(SeriesId.of("new", "w"), AXIS, 2, 10, NAN, 30),
                new TimeSeries(SeriesId.of("other", "v"), AXIS, 0, 7, 7, 7, 7, 7, 7)));
    Hierarchy hierarchy = Hierarchy.of(panel, Grouping.byWarehouse());
    int total = hierarchy.position(SeriesId.of(Hierarchy.ALL, "w")).orElseThrow();
    // "new" is not there before step 2, and unseen after step 4
    assertThat(hierarchy.aggregate(panel).values(total)).containsExactly(1, NAN, 13, NAN, 35, NAN);
    assertThat(hierarchy.aggregate(panel, MissingMembers.ZERO).values(total))
        .containsExactly(1, NAN, 13, NAN, 35, 6);
    assertThat(hierarchy.aggregate(panel).values(2)).containsExactly(panel.values(0));
  }

  @Test
  void covariatesAndAttributesOfATotalAreWhatItsSeriesShare() {
    SeriesPanel panel =
        SeriesPanel.builder(AXIS)
            .futureSteps(1)
            .covariate("holiday", Availability.KNOWN_IN_FUTURE)
            .covariate("price", Availability.PAST_ONLY)
            .attribute("category")
            .attribute("region")
            .add(
                new TimeSeries(SeriesId.of("a", "w"), AXIS, 0, 1, 2),
                Map.of("holiday", new double[] {0, 1, 0}, "price", new double[] {5, 5}),
                Map.of("category", "x", "region", "north"))
            .add(
                new TimeSeries(SeriesId.of("b", "w"), AXIS, 1, 4),
                Map.of("holiday", new double[] {1, 0}, "price", new double[] {6}),
                Map.of("category", "y", "region", "north"))
            .build();
    SeriesPanel all = Hierarchy.of(panel, Grouping.total()).aggregate(panel);
    Covariate holiday = all.covariate("holiday").orElseThrow();
    Covariate price = all.covariate("price").orElseThrow();
    assertThat(new double[] {holiday.value(0, 0), holiday.value(0, 1), holiday.value(0, 2)})
        .containsExactly(0, 1, 0);
    assertThat(new double[] {price.value(0, 0), price.value(0, 1)}).containsExactly(5, NAN);
    assertThat(price.value(2, 0)).isEqualTo(6);
    assertThat(all.attribute("category").orElseThrow().value(0)).isEqualTo(Hierarchy.MIXED);
    assertThat(all.attribute("region").orElseThrow().value(0)).isEqualTo("north");
    assertThat(all.attribute(Hierarchy.LEVEL).orElseThrow().value(0)).isEqualTo("total");
    assertThat(all.attribute(Hierarchy.LEVEL).orElseThrow().value(1)).isEqualTo(Hierarchy.SERIES);
  }

  @Test
  void aggregatesNewerPanelsInAnyOrder() {
    SeriesPanel panel = Hierarchies.smallPanel();
    SeriesPanel turned = panel.select(4, 3, 2, 1, 0);
    SeriesPanel all = Hierarchies.small().aggregate(turned);
    assertThat(all.values(2)).containsExactly(7, 15, 13);
    assertThat(all.id(3)).isEqualTo(SeriesId.of("AA", "W"));
  }

  @Test
  void refusesWhatMakesNoHierarchy() {
    SeriesPanel panel = Hierarchies.smallPanel();
    assertThatThrownBy(() -> Hierarchy.of(panel))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("groupings.length (0) must be at least 1");
    assertThatThrownBy(() -> Hierarchy.of(panel, Grouping.by("colour")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("colour")
        .hasMessageContaining("[group]");
    assertThatThrownBy(() -> Hierarchy.of(panel, Grouping.byProduct().and(Grouping.byWarehouse())))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("product x warehouse");
    assertThatThrownBy(() -> Hierarchy.of(panel, Grouping.total(), Grouping.total()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("must be given once");
    Hierarchy hierarchy = Hierarchies.small();
    assertThatThrownBy(() -> hierarchy.aggregate(panel.select(0, 1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("must hold the 5 series");
    SeriesPanel lookalike =
        SeriesPanel.of(List.of(new TimeSeries(SeriesId.of("(all)", "(all)"), AXIS, 0, 1)));
    assertThatThrownBy(() -> Hierarchy.of(lookalike, Grouping.total()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("must be unique");
  }
}
