package io.synkro.predict.examples.report;

import java.util.ArrayList;
import java.util.List;

/** Draws horizontal bars; on narrow pictures the labels stand above their bars. */
final class BarCharts {
  private static final double TOP = 26;
  private static final double THICK = 15;
  private static final double GAP = 3;
  private static final double GROUP_GAP = 16;
  private static final double LABEL_LINE = 17;
  private static final double NARROW = 500;
  // names are set a little larger than the other labels
  private static final double NAME_SCALE = 1.08;

  private BarCharts() {}

  static double height(BarChart chart, double width) {
    return TOP + chart.bars().size() * groupHeight(chart, width) + 6;
  }

  private static double groupHeight(BarChart chart, double width) {
    double bars = chart.series().size() * (THICK + GAP) - GAP;
    return bars + GROUP_GAP + (width < NARROW ? LABEL_LINE : 0);
  }

  static void draw(BarChart chart, Svg svg, Svg.Size size) {
    boolean narrow = size.width() < NARROW;
    double longest = 0;
    double highest = 0;
    double widestValue = 0;
    for (BarChart.Bar bar : chart.bars()) {
      longest = Math.max(longest, NAME_SCALE * Svg.widthOf(bar.label()));
      for (double value : bar.values()) {
        highest = Math.max(highest, Double.isNaN(value) ? 0 : value);
        widestValue = Math.max(widestValue, Svg.widthOf(NumberText.of(value, chart.decimals())));
      }
    }
    double left = narrow ? 0 : Math.min(280, longest + 14);
    double length = size.width() - left - widestValue - 14;
    Frame frame = new Frame(left, length / (highest > 0 ? highest : 1), narrow);
    svg.label("unit", new Svg.Point(left, 12), chart.unit());
    double y = TOP;
    for (BarChart.Bar bar : chart.bars()) {
      group(chart, svg, bar, frame.at(y, size.width()));
      y += groupHeight(chart, size.width());
    }
  }

  private record Frame(double left, double scale, boolean narrow) {
    Place at(double y, double width) {
      return new Place(this, y, narrow ? width : left - 14);
    }
  }

  private record Place(Frame frame, double y, double labelRoom) {}

  private static void group(BarChart chart, Svg svg, BarChart.Bar bar, Place place) {
    double left = place.frame().left();
    double y = place.y();
    String words = shortened(bar.label(), place.labelRoom());
    double height = chart.series().size() * (THICK + GAP) - GAP;
    if (place.frame().narrow()) {
      svg.label("name", new Svg.Point(left, y + 11), words);
      y += LABEL_LINE;
    } else {
      svg.label("name end", new Svg.Point(left - 12, y + height / 2 + 4), words);
    }
    for (int i = 0; i < bar.values().size(); i++) {
      double value = bar.values().get(i);
      double length = Double.isNaN(value) ? 0 : Math.max(1, value * place.frame().scale());
      if (!Double.isNaN(value)) {
        svg.rect("bar bar" + i, new Svg.Point(left, y), new Svg.Size(length, THICK));
      }
      String css = i == 0 ? "value strong" : "value";
      Svg.Point at = new Svg.Point(left + length + 7, y + THICK - 3);
      svg.label(css, at, NumberText.of(value, chart.decimals()));
      y += THICK + GAP;
    }
  }

  private static String shortened(String label, double room) {
    int fits = (int) Math.max(4, room / (NAME_SCALE * Svg.widthOf("x")) + 0.01);
    int length = label.codePointCount(0, label.length());
    return length <= fits ? label : label.substring(0, label.offsetByCodePoints(0, fits - 1)) + "…";
  }

  static List<Legend.Entry> legend(BarChart chart) {
    List<Legend.Entry> entries = new ArrayList<>();
    if (chart.series().size() > 1) {
      for (int i = 0; i < chart.series().size(); i++) {
        entries.add(new Legend.Entry("bar bar" + i, chart.series().get(i)));
      }
    }
    return entries;
  }
}
